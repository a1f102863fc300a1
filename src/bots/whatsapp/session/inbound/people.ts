import type { Client } from 'whatsapp-web.js'
import { within } from '../../../../lib/within.ts'

const isHidden = (id: string): boolean => id.endsWith('@lid')

/** Who somebody is: WhatsApp names people by number (`62…@c.us`) or by a hidden id (`…@lid`), as it likes. */
export class People {
  readonly #phoneOf = new Map<string, string>()
  readonly #hiddenOf = new Map<string, string>()
  readonly #answerMs: number

  constructor(answerMs: number) {
    this.#answerMs = answerMs
  }

  /**
   * The phone ids behind these ids, in their order; a hidden id stays where WhatsApp does not tell the number (it is asked
   * again the next time).
   * @throws when the page does not answer
   */
  async phoneIds(client: Client, ids: readonly string[]): Promise<string[]> {
    const unknown = [...new Set(ids.filter(id => isHidden(id) && !this.#phoneOf.has(id)))]
    if (unknown.length > 0) {
      const found = await within(this.#answerMs, client.getContactLidAndPhone(unknown))
      for (const [index, { pn }] of found.entries()) this.#know(unknown[index] ?? '', pn)
    }
    return ids.map(id => this.#phoneOf.get(id) ?? id)
  }

  async phoneId(client: Client, id: string): Promise<string> {
    const [phone = id] = await this.phoneIds(client, [id])
    return phone
  }

  /** How WhatsApp addresses the private chat with this person, as far as it was seen. */
  address(chat: string): string {
    return this.#hiddenOf.get(chat) ?? chat
  }

  /** A private chat that WhatsApp shows under the hidden id. */
  met(hidden: string, phone: string): void {
    if (isHidden(hidden) && !isHidden(phone)) this.#hiddenOf.set(phone, hidden)
  }

  #know(hidden: string, phone: string | undefined): void {
    if (phone) this.#phoneOf.set(hidden, phone)
  }
}
