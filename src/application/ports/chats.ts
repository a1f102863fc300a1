import type { Actor, Instant } from '../../dispatch/vocabulary.ts'
import type { ChannelName, ChatAddress } from './channel.ts'

/** Whom a chat stands for; `post` narrows an agency to one of its posts. */
export type Audience =
  | { kind: 'agency'; agency: string; post?: string }
  | { kind: 'contact'; agency: string; post?: string; duty: 'dutyOfficer' | 'agencyCommander' }
  | { kind: 'supervisorsChat' }
  | { kind: 'user'; user: string }

/** A chat that was paired by a one-time code; only paired chats act. */
export interface PairedChat {
  id: string
  centre: string
  channel: ChannelName
  address: ChatAddress
  title: string
  audience: Audience
  pairedAt: Instant
  pairedBy: Actor
  health: { status: 'ok' } | { status: 'down'; detail: string; since: Instant }
  /** machine time, ms: the platform asked for a pause until then (429); whatever waits, nothing is sent earlier */
  pausedUntil?: number
  /** what the last silent check saw; absent before the first one */
  check?: ChatCheck
  /** somebody asked for a check that is not done yet */
  checkAsked?: boolean
}

/** A chat that fell ill or is well again, and those who supervise were not told yet. */
export interface HealthNews {
  chat: PairedChat
  /** what they know of it */
  told: PairedChat['health']['status']
  /** how often its health has changed: names this news */
  change: number
}

/** A silent check; `at` is service time. unknown: the platform did not answer, which says nothing about the chat. */
export type ChatCheck = { at: Instant; result: 'ok' } | { at: Instant; result: 'down' | 'unknown'; detail: string }

/** A chat whose silent check is due; machine time, null when it never had one planned. */
export interface DueCheck {
  id: string
  due: number | null
}

export interface PairingCode {
  /** six digits */
  code: string
  centre: string
  audience: Audience
  createdBy: string
  expiresAt: Instant
  usedAt?: Instant
  /** an administrator took it back before anybody used it */
  revokedAt?: Instant
  /** channel, chat and topic that it was typed in; kept until the chat is bound, so that a broken-off try may go on */
  usedBy?: string
}

export interface ChatStore {
  byId(id: string): Promise<PairedChat | null>
  byAddress(channel: ChannelName, address: ChatAddress): Promise<PairedChat | null>
  /** every binding of a chat: the chat itself and its topics */
  ofChat(channel: ChannelName, chat: string): Promise<PairedChat[]>
  /** chats for one audience of a centre, the one paired last first */
  forAudience(centre: string, audience: Audience): Promise<PairedChat[]>
  /** the user's private chats, in whichever centre they were paired: they serve all of the user's centres */
  ofUser(user: string): Promise<PairedChat[]>
  list(centre: string): Promise<PairedChat[]>
  /** binds (or rebinds) an address; an address has at most one binding */
  bind(chat: PairedChat): Promise<void>
  unbind(id: string): Promise<void>
  /** the platform moved the chat (group became supergroup) */
  move(id: string, address: ChatAddress): Promise<void>
  /** and keeps that this is to be told; false when it was so already */
  setHealth(id: string, health: PairedChat['health']): Promise<boolean>
  /** chats whose health changed since it was told */
  healthNews(limit: number): Promise<HealthNews[]>
  /** those who supervise know that the chat is (or was) so; a change since then stays news */
  healthTold(id: string, status: PairedChat['health']['status']): Promise<void>
  /** nothing is sent to the chat before this moment of machine time; a later pause stands */
  pause(id: string, until: number): Promise<void>
  /** chats that cannot be reached, of all centres */
  down(): Promise<PairedChat[]>

  /** chats of these channels whose silent check is due, the longest first; machine time */
  checksDue(machineNow: number, limit: number, channels: readonly ChannelName[]): Promise<DueCheck[]>
  /** chats that have no time for a silent check yet */
  checksUnplanned(limit: number): Promise<DueCheck[]>
  /** moves the chat's next check to `next`, machine time; false when somebody else did so meanwhile: one winner */
  planCheck(was: DueCheck, next: number): Promise<boolean>
  /** makes the check of one chat, or of all chats of the centre, due now */
  askCheck(centre: string, machineNow: number, chat?: string): Promise<number>
  checked(id: string, check: ChatCheck): Promise<void>

  addCode(code: PairingCode): Promise<boolean>
  /** the code, also one that is used or over */
  code(code: string): Promise<PairingCode | null>
  /** marks the code used if it is valid now, or was used by the same redeemer; null otherwise. One winner. */
  redeemCode(code: string, now: Instant, redeemer: string): Promise<PairingCode | null>
  /** the pairing is complete: the code is good for nobody any more, also not for the chat that used it */
  spendCode(code: string): Promise<void>
  /** good for nobody any more; false when it was used already, or is not there */
  revokeCode(centre: string, code: string, now: Instant): Promise<boolean>
  codes(centre: string): Promise<PairingCode[]>
}
