import { parseArgs } from 'node:util'
import type { CallFacts } from '../src/dispatch/figures/call-facts.ts'
import type { IncidentFacts } from '../src/dispatch/figures/incident-facts.ts'
import { callClasses } from '../src/dispatch/vocabulary.ts'
import { connectModels } from '../src/models/stores.ts'
import { signIn } from './desk.ts'
import { describe, percentile } from './figures.ts'
import { createJudge } from './judge.ts'
import { linkOf, startSystem } from './system.ts'

/** Figures over many incidents that are over: how long a supervisor waits for a month and for a caturwulan. */
const centre = 'SMG'
const limitMs = 2_000
const atOnce = 200
const reads = 5
/** Three months of a busy city lie before the one that is measured. */
const months = ['2026-05', '2026-06', '2026-07', '2026-08'] as const
const dayMs = 86_400_000

const { values: wanted } = parseArgs({ options: { incidents: { type: 'string', default: '10000' } } })
const perMonth = Number(wanted.incidents)

const clocks = ['S3', 'S4a', 'S4b', 'S5', 'S6', 'S7', 'TOTAL']
const span = (step: string, seconds: number) => ({ step, seconds, targetSeconds: 900, limitSeconds: 900 })

const incidentOf = (month: string, index: number): IncidentFacts => {
  const openedAt = Date.parse(`${month}-01T00:00:00+07:00`) + ((index * 28) / perMonth) * dayMs
  const seconds = 60 + ((index * 7919) % 1200)
  const agencies = ['DAMKAR', 'DINKES', 'POLRES'].slice(0, 1 + (index % 3))
  return {
    ...{ id: `${month}-${index}`, centre, seq: 9, number: `SMG-${month}-${index}`, openedAt, status: 'archived' },
    ...{ type: 'RSC', priority: 2, agencies, outcomes: ['handled'], point: null },
    spans: ['dispatch', 'close', ...clocks].map(step => span(step, seconds)),
    acted: agencies.map((agency, at) => ({
      ...{ agency, lead: at === 0, left: false },
      spans: ['answer', 'arrival', 'S4a', 'S4b'].map(step => span(step, seconds + at)),
    })),
  }
}

const callOf = (month: string, index: number): CallFacts => {
  const { id, openedAt } = incidentOf(month, index)
  const callClass = callClasses[index % callClasses.length] ?? 'normal'
  return { id, centre, seq: 3, openedAt, callClass, spans: [span('S1', 5 + (index % 40)), span('S2', 90)] }
}

const fill = async (mongoUri: string): Promise<void> => {
  const stores = await connectModels(mongoUri)
  for (const month of months) {
    for (let first = 0; first < perMonth; first += atOnce) {
      const some = Array.from({ length: Math.min(atOnce, perMonth - first) }, (_, at) => first + at)
      await Promise.all(
        some.flatMap(index => [
          stores.figures.putIncident(incidentOf(month, index)),
          stores.figures.putCall(callOf(month, index)),
        ]),
      )
    }
  }
  await stores.close()
}

const main = async (): Promise<void> => {
  const judge = createJudge('bench:past')
  const system = await startSystem({ roles: ['web,worker,telegram'], limits: 'off' })
  try {
    await fill(system.mongoUri)
    console.log(`${perMonth} kejadian dan panggilan sebulan, ${months.length} bulan`)
    const desk = await signIn(linkOf(system.links, 'supervisor'))
    for (const period of [months.at(-1), '2026-C2']) {
      const waits: number[] = []
      for (let read = 0; read < reads; read++) {
        const asked = performance.now()
        const { incidents } = await desk.get<{ incidents: { total: number } }>(
          `/api/centres/${centre}/figures?period=${period}`,
        )
        waits.push(performance.now() - asked)
        if (incidents.total === 0) throw new Error(`no figures for ${period}`)
      }
      console.log(describe(`angka ${period}`, waits))
      judge.measure(`angka ${period}, paling lama`, percentile(waits, 1), limitMs, 'ms')
    }
    console.log(`memori aplikasi ${system.residentMegabytes()} MB`)
  } finally {
    await system.stop()
  }
  judge.end()
}

await main()
