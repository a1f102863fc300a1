import type { Update } from '@grammyjs/types'
import { type BotApiError, conflict } from './api-error.ts'
import type { Params } from './params.ts'
import type { UpdateQueue } from './updates.ts'

/** The longest wait of one poll in machine seconds, as at Telegram. */
const MAX_TIMEOUT_S = 50

const OTHER_POLLER = 'terminated by other getUpdates request; make sure that only one bot instance is running'

/** Long polling: one poller at a time, the newer one ends the older one with 409. */
export class Poller {
  readonly #updates: UpdateQueue
  #waiting: { end(error: BotApiError): void } | undefined

  constructor(updates: UpdateQueue) {
    this.#updates = updates
  }

  get waiting(): boolean {
    return this.#waiting !== undefined
  }

  /** Ends a waiting poll, as setWebhook does. */
  interrupt(description: string): void {
    this.#waiting?.end(conflict(description))
  }

  async poll(params: Params, signal: AbortSignal): Promise<Update[]> {
    this.interrupt(OTHER_POLLER)
    const allowed = params.nested('allowed_updates')
    if (Array.isArray(allowed)) this.#updates.setAllowed(allowed.filter(kind => typeof kind === 'string'))
    const offset = params.integer('offset') ?? 0
    if (offset !== 0) this.#updates.confirm(offset)
    const limit = Math.min(Math.max(params.integer('limit') ?? 100, 1), 100)
    const seconds = Math.min(Math.max(params.integer('timeout') ?? 0, 0), MAX_TIMEOUT_S)
    const ready = this.#updates.peek(limit)
    if (ready.length > 0 || seconds === 0 || signal.aborted) return ready
    await this.#wait(seconds * 1000, signal)
    return this.#updates.peek(limit)
  }

  async #wait(ms: number, signal: AbortSignal): Promise<void> {
    let settle: { resolve(): void; reject(error: Error): void } | undefined
    const woken = new Promise<void>((resolve, reject) => {
      settle = { resolve, reject }
    })
    const self = { end: (error: BotApiError): void => settle?.reject(error) }
    const resolve = (): void => settle?.resolve()
    this.#waiting = self
    const stop = this.#updates.listen(resolve)
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', resolve)
    try {
      await woken
    } finally {
      stop()
      clearTimeout(timer)
      signal.removeEventListener('abort', resolve)
      if (this.#waiting === self) this.#waiting = undefined
    }
  }
}
