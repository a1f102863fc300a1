import type { Instant } from '../../dispatch/vocabulary.ts'

/**
 * A ping that goes on telling the truth after it was sent: the newest about one subject in one chat. Shown below wanted
 * queues one edit, as with cards.
 */
export interface LiveMessage {
  /** subject + chat id */
  id: string
  subject: string
  chat: string
  /** the delivery whose words it shows */
  delivery: string
  /** every copy that we know, the newest last */
  messageIds: string[]
  wanted: number
  shown: number
  /** what all copies look like; null when we cannot be sure */
  look: string | null
  /** service time at which it is looked at again by itself */
  refreshAt: Instant | null
  /** machine time, ms: no edit before (429, backoff) */
  notBefore: number
  /** how often an edit failed since the last that did not */
  tries?: number
  /** copies that show a version already, while others wait for their turn */
  edited?: { version: number; copies: string[] }
}

export interface LiveMessageStore {
  /** from now on this delivery is the subject's message in the chat; a repeat changes nothing */
  point(to: Pick<LiveMessage, 'id' | 'subject' | 'chat' | 'delivery'>): Promise<void>
  byId(id: string): Promise<LiveMessage | null>
  /** wanted + 1 on every message about the subject; returns their chats */
  want(subject: string): Promise<string[]>
  /**
   * after a send or edit of this delivery: shown = max(shown, version), refreshAt and the look are set; a new message is
   * one more copy. Nothing when the subject has a newer message meanwhile.
   */
  showed(
    message: Pick<LiveMessage, 'id' | 'delivery'>,
    version: number,
    as: { look: string | null; refreshAt: Instant | null; copy?: string },
  ): Promise<void>
  /** some copies show a version, others do not yet: the message goes on lagging */
  copyShowed(
    message: Pick<LiveMessage, 'id' | 'delivery'>,
    edited: { version: number; copies: string[] },
  ): Promise<void>
  /** a copy that we did not know was seen: it is edited with the others */
  adopt(id: string, messageId: string): Promise<void>
  /** a copy is gone and cannot be edited any more */
  forgetCopy(id: string, messageId: string): Promise<void>
  /** all copies in this chat are */
  forgetCopies(chat: string): Promise<void>
  /** the chat's lagging message that was wanted first; null when none or not yet */
  lagging(chat: string, machineNow: number): Promise<LiveMessage | null>
  postpone(id: string, notBefore: number): Promise<void>
  chatsLagging(machineNow: number, limit: number): Promise<string[]>
  /** messages that are to be looked at again: wants an edit of each, returns their chats */
  refreshDue(now: Instant): Promise<string[]>
  countLagging(): Promise<number>
}

export const liveMessageId = (subject: string, chat: { id: string }): string => `${subject}@${chat.id}`

/** What the pings of a clock or a call for help (`help:…`) of an incident are about. */
export const pingSubject = (incident: string, clock: string): string => `clock:${incident}:${clock}`

/** What the drill message of a channel test in a chat is about. */
export const testSubject = (test: string, chat: string): string => `test:${test}:${chat}`

/** What the message about the desk's own limits in a supervisors' chat is about. */
export const deskSubject = (chat: string): string => `desk:${chat}`

/** What the message about a storm, kept true in each supervisor's chat, is about. */
export const stormSubject = (centre: string, since: Instant): string => `storm:${centre}:${since}`
