import type { MachineClock } from '../../application/ports/clocks.ts'

export type BotStatus =
  /** not started */
  | 'off'
  | 'starting'
  /** updates arrive */
  | 'polling'
  | 'webhook'
  /** another process of ours polls */
  | 'standby'
  /** a foreign program polls with our token */
  | 'conflict'
  | 'unreachable'
  /** what arrived cannot be stored */
  | 'inboxDown'
  | 'tokenWrong'

export interface BotHealth {
  status: BotStatus
  /** plain words for the health page; no secret, no personal data */
  detail: string
  /** machine time, ms */
  since: number
  username?: string
}

/** What the bot says about itself. `since` moves only when the status does. */
export class HealthReport {
  readonly #machine: MachineClock
  #current: BotHealth

  constructor(machine: MachineClock) {
    this.#machine = machine
    this.#current = { status: 'off', detail: '', since: machine.now() }
  }

  get current(): BotHealth {
    return this.#current
  }

  set(status: BotStatus, detail = ''): void {
    const since = status === this.#current.status ? this.#current.since : this.#machine.now()
    this.#current = { ...this.#current, status, detail, since }
  }

  named(username: string): void {
    this.#current = { ...this.#current, username }
  }
}
