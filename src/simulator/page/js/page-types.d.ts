import type { ChatView, MessageView, ShownVersion, UserView } from '../../telegram/contract.ts'
import type { Ack, PersonView, ChatView as WhatsAppChatView } from '../../whatsapp/contract.ts'

export type PlatformName = 'telegram' | 'whatsapp'

/** Telegram's chats and people have numbers, WhatsApp's have words: no id is in both. */
export type ChatId = number | string
export type PersonId = number | string
export type MessageId = number | string

/** A chat of either platform. */
export interface PageChat {
  readonly platform: PlatformName
  readonly id: ChatId
  readonly type: 'private' | 'group' | 'supergroup'
  readonly title: string
  /** The person of a private chat. */
  readonly userId: PersonId | null
  readonly memberIds: readonly PersonId[]
  readonly labels: readonly string[]
  readonly topics: ChatView['topics']
  readonly migratedTo: number | null
  readonly lastSeq: number
  readonly last: { readonly at: number; readonly name: string; readonly text: string; readonly kind: string } | null
  /** The chat in its platform's own words. */
  readonly telegram?: ChatView
  readonly whatsapp?: WhatsAppChatView
}

export interface PagePerson {
  readonly platform: PlatformName
  readonly id: PersonId
  readonly name: string
  /** User name or phone number. */
  readonly handle: string | null
  readonly telegram?: UserView
  readonly whatsapp?: PersonView
}

type Telegrams = Omit<MessageView, 'chatId' | 'messageId' | 'from' | 'kind' | 'replyTo' | 'photo' | 'file' | 'venue'>

/** A message of either platform, with the versions that the page has seen. */
export interface PageMessage extends Telegrams {
  readonly chatId: ChatId
  readonly messageId: MessageId
  /** `isBot`: by us, be it a bot or a linked number. */
  readonly from: { readonly id: PersonId; readonly name: string; readonly isBot: boolean }
  readonly kind: MessageView['kind'] | 'poll' | 'deletedMessage'
  readonly replyTo: { readonly messageId: MessageId; readonly name: string; readonly text: string } | null
  readonly photo: { readonly url: string; readonly size?: { readonly width: number; readonly height: number } } | null
  readonly file: { readonly name: string | null } | null
  readonly venue: { readonly title: string; readonly address: string } | null
  readonly versions?: readonly ShownVersion[]
  /** WhatsApp's: how far our message got, who reacted, who chose what. */
  readonly ticks?: Ack
  readonly reactions?: readonly { readonly emoji: string; readonly names: readonly string[] }[]
  readonly poll?: { readonly single: boolean; readonly options: readonly PollOption[] }
}

export interface PollOption {
  readonly text: string
  readonly voters: readonly { readonly id: PersonId; readonly name: string }[]
}

export interface PlatformStatus {
  /** Names this run of the stand-in. */
  readonly epoch: string
  readonly serviceNow: number
  readonly rate: number
  readonly seq: number
}

/** What a journal entry changed, in the page's words. */
export type Change =
  /** `fresh`: written just now, not only changed. */
  | { readonly kind: 'message'; readonly message: PageMessage; readonly fresh: boolean }
  | { readonly kind: 'deleted'; readonly chatId: ChatId; readonly messageId: MessageId }
  | { readonly kind: 'chat'; readonly chat: PageChat; readonly migrated: boolean }
  | { readonly kind: 'person'; readonly person: PagePerson }
  | { readonly kind: 'fault' }

export interface SayWish {
  readonly as: PersonId | { readonly anonymous: true }
  readonly text?: string
  readonly photo?: string | { readonly base64: string }
  readonly location?: { readonly latitude: number; readonly longitude: number }
  readonly caption?: string
  readonly replyTo?: MessageId
  readonly topic?: number
}

/** What can be done to a chat from outside, for its ⋮ menu. */
export interface MenuEntry {
  readonly word: string
  readonly act: () => Promise<unknown>
  readonly danger?: boolean
}

/** One stand-in as the page sees it: `store` knows the chats, a platform knows how to reach them. */
export interface Platform<Status extends PlatformStatus = PlatformStatus> {
  readonly name: PlatformName
  readonly eventsUrl: string
  status(): Promise<Status>
  chats(): Promise<PageChat[]>
  people(): Promise<PagePerson[]>
  messages(chat: ChatId): Promise<PageMessage[]>
  /** `known` is the message as the page has it, if it has. */
  read(entry: unknown, known: (chat: ChatId, message: MessageId) => PageMessage | undefined): readonly Change[]
  /** @returns a word's key when something about the message should be said */
  say(chat: ChatId, wish: SayWish): Promise<string | undefined>
  createPerson(fields: Readonly<Record<string, string>>): Promise<unknown>
  createGroup(wish: { title: string; kind: string; members: readonly string[] }): Promise<PageChat>
  /** Opens the private chat of a person with us. */
  openPrivate(person: PersonId): Promise<ChatId>
  /** `person` is the one of a private chat. */
  menu(chat: PageChat, person: PagePerson | undefined): readonly MenuEntry[]
  /** Words' keys: what is to be known about the chat, and what keeps us from reaching it. */
  notes(chat: PageChat): readonly string[]
  troubleOf(chat: PageChat, person: PagePerson | undefined): string | undefined
  /** An empty emoji takes the reaction back. */
  react?(message: PageMessage, as: PersonId, emoji: string): Promise<unknown>
  /** No options withdraw the vote. */
  vote?(message: PageMessage, as: PersonId, options: readonly string[]): Promise<unknown>
  /** The people of the chat have it before their eyes. */
  seen?(chat: ChatId): Promise<unknown>
}

export interface SamplePhoto {
  readonly name: string
  readonly title: string
  readonly url: string
}

/** Who acts in a chat: a person's id, an anonymous administrator (`anonymous`), or nobody yet. */
export type Actor = PersonId | undefined

/** What a person may do with a message. */
export interface MessageActions {
  press(message: PageMessage, button: ShownButton, element: HTMLElement): void
  reply(message: PageMessage): void
  react(message: PageMessage, emoji: string): void
  vote(message: PageMessage, option: string): void
  showHistory(message: PageMessage): void
  jump(messageId: MessageId): void
}

type ShownButton = MessageView['buttons'][number][number]

export type Tone = 'answer' | 'quiet' | 'trouble'
export type Notify = (text: string, tone?: Tone) => void

/** What the store tells, by name. */
export interface StoreEvents {
  loaded: undefined
  status: undefined
  messages: { chatId: ChatId; message?: PageMessage }
  news: PageMessage
  fault: undefined
  moved: PageChat
  chats: { chatId?: ChatId }
  person: { chatId: ChatId }
  read: { chatId: ChatId }
  open: { chatId: ChatId }
}

export interface Dialogs {
  newPerson(): void
  newGroup(): void
  startPrivate(): void
}
