import {
  CardGone,
  type Channel,
  type ChatAddress,
  type OutgoingMessage,
} from '../../../src/application/ports/channel.ts'

/** A message as people in a chat see it now. */
export interface Shown {
  chat: string
  thread?: number
  messageId: string
  message: OutgoingMessage
  /** how often it was edited since it came */
  edits: number
}

/** What goes wrong next: `shown` says whether the people saw the message all the same. */
interface Fault {
  on: 'send' | 'edit'
  chat?: string
  /** this message only */
  messageId?: string
  error: Error
  shown: boolean
  times: number
}

/** Plays the outside world at the port: it keeps what people see, and fails exactly as it is told. */
export class Platform {
  readonly channel: Channel = {
    name: 'telegram',
    send: (to, message) => this.#send(to, message),
    edit: (to, messageId, message) => this.#edit(to, messageId, message),
    check: async () => undefined,
    isMember: async ({ chat }, personId) => this.members.get(chat)?.has(personId) ?? null,
  }
  /** who the platform says is in a chat */
  readonly members = new Map<string, Set<string>>()
  readonly #shown: Shown[] = []
  #faults: Fault[] = []
  #last = 0
  /** every request in its order, refused ones too */
  readonly requests: { on: 'send' | 'edit'; chat: string; text: string }[] = []

  /** The next requests fail; `Number.POSITIVE_INFINITY` until `heals`. */
  fails(
    on: Fault['on'],
    error: Error,
    { shown = false, times = 1, ...where }: Partial<Omit<Fault, 'on' | 'error'>> = {},
  ) {
    this.#faults.push({ on, error, shown, times, ...where })
  }

  heals(): void {
    this.#faults = []
  }

  /** What the chat shows, oldest first. */
  in(chat: string): Shown[] {
    return this.#shown.filter(shown => shown.chat === chat)
  }

  texts(chat: string): string[] {
    return this.in(chat).map(({ message }) => message.content.text)
  }

  /** The newest message of the chat with these words. @throws when there is none */
  sees(chat: string, words: string | RegExp): Shown {
    const found = this.in(chat).findLast(({ message }) => matches(message.content.text, words))
    if (!found) throw new Error(`${chat} does not show ${words}; it shows:\n${this.texts(chat).join('\n---\n')}`)
    return found
  }

  count(chat: string, words: string | RegExp): number {
    return this.texts(chat).filter(text => matches(text, words)).length
  }

  /** Somebody deletes a message. */
  deletes(shown: Shown): void {
    this.#shown.splice(this.#shown.indexOf(shown), 1)
  }

  async #send({ chat, thread }: ChatAddress, message: OutgoingMessage): Promise<{ messageId: string }> {
    this.requests.push({ on: 'send', chat, text: message.content.text })
    const fault = this.#fault('send', chat)
    this.#last += 1
    const messageId = String(this.#last)
    if (!fault || fault.shown) {
      this.#shown.push({ chat, messageId, message, edits: 0, ...(thread === undefined ? {} : { thread }) })
    }
    if (fault) throw fault.error
    return { messageId }
  }

  async #edit({ chat }: ChatAddress, messageId: string, message: OutgoingMessage): Promise<void> {
    this.requests.push({ on: 'edit', chat, text: message.content.text })
    const fault = this.#fault('edit', chat, messageId)
    if (fault && !fault.shown) throw fault.error
    const shown = this.#shown.find(one => one.chat === chat && one.messageId === messageId)
    if (!shown) throw new CardGone('message to edit not found')
    Object.assign(shown, { message, edits: shown.edits + 1 })
    if (fault) throw fault.error
  }

  #fault(on: Fault['on'], chat: string, messageId?: string): Fault | undefined {
    const fault = this.#faults.find(
      one =>
        one.on === on && one.times > 0 && (one.chat ?? chat) === chat && (one.messageId ?? messageId) === messageId,
    )
    if (fault) fault.times -= 1
    return fault
  }
}

const matches = (text: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text)
