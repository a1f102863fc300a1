import type { MachineClock } from '../../../application/ports/clocks.ts'

/** Machine ms, and how many wrong codes one person may type in it. A code has six digits: guessing must not pay. */
const windowMs = 10 * 60_000
const allowed = 5

/** Counts wrong pairing codes by person. It forgets with the process, which a guesser cannot restart. */
export class FailedTries {
  readonly #machine: MachineClock
  readonly #tries = new Map<string, { count: number; since: number }>()

  constructor(machine: MachineClock) {
    this.#machine = machine
  }

  isTooMany(person: string): boolean {
    this.#forgetOld()
    return (this.#tries.get(person)?.count ?? 0) >= allowed
  }

  add(person: string): void {
    const known = this.#tries.get(person)
    if (known) known.count += 1
    else this.#tries.set(person, { count: 1, since: this.#machine.now() })
  }

  #forgetOld(): void {
    const before = this.#machine.now() - windowMs
    for (const [person, { since }] of this.#tries) if (since < before) this.#tries.delete(person)
  }
}
