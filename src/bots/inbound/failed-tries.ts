import type { Presser } from '../../application/application.ts'
import type { MachineClock } from '../../application/ports/clocks.ts'
import { WindowCounts } from './window-counts.ts'

/** Machine ms in which wrong codes are counted. A code has six digits and lives for a day: guessing must not pay. */
const windowMs = 60 * 60_000

/**
 * Wrong codes in the window. By chat, because an anonymous administrator is a new person in every group; of everybody
 * together, because accounts and groups cost a guesser nothing, while a true pairing can wait.
 */
const allowed = { person: 5, chat: 10, everybody: 30 } as const

/** guess: the code is looked up; tell: it was too much, said once to each; silent: said already */
export type Verdict = 'guess' | 'tell' | 'silent'

/** Counts wrong pairing codes. It forgets with the process, which a guesser cannot restart. */
export class FailedTries {
  readonly #wrong: WindowCounts
  readonly #told: WindowCounts

  constructor(machine: MachineClock) {
    this.#wrong = new WindowCounts(machine, windowMs)
    this.#told = new WindowCounts(machine, windowMs)
  }

  verdict(writer: Presser): Verdict {
    const keys = keysOf(writer)
    const isTooMuch = scopes.some(scope => this.#wrong.of(keys[scope]) >= allowed[scope])
    if (!isTooMuch) return 'guess'
    return this.#told.add(keys.person) === 1 ? 'tell' : 'silent'
  }

  /** True when with this one nobody's codes are looked up any more: somebody is guessing. */
  add(writer: Presser): boolean {
    const keys = keysOf(writer)
    for (const scope of ['person', 'chat'] as const) this.#wrong.add(keys[scope])
    return this.#wrong.add(keys.everybody) === allowed.everybody
  }
}

type Scope = keyof typeof allowed
const scopes = Object.keys(allowed) as Scope[]

const keysOf = ({ personId, address }: Presser): Record<Scope, string> => ({
  person: `person ${personId}`,
  chat: `chat ${address.chat}`,
  everybody: 'everybody',
})
