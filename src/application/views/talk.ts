import type { Instant } from '../../dispatch/vocabulary.ts'
import type { TalkKind, TalkPlace } from '../ports/talk.ts'
import type { DeliveryStateView } from './assignments.ts'

/** What became of a message of ours in one group; `none`: the agency has no chat, somebody must phone. */
export interface TalkDeliveryView {
  assignment: string
  agency: string
  delivery: DeliveryStateView | 'none'
}

/** One message of the talk between the control room and the groups. */
export interface TalkView {
  id: string
  at: Instant
  /** in: a crew replied; out: the control room wrote */
  direction: 'in' | 'out'
  by: string
  /** who replied, and for which assignment; absent on messages of the control room */
  agency?: string
  assignment?: string
  kind: TalkKind | 'venue'
  /** the newest words */
  text: string
  /** every version of the words with its time, the first first; more than one means that the message was edited */
  versions: { at: Instant; text: string }[]
  /** the crew's own count, from a line "Korban: 3" of the newest words */
  victims?: number
  /** these words were filed as the report, as they stood first */
  report: boolean
  /** address of the photo */
  photo?: string
  place?: TalkPlace
  live?: { movedAt: Instant; until: Instant; ended: boolean }
  urgent?: boolean
  to?: TalkDeliveryView[]
}

/** One look of a crew member at the caller's contact and the facts. */
export interface DetailSeenView {
  at: Instant
  by: string
  agency: string
}

export interface TalkPageView {
  /** newest first */
  messages: TalkView[]
  /** goes on from here; null at the end */
  next: string | null
}

/** Where a crew member was last, by the newest live location of each. */
export interface PositionView {
  assignment: string
  agency: string
  by: string
  place: TalkPlace
  movedAt: Instant
  /** still moving */
  live: boolean
}
