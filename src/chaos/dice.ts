/** Chance that can be had again: the same seed throws the same numbers in the same order. */
export interface Dice {
  /** from 0 up to, not including, 1 */
  next(): number
  /** from `least` up to, not including, `most` */
  between(least: number, most: number): number
  /** one of them. @throws Error when there is none */
  pick<T>(from: readonly T[]): T
  /** a copy in another order */
  shuffled<T>(all: readonly T[]): T[]
}

/** @param seed any whole number; the generator is Mulberry32 (public domain), good enough to choose faults */
export const createDice = (seed: number): Dice => {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(next() * from.length)]
    if (found === undefined) throw new Error('there is nothing to pick from')
    return found
  }
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    pick,
    shuffled: all =>
      all
        .map(item => ({ item, place: next() }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ item }) => item),
  }
}
