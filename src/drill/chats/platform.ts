import type { ChatMessage, Happening } from './chat-message.ts'

/** Machine ms that a person looks at the phone for an answer. */
export const patienceMs = 60_000

/** Somebody presses a button of this message, or answers it by number. */
export interface Press {
  chat: string
  /** full name of the person */
  as: string
  button: string
  on: ChatMessage
}

/** Somebody writes, or sends a picture, as a reply to this message. */
export interface Reply {
  chat: string
  as: string
  to: ChatMessage
  what: { text: string } | { photo: string }
}

/** A report in one message: the card's code, the outcome's number, the words. */
export interface CodedReport {
  chat: string
  as: string
  on: ChatMessage
  outcome: string
  text: string
}

/** A way to be told what is under way on a platform. */
export interface Stirring {
  /** waits until the platform is idle, at most so many machine ms; `seq` changes with everything that happens */
  waitIdle(ms: number): Promise<{ idle: boolean; seq: number }>
}

/** A messaging platform with its chats and the people in them, named by label and by full name. */
export interface Platform extends Stirring {
  readonly labels: ReadonlySet<string>
  /** everything that happened since the last look. @throws Error when something of it is kept no more */
  news(): Promise<Happening[]>
  /** @returns what the person is told: a popup's text, a sign, a message; null when nothing comes */
  press(press: Press): Promise<string | null>
  /** the same while nobody is there to answer */
  pressUnheard(press: Press): Promise<void>
  /** the whole report in one message, where a code names its card; the answer as for `press` */
  reportByCode(report: CodedReport): Promise<string | null>
  reply(reply: Reply): Promise<void>
}
