import type { ServiceClock } from '../shared/clock.ts'
import { tooManyRequests } from './api-error.ts'

/** At most `max` sends in any `windowMs` of service time. */
export interface Rate {
  readonly max: number
  readonly windowMs: number
}

export interface LimitOptions {
  /** Sends and edits in one group or supergroup; Telegram's is 20 a minute. */
  readonly group?: Rate | 'off'
  /** Sends and edits in any one chat; Telegram speaks of about one a second and lets short bursts pass. Off by default. */
  readonly chat?: Rate | 'off'
  /** Sends and edits of the bot in all; Telegram's is about 30 a second. */
  readonly overall?: Rate | 'off'
}

const DEFAULTS = {
  group: { max: 20, windowMs: 60_000 },
  chat: 'off',
  overall: { max: 30, windowMs: 1_000 },
} as const satisfies Required<LimitOptions>

/** The sending limits, counted in sliding windows of service time. A refused call does not count. */
export class SendLimits {
  readonly #clock: ServiceClock
  readonly #sends = new Map<string, number[]>()
  #rates: Required<LimitOptions> | 'off'

  constructor(clock: ServiceClock, options: LimitOptions | 'off') {
    this.#clock = clock
    this.#rates = options === 'off' ? 'off' : { ...DEFAULTS, ...options }
  }

  change(options: LimitOptions | 'off'): void {
    this.#rates = options === 'off' ? 'off' : { ...DEFAULTS, ...options }
    this.#sends.clear()
  }

  get rates(): Required<LimitOptions> | 'off' {
    return this.#rates
  }

  /** Counts one send or edit. @throws BotApiError 429 with `retry_after` in service seconds, rounded up */
  take(chatId: number): void {
    if (this.#rates === 'off') return
    const now = this.#clock.now()
    const windows = [
      { key: `chat:${chatId}`, rate: this.#rates.chat },
      { key: `group:${chatId}`, rate: chatId < 0 ? this.#rates.group : ('off' as const) },
      { key: 'overall', rate: this.#rates.overall },
    ]
    let waitMs = 0
    for (const { key, rate } of windows) {
      if (rate !== 'off') waitMs = Math.max(waitMs, this.#waitFor(key, rate, now))
    }
    if (waitMs > 0) throw tooManyRequests(Math.max(1, Math.ceil(waitMs / 1000)), 'limit')
    for (const { key, rate } of windows) {
      if (rate !== 'off') this.#sends.set(key, [...(this.#sends.get(key) ?? []), now])
    }
  }

  /** Service ms until one more send fits into the window. Also forgets what has left it. */
  #waitFor(key: string, rate: Rate, now: number): number {
    // A clock that was set back would leave sends in the future: they no longer count.
    const recent = (this.#sends.get(key) ?? []).filter(at => at > now - rate.windowMs && at <= now)
    this.#sends.set(key, recent)
    const blocking = recent[recent.length - rate.max]
    return blocking === undefined ? 0 : blocking + rate.windowMs - now
  }
}
