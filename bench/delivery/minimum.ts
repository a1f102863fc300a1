import type { Rate } from '../../src/simulator/telegram/index.ts'

/** What the platform lets through: MESSAGING.md. */
const overall: Rate = { max: 30, windowMs: 1_000 }
const inGroup: Rate = { max: 20, windowMs: 60_000 }

/** When the next may go after these sends, ms. */
const freeAt = (sends: readonly number[], { max, windowMs }: Rate): number => {
  const blocking = sends[sends.length - max]
  return blocking === undefined ? 0 : blocking + windowMs
}

/**
 * The least time in which the platform's limits let `each` messages into each of `groups`, ms from the first to the
 * last: whoever may go first goes, at the very moment when he may.
 */
export const minimumMs = (groups: number, each: number): number => {
  const sends = Array.from({ length: groups }, (): number[] => [])
  const all: number[] = []
  for (let round = 0; round < each; round++) {
    for (const own of sends) {
      const at = Math.max(all.at(-1) ?? 0, freeAt(all, overall), freeAt(own, inGroup))
      own.push(at)
      all.push(at)
    }
  }
  return all.at(-1) ?? 0
}
