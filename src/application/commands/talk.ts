import type { ReportLines } from '../../dispatch/incident/assignment.ts'
import type { Presser, PressOutcome } from '../application.ts'
import type { TalkKind, TalkPlace } from '../ports/talk.ts'

/** What a quoted message of ours shows: by it we know a copy whose number we never learned. */
export interface Quoted {
  text: string
  /** action tokens that its buttons and links carry */
  tokens: string[]
}

/** A reply to a message of ours. */
export interface ReplyTo {
  toMessageId: string
  /** the reply's own number in the chat, so that its edits find it */
  messageId?: string
  quoted?: Quoted
}

/**
 * What people write in their groups. Replies to our messages only (privacy mode hides the rest); null when it concerns
 * none of ours, or needs no answer. Nothing of it changes a status, except a reply to a report prompt, which files the
 * report.
 */
export interface TalkCommands {
  reply(
    commandId: string,
    from: Presser,
    reply: ReplyTo & { text: string; lines: ReportLines },
  ): Promise<PressOutcome | null>
  photo(
    commandId: string,
    from: Presser,
    photo: ReplyTo & { bytes: Uint8Array; caption: string; lines: ReportLines },
  ): Promise<PressOutcome | null>
  /** a location or venue; `liveSeconds` when it goes on moving */
  place(
    commandId: string,
    from: Presser,
    place: ReplyTo & { place: TalkPlace; liveSeconds?: number },
  ): Promise<PressOutcome | null>
  /** something that we cannot read: the timeline says that it came, the crew is told that nobody hears it */
  unreadable(
    commandId: string,
    from: Presser,
    reply: ReplyTo & { kind: Extract<TalkKind, 'voice' | 'video' | 'document' | 'contact'> },
  ): Promise<PressOutcome | null>
  /** somebody changed the words of a message: one more version in the timeline, and nothing else */
  edited(commandId: string, from: Presser, edit: { messageId: string; text: string; lines: ReportLines }): Promise<void>
  /** a live location moved, or was ended */
  moved(from: Presser, move: { messageId: string; place: TalkPlace; ended: boolean }): Promise<void>
}
