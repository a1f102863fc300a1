/** A person's number without `+`, such as `62000112000001`: how this world knows people. */
export type Phone = string

/** How a person stands in chats: by phone number, or by WhatsApp's number-free `@lid`. */
export type Addressing = 'pn' | 'lid'

/** When the page learns the phone number behind a person's `@lid`: from the start, once it asks the server, or never. */
export type PhoneShown = 'always' | 'on-request' | 'never'

export interface SimPerson {
  readonly phone: Phone
  /** The digits of the person's `@lid`. */
  readonly lid: string
  readonly name: string
  /** How the private chat with this person is addressed. */
  addressing: Addressing
  phoneShown: PhoneShown
  /** A phone that is off gets messages later: they stay at one tick. */
  online: boolean
}

export interface SimMember {
  readonly phone: Phone
  admin: boolean
}

export interface SimMedia {
  readonly kind: MediaKind
  readonly fileId: string
  readonly mime: string
  readonly size: number
  readonly name: string | null
  /** Of a voice note, in seconds. */
  readonly seconds: number | null
  /** No longer on the server: a download brings nothing. */
  gone: MediaGone | null
}

export type MediaKind = 'image' | 'ptt' | 'audio' | 'video' | 'document' | 'sticker'
/** `expired`: must be uploaded again by its sender; `missing`: 404; `broken`: the download fails with an error. */
export type MediaGone = 'expired' | 'missing' | 'broken'

export interface SimPoll {
  readonly question: string
  readonly options: readonly string[]
  readonly single: boolean
}

export type MessageContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'media'; readonly media: SimMedia; readonly caption: string }
  | { readonly kind: 'poll'; readonly poll: SimPoll }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number; readonly name: string }
  | {
      readonly kind: 'notice'
      readonly change: NoticeChange
      readonly subject: string
      readonly people: readonly Phone[]
    }

/** What the group was told about itself. */
export type NoticeChange = 'add' | 'remove' | 'leave' | 'promote' | 'demote' | 'subject' | 'create' | 'announce'

/** How far a message got, in the page's numbers. */
export const ACK = { error: -1, pending: 0, server: 1, device: 2, read: 3 } as const
export type Ack = (typeof ACK)[keyof typeof ACK]

export interface SimMessage {
  /** The stanza id, unique in the world. */
  readonly id: string
  readonly chatId: string
  readonly author: Phone
  /** Sent by a linked device rather than by the person's phone. */
  readonly byDevice: boolean
  /** Service ms of the sending. */
  readonly at: number
  content: MessageContent
  readonly quotes: string | null
  readonly mentions: readonly Phone[]
  readonly versions: { readonly at: number; readonly text: string }[]
  deletedAt: number | null
  /** A fault keeps the ticks from the sender. */
  ackHeld: boolean
  readonly deliveredTo: Set<Phone>
  readonly readBy: Set<Phone>
  readonly reactions: Map<Phone, string>
  readonly votes: Map<Phone, readonly number[]>
  /** The journal's number of the last change. */
  seq: number
}

export interface SimChat {
  /** `<digits>@g.us` for groups; `<phone>~<phone>` for private chats, which each side sees under the other's id. */
  readonly id: string
  readonly kind: 'group' | 'private'
  title: string
  readonly addressing: Addressing
  readonly members: Map<Phone, SimMember>
  /** Who left or was put out, and when in service ms: they keep what they had seen. */
  readonly former: Map<Phone, number>
  /** Only administrators may write. */
  announce: boolean
  readonly createdAt: number
  labels: string[]
  readonly messages: Map<string, SimMessage>
}

export interface Counters {
  person: number
  group: number
  message: number
  file: number
}
