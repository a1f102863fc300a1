import { setTimeout as pause } from 'node:timers/promises'
import { createDice } from './dice.ts'
import type { Lane, Victim } from './faults/fault.ts'
import { faultOf } from './faults/index.ts'
import { type Load, liveThrough } from './load/incident-life.ts'
import type { Act, PlannedFault } from './plan/plan-acts.ts'
import type { PlannedCall } from './plan/plan-calls.ts'

/** What an act plays on. */
export interface Stage {
  victim: Victim
  load: Load
  seed: number
  /** every call so far, from the ring to what its crews do last */
  lives: Promise<void>[]
  /** when each was taken, service ms */
  opened: number[]
  narrate: (line: string) => void
}

/** Plays an act's faults while its calls flow; over when nothing of the faults is left. The calls go on. */
export const playAct = async (stage: Stage, { faults, calls }: Act): Promise<void> => {
  for (const call of calls) take(stage, call)
  const lanes = new Map<Lane, Promise<void>>()
  const left: Promise<void>[] = []
  const played = faults.map(fault => {
    const { lane } = faultOf(fault.kind)
    const before = (lane && lanes.get(lane)) ?? Promise.resolve()
    const over = before.then(async () => void left.push((await happen(stage, fault)).aftermath))
    if (lane) lanes.set(lane, over)
    return over
  })
  await Promise.all(played)
  await Promise.all(left)
}

/** The fault itself; what is left of it goes on behind it. */
const happen = async (stage: Stage, planned: PlannedFault): Promise<{ aftermath: Promise<void> }> => {
  const { victim, narrate } = stage
  const { what, aftermath = 0, play } = faultOf(planned.kind)
  for (const call of planned.calls) take(stage, call)
  await pause(planned.waitsMs)
  narrate(`FAULT: ${what}`)
  const back = victim.outages.begin(what)
  const result = await play(victim, planned.lastsMs, createDice(planned.seed))
  const met = typeof result === 'number' ? result : undefined
  if (met !== undefined) narrate(`${met} calls met: ${what}`)
  return { aftermath: pause(aftermath).then(() => back(met)) }
}

/** A call comes, and goes its way by itself. */
const take = ({ victim, load, lives, opened, narrate, seed }: Stage, call: PlannedCall): void => {
  const live = async (dice = createDice(seed + 1_000 + lives.length)): Promise<void> => {
    await pause(call.at)
    opened.push(victim.time.now())
    narrate(`call: ${call.type} for ${call.agencies.map(({ agency, crew }) => `${agency} (${crew})`).join(', ')}`)
    try {
      await liveThrough(load, call, dice)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      const times = [Date.now()]
      load.failures.push({ law: 'every call is taken', number: '', chat: '', times, what: error.message })
    }
  }
  lives.push(live())
}
