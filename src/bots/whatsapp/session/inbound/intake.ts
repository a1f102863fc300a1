import type { MachineClock } from '../../../../application/ports/clocks.ts'
import type { InboxStore } from '../../../../application/ports/inbox.ts'
import type { Log, WakeUps } from '../../../../application/ports/signals.ts'
import { describeError } from '../../../../lib/describe-error.ts'
import type { Manners } from '../manners.ts'
import type { WhatsAppUpdate } from '../update.ts'
import { entryId } from './entry-id.ts'

/** A store that cannot be asked is asked again after this long, machine ms: the message exists nowhere else. */
const againMs = 1_000

export interface IntakeParts {
  inbox: Pick<InboxStore, 'add'>
  wakeUps: WakeUps
  machine: MachineClock
  manners: Manners
  log: Log
}

/** Puts what happened into the durable inbox, in the order of each chat; what is none of our business is left unread. */
export class Intake {
  readonly #parts: IntakeParts
  readonly #chats = new Map<string, Promise<void>>()

  #closed = false

  constructor(parts: IntakeParts) {
    this.#parts = parts
  }

  /**
   * `make` runs when everything before it in this chat is stored: the missed messages of a chat come before its new ones.
   * Resolves with the number of entries that were new; never rejects.
   */
  take(chat: string, make: () => Promise<readonly WhatsAppUpdate[]>): Promise<number> {
    const before = this.#chats.get(chat) ?? Promise.resolve()
    const turn = before.then(() => this.#store(make))
    const done = turn.then(() => undefined)
    this.#chats.set(chat, done)
    void done.then(() => {
      if (this.#chats.get(chat) === done) this.#chats.delete(chat)
    })
    return turn
  }

  /** Resolves when all that was taken in is stored, or cannot be: the next start fetches it. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#chats.values())
  }

  async #store(make: () => Promise<readonly WhatsAppUpdate[]>): Promise<number> {
    const { log } = this.#parts
    let updates: readonly WhatsAppUpdate[]
    try {
      updates = await make()
    } catch (error) {
      log.warn({ error: describeError(error) }, 'a WhatsApp message could not be read; it is fetched again')
      return 0
    }
    for (;;) {
      try {
        return await this.#keep(updates)
      } catch (error) {
        if (this.#closed) return 0
        log.error({ error: describeError(error) }, 'a WhatsApp message could not be stored; it is tried again')
        await new Promise(resolve => setTimeout(resolve, againMs))
      }
    }
  }

  async #keep(updates: readonly WhatsAppUpdate[]): Promise<number> {
    const { inbox, wakeUps, machine, manners } = this.#parts
    const ours: WhatsAppUpdate[] = []
    for (const update of updates) if (await manners.mayRead(update)) ours.push(update)
    if (ours.length === 0) return 0
    const entries = ours.map(update => ({
      id: entryId(update),
      channel: 'whatsapp' as const,
      chat: update.chat,
      update,
    }))
    const added = await inbox.add(entries, machine.now())
    for (const key of new Set(added.map(entry => entry.chat))) wakeUps.inbox('whatsapp', key)
    return added.length
  }
}
