import type { MachineClock } from '../../application/ports/clocks.ts'
import { WindowCounts } from './window-counts.ts'

const windowMs = 60_000
/**
 * Answers in the window, to one chat and to all. They pass by the lanes and their pacing: whoever makes the bot talk
 * must not use up the 30 messages a second that the alerts need.
 */
const allowed = { chat: 8, all: 60 } as const

/** How many words the bot has left for chats that are not paired. */
export class StrangerAnswers {
  readonly #given: WindowCounts

  constructor(machine: MachineClock) {
    this.#given = new WindowCounts(machine, windowMs)
  }

  /** Whether one more answer to this chat is in order; it counts as given. */
  take(chat: string): boolean {
    if (this.#given.of(chat) >= allowed.chat || this.#given.of('all') >= allowed.all) return false
    this.#given.add(chat)
    this.#given.add('all')
    return true
  }
}
