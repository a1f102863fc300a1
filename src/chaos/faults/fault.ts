import { setTimeout as pause } from 'node:timers/promises'
import type { Dice } from '../dice.ts'
import type { PatientDesk } from '../load/patient-desk.ts'
import type { ChannelName } from '../plan/plan-calls.ts'
import type { ChaosSystem, RoleName } from '../system/start-system.ts'

/** What a fault may lay its hands on. */
export interface Victim extends ChaosSystem {
  operator: PatientDesk
  administrator: PatientDesk
}

/** What must not happen to two of its kind at once: each waits until the one before is over, so that there is work to disturb. */
export type Lane = 'parts' | 'platform' | 'whatsapp'

/** One kind of fault: it happens, lasts, and is over when `play` is. */
export interface Fault {
  /** what happens, as it is told */
  what: string
  /** machine ms between which it lasts */
  lasts: readonly [number, number]
  /** machine ms after its end until nothing of it is left (a timeout, a wait that the platform asked for) */
  aftermath?: number
  lane?: Lane
  /** so many calls come with it, all to the agency that the dice choose first: there is something to disturb */
  calls?: number
  /** it disturbs this channel only; any when not given */
  channel?: ChannelName
  /** nobody answers those calls: a press on a copy whose sender never learned of it would make its repeat needless */
  unanswered?: true
  /** machine ms between which it lets those calls go on before it happens; 0 when not given */
  waits?: readonly [number, number]
  /**
   * @param dice the same for the same seed
   * @returns how many calls of the app met it, where the platform counts them
   */
  play(victim: Victim, lastsMs: number, dice: Dice): Promise<void> | Promise<number>
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
