import type { Actor, Instant } from '../../dispatch/vocabulary.ts'
import type { ChannelName } from './channel.ts'

/** A report that a crew member writes in a private chat with the bot, until it is filed, given up or taken over. */
export interface ReportDraft {
  /** see `draftId` */
  id: string
  assignment: string
  centre: string
  incident: string
  /** the agency's paired chat, as whose member the person writes */
  chat: string
  holder: Extract<Actor, { kind: 'member' }>
  channel: ChannelName
  /** what its buttons carry */
  token: string
  /** messages so far, each once */
  parts: DraftPart[]
  touchedAt: Instant
}

/** A person has one draft of an assignment. */
export const draftId = (assignment: string, person: string): string => `${assignment}@${person}`

export interface DraftPart {
  id: string
  text: string
  by: string
}

export interface DraftStore {
  byId(id: string): Promise<ReportDraft | null>
  /** what a person's free messages belong to: the draft that the person touched last */
  current(channel: ChannelName, person: string): Promise<ReportDraft | null>
  /** begins it, or begins it anew */
  put(draft: ReportDraft): Promise<void>
  addPart(id: string, part: DraftPart, at: Instant): Promise<void>
  remove(id: string): Promise<void>
}
