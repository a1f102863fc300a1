/**
 * One WhatsApp account, linked as a device of a phone. Ids as they are used everywhere outside this folder:
 *
 * - a **chat** is a group (`…@g.us`) or the phone id of a person (`62…@c.us`); a private chat that WhatsApp addresses as
 *   `@lid` has the phone id here as soon as the number is known;
 * - a **message** is its stanza id (`3EB0…`), which is also what a reply quotes, so that a quote is matched without asking
 *   the page; with `key` (WhatsApp's whole id, `false_…`) a message of somebody else is found faster. Whatever takes a
 *   message's id takes either.
 */
export interface WhatsAppSession {
  health(): SessionHealth
  /** Called at every change of the health; returns the way to stop that. */
  watch(listener: (health: SessionHealth) => void): () => void
  /**
   * Writes, and resolves when WhatsApp's server has it (first tick).
   * @throws ChannelError Temporary when surely nothing was written (not linked), Ambiguous when perhaps (no tick within
   *   `tickWithinMs`), Permanent for a chat that WhatsApp does not know or that is not ours to write to, Refused
   */
  send(chat: string, message: WhatsAppMessage): Promise<{ id: string }>
  /**
   * Replaces the text of a message of ours; the same text again is success.
   * @throws ChannelError EditClosed after WhatsApp's window (15 minutes), CardGone when it was deleted, Temporary
   */
  edit(chat: string, message: string, text: string): Promise<void>
  /** A quiet answer; an empty emoji takes it back. A message that is gone is no error. @throws ChannelError */
  react(chat: string, message: string, emoji: string): Promise<void>
  /** The file of a message. @throws ChannelError Temporary when it may work later */
  photo(chat: string, message: string): Promise<DownloadedFile>
  /** Phone ids of the members of a group; null when the page does not know the group. @throws ChannelError */
  members(chat: string): Promise<string[] | null>
  /** The name of a group; null for a private chat, and for a group that the page does not know. @throws ChannelError */
  title(chat: string): Promise<string | null>
  /** Whether the account may write there now: it is in the group, and the group lets it write. @throws ChannelError Permanent when not */
  check(chat: string): Promise<void>
  /** Somebody of a paired group acted there: from now on this person may be written to in private. */
  acquaint(person: string): Promise<void>
  /** The account's own phone id; null while nothing was ever linked. */
  ownId(): string | null
}

/** What is written; `text` in WhatsApp's own marks, at most 65 536 characters. Exactly one of text, place and poll shows. */
export interface WhatsAppMessage {
  text: string
  /** the message that it answers; when it cannot be found, the message goes without */
  quote?: string
  place?: { lat: number; lng: number; title: string; address: string }
  /** single answer; at most 12 different options */
  poll?: { question: string; options: string[] }
}

export type DownloadedFile =
  | { ok: true; bytes: Buffer; mime: string }
  /** expired: WhatsApp has it no more, ask for it again; tooLarge: above `largestFileBytes`; none: it has no file */
  | { ok: false; reason: 'expired' | 'tooLarge' | 'none' }

/** 10 MB, as on Telegram. */
export const largestFileBytes = 10 * 1024 * 1024

/** How long a sent message may wait for its first tick, machine ms. */
export const tickWithinMs = 20_000

/** WhatsApp lets a message be edited for fifteen minutes; we stop a little earlier. Service ms. */
export const editWindowMs = 14.5 * 60_000

export const sessionStatuses = [
  /** this process has no session: not started, or stopped */
  'off',
  /** another process of ours holds the session */
  'standby',
  /** Chromium and the page are starting */
  'starting',
  /** nobody has linked the number yet, or the link was ended: the administrator scans a code */
  'linking',
  /** messages go and come */
  'linked',
  /** the link broke and is being mended */
  'lost',
  /** WhatsApp refuses the number (banned, terms), or another device logged it out for good: a person must act */
  'blocked',
] as const
export type SessionStatus = (typeof sessionStatuses)[number]

export interface SessionHealth {
  status: SessionStatus
  /** plain words for the health page; no secret, no message */
  detail: string
  /** machine time of the last change of `status`, ms */
  since: number
  /** digits of the linked number; null before the first link */
  number: string | null
  /** while linking: what to scan or to type on the phone, and until when it is good (machine ms) */
  pairing: PairingOffer | null
  /** resident memory of Chromium and its children, bytes; null while it does not run or where it cannot be read */
  chromiumBytes: number | null
}

export type PairingOffer =
  | { kind: 'qr'; content: string; until: number }
  | { kind: 'code'; code: string; phone: string; until: number }
