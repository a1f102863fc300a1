import type { Ack, Addressing, MediaGone, MediaKind, NoticeChange, PhoneShown } from '../world/state.ts'

export type { Ack, Addressing, MediaGone, MediaKind, NoticeChange, PhoneShown }

export interface PersonView {
  readonly phone: string
  /** `<digits>@c.us` */
  readonly pn: string
  /** `<digits>@lid` */
  readonly lid: string
  readonly name: string
  readonly addressing: Addressing
  readonly phoneShown: PhoneShown
  readonly online: boolean
}

export interface ChatView {
  readonly id: string
  readonly kind: 'group' | 'private'
  readonly title: string
  readonly addressing: Addressing
  readonly announce: boolean
  readonly members: readonly { readonly phone: string; readonly name: string; readonly admin: boolean }[]
  readonly labels: readonly string[]
  /** The journal's number of the last change of a message; 0 without one. */
  readonly lastSeq: number
  /** The newest message that somebody wrote. */
  readonly last: MessageView | null
}

export interface MediaView {
  readonly kind: MediaKind
  readonly fileId: string
  readonly mime: string
  readonly size: number
  readonly name: string | null
  readonly seconds: number | null
  readonly gone: MediaGone | null
}

/** A message as the people of the chat see it. */
export interface MessageView {
  readonly id: string
  readonly chatId: string
  /** The journal's number of the last change, ticks aside. */
  readonly seq: number
  /** The author's phone number. */
  readonly author: string
  readonly authorName: string
  readonly byDevice: boolean
  /** Service ms. */
  readonly at: number
  readonly kind: 'text' | 'media' | 'poll' | 'location' | 'notice'
  /** The text, caption, question, place or notice. */
  readonly text: string
  /** What the group was told about itself, and whom it concerns by name. */
  readonly notice: { readonly change: NoticeChange; readonly people: readonly string[] } | null
  readonly media: MediaView | null
  readonly poll: { readonly options: readonly string[]; readonly single: boolean } | null
  readonly place: { readonly latitude: number; readonly longitude: number } | null
  readonly quotes: string | null
  readonly mentions: readonly string[]
  readonly edited: boolean
  readonly deleted: boolean
  readonly ack: Ack
  /** Emoji by phone number. */
  readonly reactions: Readonly<Record<string, string>>
  /** Chosen options by phone number; nothing for whoever withdrew. */
  readonly votes: Readonly<Record<string, readonly string[]>>
  readonly versions: readonly { readonly at: number; readonly text: string }[]
}
