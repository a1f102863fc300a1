import { setTimeout as pause } from 'node:timers/promises'
import { signIn } from '../drill/api/desk.ts'
import type { Idle } from '../drill/api/views.ts'
import { createDice } from './dice.ts'
import type { AskedAlert, Evidence } from './evidence/evidence.ts'
import { readJournal } from './evidence/read-journal.ts'
import { clockDeadlines, contactDeadlines, readRecord, type TimedRecord } from './evidence/read-record.ts'
import { setClock } from './faults/clock.ts'
import type { Victim } from './faults/fault.ts'
import { faultOf } from './faults/index.ts'
import type { Violation } from './laws/violation.ts'
import { type Load, liveThrough } from './load/incident-life.ts'
import { createPatientDesk, type PatientDesk } from './load/patient-desk.ts'
import { Watch } from './load/watch.ts'
import { centre, groups, type PlannedCall, planCalls } from './plan/plan-calls.ts'
import { type PlannedFault, planFaults } from './plan/plan-faults.ts'
import { report } from './report.ts'
import type { ChaosSystem } from './system/start-system.ts'

export interface Wish {
  seed: number
  /** machine ms in which calls and faults come; what is under way then is finished */
  runMs: number
  say: (line: string) => void
}

/** Service seconds in a machine second: limits of the platform and of the standard pass in a time that a run has. */
const rate = 4
/** Machine ms after the last fault until everything must have come to rest. */
const restMs = 180_000
/** Service ms that pass at the end, so that every limit of a silent crew is over. */
const lastJumpMs = 200_000
/** Looks in a row that must find everything idle, and machine ms between two. */
const looksInARow = 5
const betweenLooksMs = 1_000

/** One run against a system that was just started. @returns whether every law held */
export const runChaos = async (system: ChaosSystem, { seed, runMs, say }: Wish): Promise<boolean> => {
  const faults = planFaults(createDice(seed), runMs)
  const calls = planCalls(createDice(seed + 1), runMs, faults)
  const operator = createPatientDesk(await signIn(system.url, 'operator'), 'operator')
  const watch = await Watch.begin(system.driver)
  const people = new Map((await system.driver.users()).map(({ name, id }) => [name, id]))
  const load: Load = { operator, driver: system.driver, watch, people, asked: [], failures: [] }
  const victim: Victim = { ...system, operator, groups }
  await setClock(victim, { rate })
  const begun = Date.now()
  const narrate = (line: string): void => say(`${seconds(Date.now() - begun)}  ${line}`)
  say(`chaos: seed ${seed}, ${faults.length} faults, ${calls.length} calls in ${seconds(runMs)}`)

  const inTurn = turns()
  const disturbed = Promise.all(faults.map(fault => happen(victim, fault, inTurn, narrate)))
  const lives = Promise.all(calls.map((call, index) => live(load, call, index, seed, narrate)))
  await Promise.all([disturbed.then(() => narrate('the last fault is over')), lives])
  narrate(`every crew has done what it would; the clock jumps ahead by ${lastJumpMs / 1000} s`)
  await setClock(victim, { forwardMs: lastJumpMs })
  const rest = await comeToRest(victim)
  narrate(rest.length === 0 ? 'everything has come to rest' : 'it does not come to rest')
  const evidence = await gather(victim, load.asked, watch)
  const more = [...load.failures, ...fallen(system), ...rest]
  const { lines, good } = report(evidence, { faults: faults.length, seed, begun, more })
  for (const line of lines) say(line)
  return good
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1).padStart(6)} s`

const live = async (
  load: Load,
  call: PlannedCall,
  index: number,
  seed: number,
  narrate: (line: string) => void,
): Promise<void> => {
  await pause(call.at)
  narrate(`call: ${call.type} for ${call.agencies.map(({ agency, crew }) => `${agency} (${crew})`).join(', ')}`)
  try {
    await liveThrough(load, call, createDice(seed + 1_000 + index))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    load.failures.push(noted('every call is taken', error.message))
  }
}

const noted = (law: string, what: string): Violation => ({ law, number: '', chat: '', times: [Date.now()], what })

/** Processes that ended although nobody killed them. */
const fallen = ({ roles }: ChaosSystem): Violation[] =>
  Object.values(roles).flatMap(role => {
    role.look()
    return role.fell === 0 ? [] : [noted('no process ends by itself', `${role.name} did, ${role.fell} times`)]
  })

type InTurn = (play: () => Promise<void>) => Promise<void>

/** One after the other, in the order of the asking. */
const turns = (): InTurn => {
  let last: Promise<void> = Promise.resolve()
  return play => {
    last = last.then(play)
    return last
  }
}

const happen = async (
  victim: Victim,
  planned: PlannedFault,
  inTurn: InTurn,
  narrate: (line: string) => void,
): Promise<void> => {
  const { what, aftermath = 0, alone = false, play } = faultOf(planned.kind)
  const now = async (): Promise<void> => {
    narrate(`FAULT: ${what}`)
    const back = victim.outages.begin(what)
    await play(victim, planned.lastsMs, createDice(planned.seed))
    await pause(aftermath)
    back()
  }
  await pause(planned.at)
  await (alone ? inTurn(now) : now())
}

/** Waits until nothing is under way any more; what still waits after a long time is told. */
const comeToRest = async ({ operator, driver }: Victim): Promise<Violation[]> => {
  const end = performance.now() + restMs
  let calm = 0
  let last = -1
  for (;;) {
    const standIn = await driver.waitIdle(betweenLooksMs)
    const app = await operator.get<Idle>('/api/training/idle')
    calm = standIn.idle && app.idle && standIn.seq === last ? calm + 1 : 0
    last = standIn.seq
    if (calm >= looksInARow) return []
    if (performance.now() > end) {
      return [noted('everything comes to rest', `still waiting: ${JSON.stringify(app.waiting)}`)]
    }
    await pause(betweenLooksMs)
  }
}

const gather = async (
  { operator, time, outages }: Victim & { operator: PatientDesk },
  alerts: readonly AskedAlert[],
  watch: Watch,
): Promise<Evidence> => {
  const judgedAt = Date.now()
  const machineAt = (service: number): number => time.machineAt(service)
  const records: TimedRecord[] = []
  for (const incident of new Set(alerts.map(alert => alert.incident))) {
    records.push(await operator.get<TimedRecord>(`/api/centres/${centre}/incidents/${incident}`))
  }
  await watch.end()
  return {
    alerts,
    ...readJournal(watch.entries, chatId => watch.labelOf(chatId), machineAt),
    deadlines: records.flatMap(record => [
      ...clockDeadlines(record, machineAt),
      ...contactDeadlines(record, machineAt),
    ]),
    records: records.map(record => readRecord(record, machineAt)),
    outages: outages.list,
    judgedAt,
  }
}
