import type { Pacing } from './signals.ts'

/** What every channel (Telegram, WhatsApp, …) understands. One folder under `src/bots/` implements it. */

export const channelNames = ['telegram', 'whatsapp'] as const
export type ChannelName = (typeof channelNames)[number]

/** Where a channel sends to: the platform's chat id as text, and a forum topic where there is one. */
export interface ChatAddress {
  chat: string
  thread?: number
}

/** Text with marked spans; offsets and lengths in UTF-16 units, so that no markup can break and hostile text stays text. */
export interface RichText {
  text: string
  spans: { kind: 'bold' | 'italic' | 'link'; offset: number; length: number; url?: string }[]
}

export type Button = { label: string; data: string } | { label: string; url: string }

/** Why somebody comes into a private chat with the bot: to write a report there, or to read the facts. */
export const startReasons = { report: 'l', detail: 'd' } as const
export type StartReason = keyof typeof startReasons

export interface Start {
  reason: StartReason
  token: string
}

const startScheme = 'private:'

/**
 * An address that opens a private chat with the bot and hands it a reason and a token. Messages carry it as it is; the
 * channel puts its own link in its place.
 */
export const startLink = (start: Start): string => `${startScheme}${writeStart(start)}`

/** The payload of such an address: at most 64 characters of A-Z a-z 0-9 _ -; undefined for any other address. */
export const payloadOf = (url: string): string | undefined =>
  url.startsWith(startScheme) ? url.slice(startScheme.length) : undefined

export const writeStart = ({ reason, token }: Start): string => `${startReasons[reason]}-${token}`

/** Null for what no link of ours hands over. */
export const readStart = (payload: string): Start | null => {
  const [, letter, token] = /^([a-z])-([\w-]{8,60})$/.exec(payload) ?? []
  const reason = (Object.keys(startReasons) as StartReason[]).find(key => startReasons[key] === letter)
  return reason === undefined || token === undefined ? null : { reason, token }
}

export interface OutgoingMessage {
  content: RichText
  buttons: Button[][]
  /** asks for a reply to this message; `placeholder` shows in the input field */
  askReply?: { placeholder: string }
  /** answers a message of the chat */
  replyTo?: string
  silent?: boolean
  /** its text is one emoji, which stands on the message that it answers instead of below it, where the platform can do that */
  nod?: true
  /** shows this place on a map instead of the text */
  venue?: { lat: number; lng: number; title: string; address: string }
}

export interface Channel {
  readonly name: ChannelName
  /** False while another process of this installation does what this channel does; absent: every process can. */
  readonly here?: () => boolean
  /** False while nothing can go out through it and that mends itself: its chats wait, and no try is counted. Absent: always. */
  readonly ready?: () => boolean
  /** The channel's own pace, where its platform is not content with everybody's. */
  readonly pacing?: Pacing
  /** returns the platform's message id; throws a `ChannelError` */
  send(to: ChatAddress, message: OutgoingMessage): Promise<{ messageId: string }>
  /** throws a `ChannelError`; "not modified" is success */
  edit(to: ChatAddress, messageId: string, message: OutgoingMessage): Promise<void>
  /** whether the person is in the chat now; null when the platform does not say. Throws a `ChannelError` */
  isMember(chat: ChatAddress, personId: string): Promise<boolean | null>
  /**
   * Asks whether we may write there now, and shows nobody a message; throws a `ChannelError` when not. What it cannot see
   * (does anybody read there? is the topic open?) a channel test shows.
   */
  check(chat: ChatAddress): Promise<void>
}

/** Failures by kind, never by text: what to do next follows from the class. */
export abstract class ChannelError extends Error {
  abstract readonly kind:
    | 'rateLimited'
    | 'temporary'
    | 'permanent'
    | 'chatMoved'
    | 'ambiguous'
    | 'cardGone'
    | 'editClosed'
    | 'refused'
  /** the platform's own code and words, for logs and the health page; holds no secret and no personal data */
  readonly detail: string
  constructor(detail: string) {
    super(detail)
    this.detail = detail
    this.name = new.target.name
  }
}

/** The platform asks to wait: pause this chat only, never try earlier. Seconds of the platform's time. */
export class RateLimited extends ChannelError {
  readonly kind = 'rateLimited'
  readonly retryAfterSeconds: number
  constructor(detail: string, retryAfterSeconds: number) {
    super(detail)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Surely not done, may work later: connection refused, 5xx on an edit. */
export class Temporary extends ChannelError {
  readonly kind = 'temporary'
}

/** This chat cannot be reached until a person mends it: kicked, blocked, deleted. */
export class Permanent extends ChannelError {
  readonly kind = 'permanent'
}

/** The chat has a new id: rebind and send there. */
export class ChatMoved extends ChannelError {
  readonly kind = 'chatMoved'
  readonly newChat: string
  constructor(detail: string, newChat: string) {
    super(detail)
    this.newChat = newChat
  }
}

/** Perhaps done: the answer was lost. Goes again, marked "ULANG, mungkin ganda". */
export class Ambiguous extends ChannelError {
  readonly kind = 'ambiguous'
}

/** The message to edit is gone: send a new card. */
export class CardGone extends ChannelError {
  readonly kind = 'cardGone'
}

/** The message stands, but the platform lets nobody edit it any more: what is new comes as a message that quotes it. */
export class EditClosed extends ChannelError {
  readonly kind = 'editClosed'
}

/** The platform refuses this message itself: once more as short plain text, then the next rung and an alarm. */
export class Refused extends ChannelError {
  readonly kind = 'refused'
}
