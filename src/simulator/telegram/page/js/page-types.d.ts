import type { JournalEntry, MessageView, ShownButton, ShownVersion } from '../../contract.ts'

/** A message as the page keeps it: with the versions it has seen. */
export interface PageMessage extends MessageView {
  readonly versions?: readonly ShownVersion[]
}

export interface SamplePhoto {
  readonly name: string
  readonly title: string
  readonly url: string
}

/** Who acts in a chat: a person's id, an anonymous administrator, or nobody yet. */
export type Actor = number | 'anonymous' | undefined

/** What a person may do with a message. */
export interface MessageActions {
  press(message: PageMessage, button: ShownButton, element: HTMLElement): void
  reply(message: PageMessage): void
  showHistory(message: PageMessage): void
  jump(messageId: number): void
}

export type Tone = 'answer' | 'quiet' | 'trouble'
export type Notify = (text: string, tone?: Tone) => void

/** What the store tells, by name. */
export interface StoreEvents {
  loaded: undefined
  status: undefined
  messages: { chatId: number; message?: PageMessage }
  entry: JournalEntry
  chats: { chatId?: number }
  person: { chatId: number }
  read: { chatId: number }
  open: { chatId: number }
}

export interface Dialogs {
  newPerson(): void
  newGroup(): void
  startPrivate(): void
}
