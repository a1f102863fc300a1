import type { Location, MessageEntity } from '@grammyjs/types'

/** What people see: messages, chats, people. Times named `at` are service ms. */

export interface ShownButton {
  readonly text: string
  /** callback_data, when the button calls back. */
  readonly data?: string
  readonly url?: string
  /** Any other kind of button, by its field name. */
  readonly other?: string
}

export interface ShownVersion {
  readonly at: number
  readonly text: string
  readonly entities: readonly MessageEntity[]
  readonly buttons: readonly (readonly ShownButton[])[]
}

export interface ShownPerson {
  readonly id: number
  readonly name: string
  readonly username: string | null
  readonly isBot: boolean
}

export type MessageKind =
  | 'text'
  | 'photo'
  | 'document'
  | 'voice'
  | 'sticker'
  | 'location'
  | 'venue'
  | 'contact'
  | 'service'

/** A message as a member of the chat sees it now. */
export interface MessageView {
  readonly chatId: number
  readonly messageId: number
  readonly topicId: number | null
  readonly seq: number
  readonly at: number
  readonly from: ShownPerson
  readonly kind: MessageKind
  /** Text or caption; for a service message a sentence in Indonesian. */
  readonly text: string
  readonly entities: readonly MessageEntity[]
  readonly buttons: readonly (readonly ShownButton[])[]
  readonly forceReply: { readonly placeholder: string | null; readonly forUserIds: readonly number[] } | null
  readonly replyTo: { readonly messageId: number; readonly name: string; readonly text: string } | null
  /** How often the message was edited, and when last. */
  readonly edits: number
  readonly editedAt: number | null
  readonly deletedAt: number | null
  /** Sent without sound (`disable_notification`). */
  readonly silent: boolean
  readonly photo: {
    readonly fileId: string
    readonly url: string
    readonly width: number
    readonly height: number
  } | null
  readonly file: { readonly fileId: string; readonly url: string; readonly name: string; readonly mime: string } | null
  readonly location: Location | null
  readonly venue: { readonly title: string; readonly address: string } | null
  readonly albumId: string | null
}

/** A message with everything that it has ever shown, oldest first. */
export interface MessageHistory extends MessageView {
  readonly versions: readonly ShownVersion[]
}

export interface ChatView {
  readonly id: number
  readonly type: 'private' | 'group' | 'supergroup'
  readonly title: string
  readonly forum: boolean
  readonly userId: number | null
  readonly memberIds: readonly number[]
  readonly labels: readonly string[]
  readonly bot: 'administrator' | 'member' | 'restricted' | 'left' | 'kicked'
  readonly botMaySend: { readonly texts: boolean; readonly photos: boolean }
  readonly deleted: boolean
  readonly migratedTo: number | null
  readonly migratedFrom: number | null
  readonly topics: readonly { readonly id: number; readonly name: string; readonly closed: boolean }[]
  readonly messageCount: number
  readonly lastSeq: number
  readonly last: {
    readonly at: number
    readonly name: string
    readonly text: string
    readonly kind: MessageKind
  } | null
}

export interface UserView {
  readonly id: number
  readonly name: string
  readonly firstName: string
  readonly username: string | null
  readonly languageCode: string
  readonly started: boolean
  readonly blockedBot: boolean
  readonly deactivated: boolean
}
