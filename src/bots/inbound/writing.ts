import type { Presser } from '../../application/application.ts'
import type { LoadedPhoto } from '../../application/commands/private-chat.ts'
import type { InboxEntry } from '../../application/ports/inbox.ts'
import type { TalkPlace } from '../../application/ports/talk.ts'

/** A message that somebody wrote. */
export interface Writing {
  entry: InboxEntry
  writer: Presser
  /** the message's own number in its chat */
  messageId: string
}

/** What a message holds; null elsewhere stands for what nobody takes for words (stickers and the like). */
export type Said =
  | { kind: 'text'; text: string }
  /** loaded only when somebody wants it */
  | { kind: 'photo'; load(): Promise<LoadedPhoto>; caption: string }
  | { kind: 'place'; place: TalkPlace; liveSeconds?: number }
  /** what a crew may take for a report, and we cannot read */
  | { kind: 'unreadable'; what: 'voice' | 'video' | 'document' | 'contact' }
