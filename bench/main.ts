import { parseArgs } from 'node:util'
import type { TelegramDriver } from '../src/simulator/telegram/index.ts'
import { type Desk, dispatch, signIn, takeCall } from './desk.ts'
import { describe } from './figures.ts'
import { pairGroups } from './groups.ts'
import { linkOf, startSystem } from './system.ts'

const centre = 'SMG'
const groups = 200
const { values: wanted } = parseArgs({
  options: { calls: { type: 'string', default: '300' }, rate: { type: 'string', default: '10' } },
})
const calls = Number(wanted.calls)
const callsPerSecond = Number(wanted.rate)
/** Service seconds per machine second while the timers are measured. */
const timerRate = 30
/** S4b of the Semarang standard. */
const arrivalLimitSeconds = 900
/** Machine ms that late timers are given. */
const settleMs = 10_000

/** How late, in machine ms, something may come before the run gives up on it. */
const patienceMs = 30_000

const main = async (): Promise<void> => {
  const system = await startSystem({ roles: ['web,worker,telegram'], limits: 'off' })
  try {
    const admin = await signIn(linkOf(system.links, 'administrator'))
    const operator = await signIn(linkOf(system.links, 'operator'))
    const agencies = await pairGroups(admin, system.driver, centre, groups)
    console.log(`${groups} grup terpasang, memori ${system.residentMegabytes()} MB`)
    const sent = await measureCalls(operator, system.driver, agencies)
    console.log(describe('POST dispatch -> alert diterima grup', sent.alerts))
    console.log(describe('seluruh panggilan (5 permintaan)', sent.calls))
    console.log(describe('tombol -> kartu berubah', sent.edits))
    console.log(`memori aplikasi sesudah beban ${system.residentMegabytes()} MB`)
    console.log(describe('keterlambatan pengingat', await measureTimers(operator, admin, sent.incidents)))
  } finally {
    await system.stop()
  }
}

interface Measured {
  alerts: number[]
  edits: number[]
  calls: number[]
  incidents: string[]
}

/** Calls at a steady rate, each to one group; as soon as its alert shows, its crew presses. */
const measureCalls = async (desk: Desk, driver: TelegramDriver, agencies: string[]): Promise<Measured> => {
  const measured: Measured = { alerts: [], edits: [], calls: [], incidents: [] }
  const watch = watchGroups(driver)
  const begun = performance.now()
  const running: Promise<void>[] = []
  for (let index = 0; index < calls; index++) {
    await until(begun + (index * 1000) / callsPerSecond)
    running.push(oneCall(desk, driver, watch, agencies[index % agencies.length] ?? '', measured))
  }
  await Promise.all(running)
  await watch.stop()
  return measured
}

const oneCall = async (
  desk: Desk,
  driver: TelegramDriver,
  watch: Watch,
  agency: string,
  measured: Measured,
): Promise<void> => {
  const started = performance.now()
  const chat = (await driver.chat(agency)).id
  const incident = await takeCall(desk, centre)
  const asked = Date.now()
  const [shown] = await Promise.all([watch.next(chat, 'message'), dispatch(desk, centre, incident, agency)])
  measured.alerts.push(shown.at - asked)
  measured.calls.push(performance.now() - started)
  measured.incidents.push(incident)
  const pressed = Date.now()
  const press = { as: 'awak', message: shown.messageId, button: 'Kami tangani', wait: 0 }
  const [edited] = await Promise.all([watch.next(chat, 'edit'), driver.press(chat, press)])
  measured.edits.push(edited.at - pressed)
}

interface Shown {
  at: number
  messageId: number
}
interface Watch {
  /** the next message (or edit) of the bot in this chat */
  next(chat: number, kind: 'message' | 'edit'): Promise<Shown>
  stop(): Promise<void>
}

/** Follows what the groups are shown, as the stand-in wrote it down. */
const watchGroups = (driver: TelegramDriver): Watch => {
  const waiting = new Map<string, ((shown: Shown) => void)[]>()
  const ended = new AbortController()
  const follow = async (): Promise<void> => {
    const { seq } = await driver.status()
    for await (const entry of driver.follow(seq, ended.signal)) {
      if ((entry.kind !== 'message' && entry.kind !== 'edit') || !entry.byBot) continue
      waiting.get(`${entry.kind}:${entry.chatId}`)?.shift()?.({ at: entry.at, messageId: entry.messageId })
    }
  }
  const following = follow().catch(error => {
    if (!ended.signal.aborted) throw error
  })
  return {
    next: (chat, kind) =>
      new Promise((resolve, reject) => {
        const key = `${kind}:${chat}`
        const late = setTimeout(() => reject(new Error(`no ${kind} in chat ${chat}`)), patienceMs)
        const came = (shown: Shown) => {
          clearTimeout(late)
          resolve(shown)
        }
        waiting.set(key, [...(waiting.get(key) ?? []), came])
      }),
    stop: () => {
      ended.abort()
      return following
    },
  }
}

/**
 * The arrival limit (S4b) of every incident passes within half a minute on a service clock that runs faster; what the
 * timelines say afterwards tells how late each fired, in machine ms.
 */
const measureTimers = async (desk: Desk, admin: Desk, incidents: string[]): Promise<number[]> => {
  await admin.post('/api/training/clock', { rate: timerRate })
  await until(performance.now() + (arrivalLimitSeconds * 1000) / timerRate + settleMs)
  await admin.post('/api/training/clock', { rate: 1 })
  const lateness: number[] = []
  for (const incident of incidents) {
    const view = await desk.get<TimerView>(`/api/centres/${centre}/incidents/${incident}`)
    lateness.push(
      ...firedRungs(view)
        .filter(({ clock }) => clock.startsWith('S4b'))
        .map(({ late }) => late / timerRate),
    )
  }
  return lateness
}

interface TimerView {
  clocks: { key: string; startedAt: number; limitSeconds: number }[]
  timeline: { type: string; recordedAt: number; facts: Record<string, string | number> }[]
}

const firedRungs = ({ clocks, timeline }: TimerView) =>
  timeline
    .filter(({ type }) => type === 'RungFired')
    .flatMap(({ recordedAt, facts }) => {
      const clock = clocks.find(({ key }) => key === facts.clock)
      if (!clock) return []
      // Named rungs stand at the whole limit.
      const fraction = Number.isNaN(Number(facts.rung)) ? 1 : Number(facts.rung)
      const dueAt = clock.startedAt + fraction * clock.limitSeconds * 1000
      return [{ clock: clock.key, rung: String(facts.rung), late: recordedAt - dueAt }]
    })

/** Waits until the machine's steady clock shows `at`, ms. */
const until = (at: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, Math.max(0, at - performance.now())))

await main()
