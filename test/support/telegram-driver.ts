import type { ChatView, MessageHistory, PressOutcome, SentByPerson } from '../../src/simulator/telegram/contract.ts'
import {
  createTelegramDriver,
  type Reference,
  type SayWish,
  type TelegramDriver,
} from '../../src/simulator/telegram/driver.ts'

/** How long a story waits for what it expects, in machine ms. */
const PATIENCE_MS = 10_000

export type Wanted = string | RegExp

/** A message that was seen, and what a person may do with it next. */
export interface Seen {
  presses(button: string, by?: { as?: Reference; wait?: number }): Promise<PressOutcome>
  replies(text: string, by?: { as?: Reference }): Promise<SentByPerson>
  repliesWithPhoto(photo: string, by?: { as?: Reference; caption?: string }): Promise<SentByPerson>
}

/** `await group.sees('KEBAKARAN')` gives the message; `await group.sees('KEBAKARAN').presses('Kami tangani')` acts on it. */
export type Sight = Promise<MessageHistory> & Seen

/** One chat told as a story: what its people see and do. */
export class ChatStory {
  readonly driver: TelegramDriver
  readonly chat: Reference
  readonly #as: Reference
  readonly #since: number
  readonly #expected = new Set<string>()

  /** @param since the journal's number at which the story begins: older messages are none of its own */
  constructor(driver: TelegramDriver, chat: Reference, as: Reference, since = 0) {
    this.driver = driver
    this.chat = chat
    this.#as = as
    this.#since = since
  }

  /** Waits until a message of the bot shows the text; `with` names a button that it must have. */
  sees(wanted: Wanted, options: { with?: string; within?: number } = {}): Sight {
    const found = this.driver.waitFor(
      async () => (await this.fromBot()).findLast(message => shows(message, wanted) && has(message, options.with)),
      options.within ?? PATIENCE_MS,
      `${wanted} in ${this.chat}`,
    )
    const sight = found.then(message => {
      this.#expected.add(key(message))
      return message
    })
    return Object.assign(sight, this.#actions(sight))
  }

  /** Waits until no message of the bot shows the text any more (edited away or deleted). */
  async seesNoMore(wanted: Wanted, within = PATIENCE_MS): Promise<void> {
    const gone = async (): Promise<true | undefined> =>
      (await this.fromBot()).some(message => shows(message, wanted)) ? undefined : true
    await this.driver.waitFor(gone, within, `${wanted} gone from ${this.chat}`)
  }

  /** Messages of the bot that no `sees` has met: a story ends with this list empty. */
  async unexpected(): Promise<string[]> {
    const messages = await this.fromBot()
    return messages.filter(message => !this.#expected.has(key(message))).map(message => message.text)
  }

  /** The messages that some `sees` has met, as `chat/message`. */
  met(): string[] {
    return [...this.#expected]
  }

  writes(text: string, by: { as?: Reference } = {}): Promise<SentByPerson> {
    return this.driver.say(this.chat, { as: by.as ?? this.#as, text })
  }

  says(wish: Omit<SayWish, 'as'>, by: { as?: Reference } = {}): Promise<SentByPerson> {
    return this.driver.say(this.chat, { ...wish, as: by.as ?? this.#as })
  }

  async fromBot(): Promise<MessageHistory[]> {
    const { bot } = await this.driver.status()
    const messages = await this.driver.messages(this.chat)
    return messages.filter(({ from, kind, seq }) => from.id === bot.id && kind !== 'service' && seq > this.#since)
  }

  #actions(sight: Promise<MessageHistory>): Seen {
    const say = async (as: Reference | undefined, wish: Omit<SayWish, 'as' | 'replyTo'>): Promise<SentByPerson> => {
      const { chatId, messageId } = await sight
      return this.driver.say(chatId, { ...wish, as: as ?? this.#as, replyTo: messageId })
    }
    return {
      presses: async (button, { as, wait } = {}) => {
        const { chatId, messageId } = await sight
        const press = { as: as ?? this.#as, message: messageId, button }
        return this.driver.press(chatId, wait === undefined ? press : { ...press, wait })
      },
      replies: (text, { as } = {}) => say(as, { text }),
      repliesWithPhoto: (photo, { as, caption } = {}) =>
        say(as, caption === undefined ? { photo } : { photo, caption }),
    }
  }
}

export { createTelegramDriver, type TelegramDriver }

/** Makes a group with its crew and tells it as a story; the first member acts unless another is named. */
export async function groupStory(
  driver: TelegramDriver,
  title: string,
  crew: readonly string[] = ['Sari'],
  labels: readonly string[] = [],
): Promise<{ story: ChatStory; chat: ChatView; crew: number[] }> {
  const people: number[] = []
  for (const firstName of crew) people.push((await driver.createUser({ firstName })).id)
  const chat = await driver.createChat({ title, members: people, labels })
  return { story: new ChatStory(driver, chat.id, people[0] ?? 0), chat, crew: people }
}

const shows = (message: MessageHistory, wanted: Wanted): boolean =>
  typeof wanted === 'string' ? message.text.includes(wanted) : wanted.test(message.text)

const has = (message: MessageHistory, button: string | undefined): boolean =>
  button === undefined || message.buttons.flat().some(({ text }) => text.includes(button))

const key = (message: MessageHistory): string => `${message.chatId}/${message.messageId}`
