import type { MachineClock } from '../application/ports/clocks.ts'
import type { LeaseStore } from '../application/ports/records.ts'
import type { Log } from '../application/ports/signals.ts'
import { describeError } from '../lib/describe-error.ts'

/** Who dies is followed by another after this long, machine ms: short, for presses wait meanwhile. */
export const leaseMs = 6000

/** Keeps one lease while it is wanted: renewed every third of its time, reported when it is lost. */
export class KeptLease {
  readonly #deps: { leases: LeaseStore; machine: MachineClock; log: Log; owner: string }
  readonly #name: string
  readonly #onLost: () => void
  #timer: NodeJS.Timeout | undefined

  constructor(
    name: string,
    deps: { leases: LeaseStore; machine: MachineClock; log: Log; owner: string },
    onLost: () => void,
  ) {
    this.#name = name
    this.#deps = deps
    this.#onLost = onLost
  }

  /** True while we hold it. */
  async hold(): Promise<boolean> {
    if (this.#timer) return true
    if (!(await this.#take())) return false
    this.#timer = setInterval(() => void this.#renew(), leaseMs / 3)
    return true
  }

  async release(): Promise<void> {
    if (!this.#timer) return
    this.#forget()
    await this.#deps.leases.release(this.#name, this.#deps.owner)
  }

  #take(): Promise<boolean> {
    return this.#deps.leases.take(this.#name, this.#deps.owner, this.#deps.machine.now(), leaseMs)
  }

  /** A store that cannot be asked is no proof that we still hold it: we step back, and take it again when we can. */
  async #renew(): Promise<void> {
    try {
      if (await this.#take()) return
      this.#deps.log.warn({ lease: this.#name }, 'lease lost')
    } catch (error) {
      this.#deps.log.warn({ lease: this.#name, ...describeError(error) }, 'lease not renewed')
    }
    if (!this.#timer) return
    this.#forget()
    this.#onLost()
  }

  #forget(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
