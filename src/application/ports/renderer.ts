import type { AttentionItem, Incident } from '../../dispatch/incident/incident.ts'
import type { ClockDefinition, SopProfile } from '../../dispatch/profiles/profile.ts'
import type { Actor, Instant, TextRef } from '../../dispatch/vocabulary.ts'
import type { OutgoingMessage } from './channel.ts'
import type { Audience } from './chats.ts'
import type { CardMenu, Delivery, DeliveryContent } from './deliveries.ts'

/** Facts for rendering an incident's message, gathered at the moment of sending. */
export interface IncidentFacts {
  incident: Incident
  /** the standard that is pinned to the incident */
  profile: SopProfile
  /** agency of the incident -> whom to ask next in its place, by its run card and the centre's list */
  substitutes: Readonly<Record<string, readonly string[]>>
  texts: ReadonlyMap<TextRef, string>
  centre: { code: string; name: string; timeZone: string }
  agencyNames: ReadonlyMap<string, string>
  /** assignment -> the name of the post that was sent */
  postNames: ReadonlyMap<string, string>
  /** assignment -> numbers to phone, in the order in which they are tried */
  phones: ReadonlyMap<string, readonly string[]>
  typeName: { id: string; en: string } | null
  photoCount: number
  now: Instant
  /** gladi is marked on every message */
  training: boolean
}

/** A call or an incident that is over a limit of the desk's own. Never who called. */
export interface OverdueDesk {
  clock: ClockDefinition
  /** when the limit passed */
  since: Instant
  /** an incident's; calls have none */
  number?: string
  /** who has the call or the incident */
  who?: Actor
}

export interface DeskFacts {
  centre: { code: string; name: string; timeZone: string }
  /** longest first */
  overdue: OverdueDesk[]
  now: Instant
  training: boolean
}

/** A chat's part in a channel test, as it stands. */
export interface TestFacts {
  centre: { code: string; name: string; timeZone: string }
  endsAt: Instant
  ended: boolean
  sentAt: Instant | null
  answer: { at: Instant; by: string } | null
  training: boolean
}

/** A call for help that waits for the desk, or an agency that nobody reaches. */
export interface StormCall {
  number: string
  kind: AttentionItem['kind']
  agency: string | null
  at: Instant
}

/** What a storm's board tells the supervisors. */
export interface StormFacts {
  centre: { code: string; name: string; timeZone: string }
  since: Instant
  endedAt: Instant | null
  /** the most incidents that its window held */
  most: number
  /** incidents that are open now */
  open: number
  /** agencies that have not answered their alert */
  unanswered: number
  /** incidents over a limit */
  overdue: number
  /** open ones, the newest first */
  calls: StormCall[]
  now: Instant
  training: boolean
}

/** One of a digest's items, and its incident at the moment of sending. */
export interface DigestItem {
  facts: IncidentFacts
  content: DeliveryContent
}

/** A rendered card and the service time at which it changes by itself (Urungkan goes, a menu closes). */
export interface RenderedCard {
  message: OutgoingMessage
  refreshAt: Instant | null
}

/** Where a report in a private chat is; `by`: who else is at it. */
export type DraftStep =
  | { step: 'outcome' | 'words' | 'more' | 'unreadable' | 'filed' | 'putAway' }
  | { step: 'occupied' | 'takenOver'; by: string }

/** …and how much of it there is. */
export type DraftView = DraftStep & { messages: number; photos: number }

/** Turns deliveries and cards into messages; pure, implemented in `src/bots/rendering`. */
export interface Renderer {
  card(
    facts: IncidentFacts,
    assignment: string,
    token: string,
    options: { menu: CardMenu | null; doubtful: boolean },
  ): RenderedCard
  /** every delivery about an incident except the alert, whose message is the card */
  incidentMessage(facts: IncidentFacts, delivery: Delivery, audience: Audience): OutgoingMessage
  deskMessage(facts: DeskFacts, delivery: Delivery): OutgoingMessage
  testMessage(facts: TestFacts, delivery: Delivery): OutgoingMessage
  notice(delivery: Delivery, training: boolean): OutgoingMessage
  nod(delivery: Delivery): OutgoingMessage
  /** a storm's board, or that it is over */
  storm(facts: StormFacts, delivery: Delivery): OutgoingMessage
  digest(items: readonly DigestItem[], delivery: Delivery, training: boolean): OutgoingMessage
  channelNews(delivery: Delivery, training: boolean): OutgoingMessage
  /** to a crew member in private; `token` is what its buttons carry */
  draft(facts: IncidentFacts, assignment: string, draft: DraftView, token: string): OutgoingMessage
}
