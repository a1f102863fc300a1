import { isDeepStrictEqual } from 'node:util'
import type { MachineClock } from '../../../application/ports/clocks.ts'
import type { PairingOffer, SessionHealth, SessionStatus } from './session.ts'

/** What the session says about itself. `since` moves only when the status does. */
export class SessionState {
  readonly #machine: MachineClock
  readonly #listeners = new Set<(health: SessionHealth) => void>()
  #current: SessionHealth

  constructor(machine: MachineClock) {
    this.#machine = machine
    this.#current = {
      status: 'off',
      detail: '',
      since: machine.now(),
      number: null,
      pairing: null,
      chromiumBytes: null,
    }
  }

  get current(): SessionHealth {
    return this.#current
  }

  /** A code to scan belongs to `linking` alone: every other status ends it. */
  set(status: SessionStatus, detail: string, pairing: PairingOffer | null = null): void {
    const since = status === this.#current.status ? this.#current.since : this.#machine.now()
    this.#change({ status, detail, since, pairing })
  }

  linkedAs(number: string): void {
    this.#change({ number })
  }

  memoryIs(chromiumBytes: number | null): void {
    this.#change({ chromiumBytes })
  }

  watch(listener: (health: SessionHealth) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #change(change: Partial<SessionHealth>): void {
    const next = { ...this.#current, ...change }
    if (isDeepStrictEqual(next, this.#current)) return
    this.#current = next
    for (const listener of this.#listeners) listener(next)
  }
}
