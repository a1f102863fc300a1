import type { Dice } from '../dice.ts'
import { type FaultKind, faultKinds, faultOf } from '../faults/index.ts'
import { agencies, agenciesOn, backgroundCalls, callsFor, type PlannedCall } from './plan-calls.ts'

/** A fault of an act, and the calls that it brings. */
export interface PlannedFault {
  kind: FaultKind
  /** machine ms that its calls go on before it happens */
  waitsMs: number
  lastsMs: number
  /** for what the fault itself leaves to chance */
  seed: number
  calls: readonly PlannedCall[]
}

/** Faults that come together, while calls flow. After each act everything is left alone for a while. */
export interface Act {
  faults: readonly PlannedFault[]
  calls: readonly PlannedCall[]
}

/** What an act takes on a quiet machine with the calm after it, ms. On a slow one it takes as long as it takes. */
const actMs = 30_000
const fewestFaults = 8
/** In every act limits pass while parts are away: the laws look at what becomes of them. */
const always: FaultKind = 'clockJump'

/** Acts for a run of about this length, at least one: each kind of fault once in turn, every time in another order. */
export const planActs = (dice: Dice, runMs: number): Act[] => {
  const count = Math.max(1, Math.round(runMs / actMs))
  const size = Math.max(fewestFaults, Math.ceil(faultKinds.length / count))
  let round: FaultKind[] = []
  const next = (): FaultKind => {
    if (round.length === 0) round = dice.shuffled(faultKinds)
    return round.pop() ?? always
  }
  return Array.from({ length: count }, () => {
    const kinds = Array.from({ length: size }, next)
    if (!kinds.includes(always)) kinds.push(always)
    return { faults: kinds.map(kind => plan(dice, kind)), calls: backgroundCalls(dice, actMs) }
  })
}

const plan = (dice: Dice, kind: FaultKind): PlannedFault => {
  const { lasts, waits = [0, 0], calls = 0, unanswered = false, channel } = faultOf(kind)
  const seed = Math.floor(dice.next() * 2 ** 31)
  return {
    kind,
    waitsMs: Math.round(dice.between(...waits)),
    lastsMs: Math.round(dice.between(...lasts)),
    seed,
    calls: callsFor(dice, seed, calls, channel ? agenciesOn(channel) : agencies).map(call =>
      unanswered ? silent(call) : call,
    ),
  }
}

const silent = (call: PlannedCall): PlannedCall => ({
  ...call,
  agencies: call.agencies.map(({ agency }) => ({ agency, crew: 'silent' })),
})
