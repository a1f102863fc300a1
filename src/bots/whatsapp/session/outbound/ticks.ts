import type { Client } from 'whatsapp-web.js'
import { Ambiguous, Refused } from '../../../../application/ports/channel.ts'

/** WhatsApp's marks beside a message of ours: an exclamation mark, a clock, one tick, two, two blue ones. */
const tick = { error: -1, clock: 0, server: 1 } as const

/** Ticks of messages that nobody has asked about yet: they may come before the send returns. */
const remembered = 500

/** Waits for the first tick of messages: WhatsApp's server has them. */
export class Ticks {
  readonly #seen = new Map<string, number>()
  readonly #waiting = new Map<string, (tick: number) => void>()

  listen(client: Client): void {
    client.on('message_ack', (message, ack) => this.#came(message.id.id, ack))
  }

  /**
   * Resolves at the first tick.
   * @throws ChannelError Ambiguous when none comes within `ms` of machine time, Refused when WhatsApp's server says no
   */
  async first(id: string, now: number, ms: number): Promise<void> {
    const seen = this.#seen.get(id) ?? now
    const ack = seen === tick.clock ? await this.#wait(id, ms) : seen
    if (ack === tick.error) throw new Refused('WhatsApp refused the message')
  }

  #wait(id: string, ms: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id)
        reject(new Ambiguous('no tick'))
      }, ms)
      this.#waiting.set(id, ack => {
        clearTimeout(timer)
        this.#waiting.delete(id)
        resolve(ack)
      })
    })
  }

  /** A clock is no tick; a message that was refused may still be sent by hand: only the server's word counts. */
  #came(id: string, ack: number): void {
    if (ack === tick.clock) return
    const waiting = this.#waiting.get(id)
    if (waiting) {
      waiting(ack)
      return
    }
    this.#seen.delete(id)
    this.#seen.set(id, ack)
    const [oldest] = this.#seen.keys()
    if (this.#seen.size > remembered && oldest !== undefined) this.#seen.delete(oldest)
  }
}
