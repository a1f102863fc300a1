import { setTimeout as pause } from 'node:timers/promises'
import { signIn } from '../drill/api/desk.ts'
import { comeToRest, type Rest } from './come-to-rest.ts'
import { createDice } from './dice.ts'
import { gather } from './evidence/gather.ts'
import { setClock } from './faults/clock.ts'
import type { Victim } from './faults/fault.ts'
import { linkedAfter } from './faults/whatsapp.ts'
import { notEmpty, proofOf } from './laws/not-empty.ts'
import type { Violation } from './laws/violation.ts'
import type { Load } from './load/incident-life.ts'
import { createPatientDesk } from './load/patient-desk.ts'
import { followTelegram } from './load/phones/telegram-phones.ts'
import { followWhatsApp } from './load/phones/whatsapp-phones.ts'
import { type Act, planActs } from './plan/plan-acts.ts'
import { playAct, type Stage } from './play-act.ts'
import { report } from './report.ts'
import type { ChaosSystem } from './system/start-system.ts'

export interface Wish {
  seed: number
  /** machine ms that acts are planned for */
  runMs: number
  say: (line: string) => void
}

/** Service seconds in a machine second: limits of the platform and of the standard pass in a time that a run has. */
const rate = 4
/** Machine ms without any fault between two acts: what was missed must be made up for in 15 s of it. */
const calmMs = 18_000
/** Service ms that pass at the end, so that every limit of a silent crew is over. */
const lastJumpMs = 200_000
/** Incidents of ten service minutes that make a storm, in which reminders are put together; here are fewer. */
const storm = { incidents: 30, windowMs: 600_000 }
/** A slow machine is waited for, machine ms: so much, and this many times what was planned. */
const patience = { leastMs: 300_000, times: 4 }

/** One run against a system that was just started. @returns whether every law held */
export const runChaos = async (system: ChaosSystem, { seed, runMs, say }: Wish): Promise<boolean> => {
  const acts = planActs(createDice(seed), runMs)
  const operator = createPatientDesk(await signIn(system.url, 'operator'), 'operator')
  const administrator = createPatientDesk(await signIn(system.url, 'administrator'), 'administrator')
  const phones = {
    telegram: await followTelegram(system.driver),
    whatsapp: await followWhatsApp(system.whatsapp.driver),
  }
  const load: Load = { operator, phones, asked: [], failures: [] }
  const victim: Victim = { ...system, operator, administrator }
  await linkedAfter(victim, 0)
  await setClock(victim, { rate })
  const begun = Date.now()
  const narrate = (line: string): void => say(`${seconds(Date.now() - begun)}  ${line}`)
  const faults = acts.reduce((sum, act) => sum + act.faults.length, 0)
  say(`chaos: seed ${seed}, ${faults} faults in ${acts.length} acts`)

  const stage: Stage = { victim, load, seed, lives: [], opened: [], narrate }
  const late = pause(patience.leastMs + patience.times * runMs, 'late' as const, { ref: false })
  const played = playAll(stage, acts).then(() => comeToRest(victim))
  const rest: Rest = await Promise.race([played, late]).then(end =>
    end === 'late' ? { at: Date.now(), waiting: 'the run itself is not over' } : end,
  )
  narrate(rest.waiting === null ? 'everything has come to rest' : 'it does not come to rest')
  const evidence = await gather(victim, load.asked, phones, rest)
  const { empty, disturbed, repeated, missed } = proofOf(evidence)
  const met = `${evidence.outages.length - empty.length} of ${evidence.outages.length} faults met work`
  const waited = evidence.starved.reduce((sum, { from, to, share }) => sum + (to - from) * share, 0)
  narrate(`the parts waited ${Math.round(waited / 1000)} s for a processor`)
  narrate(`${met}, ${disturbed} alerts were disturbed, ${repeated} repeated, ${missed} limits missed and made up for`)
  const more = [...load.failures, ...fallen(system), ...unrest(rest), ...notEmpty(evidence)]
  const { lines, good } = report(evidence, { faults, seed, begun, more })
  for (const line of lines) say(line)
  return good
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1).padStart(6)} s`

/** Act by act with a calm between them; then every crew does what it would, and every limit passes. */
const playAll = async (stage: Stage, acts: readonly Act[]): Promise<void> => {
  const { victim, narrate, lives } = stage
  for (const [index, act] of acts.entries()) {
    if (index > 0) {
      narrate(`the faults of act ${index} are over; nothing is disturbed for ${calmMs / 1000} s`)
      await pause(calmMs)
    }
    await belowStorm(stage, act)
    await playAct(stage, act)
  }
  narrate('the last fault is over')
  await Promise.all(lives)
  narrate(`every crew has done what it would; the clock jumps ahead by ${lastJumpMs / 1000} s`)
  await setClock(victim, { forwardMs: lastJumpMs })
}

/** Waits until this act's calls make no storm. */
const belowStorm = async ({ victim, opened }: Stage, { faults, calls }: Act): Promise<void> => {
  const coming = calls.length + faults.reduce((sum, fault) => sum + fault.calls.length, 0)
  const recent = (): number => opened.filter(at => at > victim.time.now() - storm.windowMs).length
  while (recent() > 0 && recent() + coming >= storm.incidents) await pause(1_000)
}

const noted = (law: string, what: string, at = Date.now()): Violation => {
  return { law, number: '', chat: '', times: [at], what }
}

const unrest = ({ at, waiting }: Rest): Violation[] =>
  waiting === null ? [] : [noted('everything comes to rest', `still waiting: ${waiting}`, at)]

/** Processes that ended although nobody killed them. */
const fallen = ({ roles }: ChaosSystem): Violation[] =>
  Object.values(roles).flatMap(role => {
    role.look()
    return role.fell === 0 ? [] : [noted('no process ends by itself', `${role.name} did, ${role.fell} times`)]
  })
