import type { LiveChange } from '../../application/ports/signals.ts'

export interface NumberedChange extends LiveChange {
  sequence: number
}

/** The last changes of this process, numbered from 1, for readers that were away for a moment. */
export interface ChangeBuffer {
  add(change: LiveChange): NumberedChange
  /** number of the newest change, 0 before the first */
  last(): number
  /** what came after this number, oldest first; null when the number is unknown or its followers are no longer kept */
  after(sequence: number): NumberedChange[] | null
}

export const createChangeBuffer = (size: number): ChangeBuffer => {
  const slots: NumberedChange[] = []
  let last = 0
  return {
    add(change) {
      last += 1
      const numbered = { ...change, sequence: last }
      slots[last % size] = numbered
      return numbered
    },
    last: () => last,
    after(sequence) {
      if (sequence > last || sequence < 0 || sequence < last - size) return null
      const missed = Array.from({ length: last - sequence }, (_, index) => slots[(sequence + 1 + index) % size])
      return missed.filter(change => change !== undefined)
    },
  }
}
