import { signIn } from '../desk.ts'
import { percentile } from '../figures.ts'
import { agencyOf, pairGroups } from '../groups.ts'
import { linkOf, startSystem } from '../system.ts'
import { prepare, sendAll } from './alerts.ts'
import { openConnectionCount } from './connections.ts'
import { minimumMs } from './minimum.ts'

/**
 * How fast alerts go out at the platform's limits, with two worker processes: against the stand-in with its limits on,
 * incidents taken and sent through the API. What is measured begins when all alerts wait and the workers are let go.
 * Ends with 1 when a figure is over its limit.
 */
const centre = 'SMG'
const busy = { groups: 10, alerts: 30, within: 1.1 }
const wide = { groups: 600, within: 1.2 }
const hot = { alerts: 40, quietGroups: 100, within: 1.3 }
const agenciesOfIncident = 10

/** Agencies of the wide run; the busy ones and the hot one have groups of their own, which nothing was sent to before. */
const wideFirst = busy.groups + 1
const hotAgency = agencyOf(busy.groups)
const range = (first: number, count: number) => Array.from({ length: count }, (_, index) => agencyOf(first + index))
const tens = (agencies: readonly string[]): string[][] =>
  Array.from({ length: agencies.length / agenciesOfIncident }, (_, index) =>
    agencies.slice(index * agenciesOfIncident, (index + 1) * agenciesOfIncident),
  )

let broken = 0
const judge = (name: string, figure: string, limit: string, kept: boolean): void => {
  if (!kept) broken += 1
  console.log(`${kept ? 'ok   ' : 'GAGAL'} ${name.padEnd(52)} ${figure.padStart(22)}   batas ${limit}`)
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`

const judgeRun = (name: string, run: Awaited<ReturnType<typeof sendAll>>, minimum: number, within: number): void => {
  const ratio = run.makespanMs / minimum
  judge(
    `${name}: waktu seluruhnya`,
    `${seconds(run.makespanMs)} = ${ratio.toFixed(3)} x`,
    `${within.toFixed(2)} x ${seconds(minimum)}`,
    ratio <= within,
  )
  judge(`${name}: ditolak (429)`, String(run.refusals), '0', run.refusals === 0)
  judge(`${name}: tertukar atau ganda`, String(run.wrong), '0', run.wrong === 0)
}

const main = async (): Promise<void> => {
  const system = await startSystem({ roles: ['web,telegram', 'worker', 'worker'], limits: 'on' })
  const connections = await openConnectionCount(system.redisUrl)
  try {
    const { driver } = system
    const admin = await signIn(linkOf(system.links, 'administrator'))
    const desk = await signIn(linkOf(system.links, 'operator'))
    const before = await connections.count()
    await pairGroups(admin, driver, centre, wideFirst + wide.groups)
    console.log(`${wideFirst + wide.groups} grup terpasang`)

    const wideRun = await prepare(desk, centre, tens(range(wideFirst, wide.groups)))
    judgeRun('600 grup x 1', await sendAll(desk, system, centre, wideRun), minimumMs(wide.groups, 1), wide.within)
    const after = await connections.count()

    const plans = Array.from({ length: busy.alerts }, () => range(0, busy.groups))
    const busyRun = await prepare(desk, centre, plans)
    judgeRun(
      '10 grup x 30',
      await sendAll(desk, system, centre, busyRun),
      minimumMs(busy.groups, busy.alerts),
      busy.within,
    )

    const quietPlans = tens(range(wideFirst, hot.quietGroups))
    const [alone, beside, hotOnes] = [
      await prepare(desk, centre, quietPlans),
      await prepare(desk, centre, quietPlans),
      await prepare(
        desk,
        centre,
        Array.from({ length: hot.alerts }, () => [hotAgency]),
      ),
    ]
    const quiet = await sendAll(desk, system, centre, alone)
    const crowded = await sendAll(desk, system, centre, [...hotOnes, ...beside], beside)
    const median = (run: typeof quiet) =>
      percentile(
        run.shown.map(({ afterMs }) => afterMs),
        0.5,
      )
    const rise = median(crowded) / median(quiet)
    judge(
      '100 grup sepi di samping satu yang ramai: median',
      `${median(quiet)} -> ${median(crowded)} ms = ${rise.toFixed(2)} x`,
      `${hot.within.toFixed(2)} x`,
      rise <= hot.within,
    )
    judge('koneksi Redis, 0 -> 611 grup', `${before} -> ${after}`, 'tidak bertambah', after <= before)
  } finally {
    await connections.close()
    await system.stop()
  }
  console.log(broken === 0 ? 'bench:delivery: semua dalam batas' : `bench:delivery: ${broken} di luar batas`)
  process.exitCode = broken === 0 ? 0 : 1
}

await main()
