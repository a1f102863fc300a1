import { setTimeout as pause } from 'node:timers/promises'
import type { Dice } from '../dice.ts'
import type { PatientDesk } from '../load/patient-desk.ts'
import type { ChaosSystem, RoleName } from '../system/start-system.ts'

/** What a fault may lay its hands on. */
export interface Victim extends ChaosSystem {
  operator: PatientDesk
  /** labels of the agencies' groups that calls go to */
  groups: readonly string[]
}

/** One kind of fault: it happens, lasts, and is over when `play` is. */
export interface Fault {
  /** what happens, as it is told */
  what: string
  /** machine ms between which it lasts */
  lasts: readonly [number, number]
  /** machine ms after its end until nothing of it is left (a timeout, a wait that the platform asked for) */
  aftermath?: number
  /** takes a part away: waits until what such a fault took before is back, so that the others have work to do */
  alone?: true
  /** so many calls come as it begins, all to the group that the dice choose first: there is something to disturb */
  calls?: number
  /** @param dice the same for the same seed */
  play(victim: Victim, lastsMs: number, dice: Dice): Promise<void>
}

export { pause }

/** A power cut for these processes, then a start. */
export const cutPower = async ({ roles }: Victim, names: readonly RoleName[], lastsMs: number): Promise<void> => {
  // what an earlier fault took down is its own to start again
  const alive = names.map(name => roles[name]).filter(role => role.up)
  await Promise.all(alive.map(role => role.kill()))
  await pause(lastsMs)
  await Promise.all(alive.map(role => role.start()))
}
