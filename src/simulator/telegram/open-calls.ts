import type { RefusedBy } from './contract.ts'

/** Counts the calls under way and the refusals; waiting polls are not counted. */
export class OpenCalls {
  readonly refusals: Record<RefusedBy, number> = { rule: 0, limit: 0, fault: 0 }
  #open = 0

  get open(): number {
    return this.#open
  }

  /** @returns what to do when the call is over; doing it twice counts once */
  begin(): () => void {
    this.#open += 1
    let over = false
    return () => {
      if (!over) this.#open -= 1
      over = true
    }
  }
}
