import type { ChannelName } from './channel.ts'

/** An update from a channel, stored before the channel is told that we have it. */
export interface InboxEntry {
  /** channel + bot + the platform's update id: a repeat is ignored */
  id: string
  channel: ChannelName
  /** updates of one chat are worked in order; chats in parallel */
  chat: string
  /** machine time, ms */
  receivedAt: number
  /** the platform's update as it came */
  update: unknown
  status: 'new' | 'done' | 'failed'
  attempts: number
  /** machine time, ms */
  notBefore: number
  failure?: string
  /** what its handler took it for, before it acted: a second try does the same, whatever was asked meanwhile */
  understood?: unknown
}

export interface InboxStore {
  /** stores what is new, in the order given; returns the entries that were new */
  add(entries: Pick<InboxEntry, 'id' | 'channel' | 'chat' | 'update'>[], machineNow: number): Promise<InboxEntry[]>
  /** the chat's oldest unworked entry, null when none or its backoff runs */
  next(channel: ChannelName, chat: string, machineNow: number): Promise<InboxEntry | null>
  understood(id: string, as: unknown): Promise<void>
  done(id: string): Promise<void>
  /** counts the attempt; after `maxAttempts` the entry is failed and the chat goes on */
  failedOnce(id: string, failure: string, notBefore: number, maxAttempts: number): Promise<'retry' | 'failed'>
  /** entries that failed for good and were received since (machine time, ms), the oldest first */
  setAside(since: number, limit: number): Promise<Pick<InboxEntry, 'id' | 'channel' | 'chat'>[]>
  /** a failed one may be tried now, one time more */
  onceMore(id: string): Promise<void>
  chatsWaiting(machineNow: number, limit: number): Promise<{ channel: ChannelName; chat: string }[]>
  countNew(): Promise<number>
  countFailed(): Promise<number>
}

/** Prompts that a reply may answer, found by the message that was replied to. */
export interface InboundHandler {
  readonly channel: ChannelName
  /** throws when it should be tried again; a refusal is answered to the person and is no error */
  work(entry: InboxEntry): Promise<void>
}
