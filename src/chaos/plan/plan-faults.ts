import type { Dice } from '../dice.ts'
import { type FaultKind, faultKinds, faultOf } from '../faults/index.ts'

/** A fault and when it comes, machine ms after the load began. */
export interface PlannedFault {
  at: number
  kind: FaultKind
  lastsMs: number
  /** for what the fault itself leaves to chance */
  seed: number
}

/** The first calls are under way by then, ms. */
const firstAt = 4_000
/** Between the beginnings of two faults: mostly short, sometimes long enough for everything to come to rest, ms. */
const usualGap = [1_500, 7_000] as const
const longGap = [18_000, 26_000] as const
const longShare = 0.07

/** Faults for a run of this length: rounds of every kind, each round in another order, as many as there is time for. */
export const planFaults = (dice: Dice, runMs: number): PlannedFault[] => {
  const planned: PlannedFault[] = []
  const gap = gapFor(runMs)
  let at = firstAt
  let round: FaultKind[] = []
  while (at < runMs) {
    if (round.length === 0) round = dice.shuffled(faultKinds)
    const kind = round.pop()
    if (kind === undefined) break
    const lastsMs = Math.round(dice.between(...faultOf(kind).lasts))
    planned.push({ at: Math.round(at), kind, lastsMs, seed: Math.floor(dice.next() * 2 ** 31) })
    at += gap(dice)
  }
  return planned
}

/** A short run has every kind once and no long rests. */
const gapFor = (runMs: number): ((dice: Dice) => number) => {
  const even = (runMs - firstAt) / faultKinds.length
  if (even < usualGap[1]) return dice => even * dice.between(0.6, 1.3)
  return dice => {
    const [least, most] = dice.next() < longShare ? longGap : usualGap
    return dice.between(least, most)
  }
}
