import type { FaultCall, FaultEffect } from '../contract.ts'
import type { Sim } from '../sim.ts'
import { WireRefusal } from './call-context.ts'

/** The call is never answered: it ends when the page goes. */
export class NeverAnswered extends Error {
  override readonly name = 'NeverAnswered'
}

export function never(): never {
  throw new NeverAnswered()
}

/**
 * Uses up the fault that meets this call, if any. `lost` and `refused` end the call before it takes effect; the other
 * effects are the caller's to play.
 */
export function meetFault(sim: Sim, call: FaultCall, chatId: string | null): FaultEffect | undefined {
  const fault = sim.faults.take(call, chatId)
  if (!fault) return undefined
  const { id, effect } = fault
  sim.journal.add({ kind: 'fault', faultId: id, effect: effect.kind, call })
  if (effect.kind === 'refused') throw new WireRefusal('fault', chatId)
  if (effect.kind === 'lost') never()
  return effect
}
