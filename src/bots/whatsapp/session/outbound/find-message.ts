import type { Client, Message } from 'whatsapp-web.js'
import type { People } from '../inbound/people.ts'
import { isGroup } from '../inbound/to-update.ts'
import { ask } from './page-call.ts'

/** How far back a message is looked for that nobody has seen since the start. */
const lookBack = 200

/** Keys of messages that are remembered by their stanza id. */
const remembered = 2_000

const isKey = (message: string): boolean => /^(true|false)_/.test(message)

/** Finds messages by stanza id: WhatsApp's page wants its whole key, which also names chat and author. */
export class FindMessage {
  readonly #keys = new Map<string, string>()
  readonly #people: People
  readonly #answerMs: number

  constructor(people: People, answerMs: number) {
    this.#people = people
    this.#answerMs = answerMs
  }

  remember(id: string, key: string): void {
    this.#keys.set(id, key)
    const [oldest] = this.#keys.keys()
    if (this.#keys.size > remembered && oldest !== undefined) this.#keys.delete(oldest)
  }

  /** The message as it is now; null when the page does not find it. @throws ChannelError Temporary */
  async message(client: Client, chat: string, message: string): Promise<Message | null> {
    for (const key of this.#likelyKeys(client, chat, message)) {
      const found = await this.#byKey(client, key)
      if (found) return found
    }
    return isKey(message) ? null : this.#lookBack(client, chat, message)
  }

  /** The key to quote it by; undefined when the page does not find it. @throws ChannelError Temporary */
  async key(client: Client, chat: string, message: string): Promise<string | undefined> {
    const known = isKey(message) ? message : this.#keys.get(message)
    return known ?? (await this.message(client, chat, message))?.id._serialized
  }

  #likelyKeys(client: Client, chat: string, message: string): string[] {
    if (isKey(message)) return [message]
    const known = this.#keys.get(message)
    if (known !== undefined) return [known]
    const own = `true_${this.#people.address(chat)}_${message}`
    return [isGroup(chat) ? `${own}_${client.info.wid._serialized}` : own]
  }

  async #byKey(client: Client, key: string): Promise<Message | null> {
    const found = await ask(this.#answerMs, () => client.getMessageById(key))
    if (found) this.remember(found.id.id, found.id._serialized)
    return found ?? null
  }

  async #lookBack(client: Client, chat: string, id: string): Promise<Message | null> {
    const found = await ask(this.#answerMs, async () => {
      const shown = await client.getChatById(this.#people.address(chat))
      const messages = (await shown?.fetchMessages({ limit: lookBack })) ?? []
      return messages.find(message => message.id.id === id) ?? null
    })
    if (found) this.remember(id, found.id._serialized)
    return found
  }
}
