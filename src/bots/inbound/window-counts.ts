import type { MachineClock } from '../../application/ports/clocks.ts'

/** How often something happened, by key, since its first time within a window of machine milliseconds. */
export class WindowCounts {
  readonly #machine: MachineClock
  readonly #windowMs: number
  /** in the order of their first times, so that what is over stands at the beginning */
  readonly #counts = new Map<string, { count: number; since: number }>()

  constructor(machine: MachineClock, windowMs: number) {
    this.#machine = machine
    this.#windowMs = windowMs
  }

  of(key: string): number {
    this.#forgetOld()
    return this.#counts.get(key)?.count ?? 0
  }

  /** The count with this one. */
  add(key: string): number {
    this.#forgetOld()
    const known = this.#counts.get(key) ?? { count: 0, since: this.#machine.now() }
    known.count += 1
    this.#counts.set(key, known)
    return known.count
  }

  #forgetOld(): void {
    const before = this.#machine.now() - this.#windowMs
    for (const [key, { since }] of this.#counts) {
      if (since >= before) return
      this.#counts.delete(key)
    }
  }
}
