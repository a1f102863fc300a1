import type { Instant } from '../../dispatch/vocabulary.ts'
import type { ChannelName } from './channel.ts'

/** Wake-ups through the queue: they may be lost, the sweeps find what they forgot. None throws. */
export interface WakeUps {
  /**
   * a chat has something to send; after `delayMs` machine milliseconds. `servedBy`: a channel that one process alone
   * serves, and this one is not it
   */
  chat(chat: string, delayMs?: number, servedBy?: ChannelName): void
  /** a chat has updates to work */
  inbox(channel: ChannelName, chat: string): void
  /** an aggregate has effects to relay */
  relay(aggregate: 'call' | 'incident', id: string): void
  /** an aggregate's next deadline, service time */
  due(aggregate: 'call' | 'incident', id: string, at: Instant): void
}

/** Something changed that a page may show; carries ids only. */
export interface LiveChange {
  centre: string
  topic: 'call' | 'incident' | 'delivery' | 'channel' | 'photo' | 'clock' | 'duty' | 'channelTest' | 'storm'
  id: string
}

export interface LiveFeed {
  publish(change: LiveChange): void
  subscribe(listener: (change: LiveChange) => void): () => void
}

export interface SlotWish {
  /** may go before others, where a channel's pace knows a hurry */
  urgent?: boolean
  /** only keeps a place in the line: 0 = make the message now, then take the slot at the moment when it goes out */
  reserve?: boolean
}

/** Asks whether a chat may be written to now, and takes the slot when it may. */
export interface Pacing {
  /** machine milliseconds to wait; 0 = go now, the slot is taken (or reserved) */
  slot(chat: string, kind: 'group' | 'private', wish?: SlotWish): Promise<number>
  /** the platform asked to wait: nobody writes to this chat for that long (machine ms) */
  pause(chat: string, ms: number): Promise<void>
  /** which of these chats were told to come back later, and will be woken then; none when that is not known */
  waiting(chats: readonly string[]): Promise<ReadonlySet<string>>
  /** whether at least half of what may go out to all chats is free now: what may wait asks before it takes a slot */
  quiet(): Promise<boolean>
}

/** Minimal logger: a fixed message and varying fields, never a caller's name, phone or address. */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
