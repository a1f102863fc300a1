import { decide } from '../src/dispatch/incident/decide/decide.ts'
import { evolve } from '../src/dispatch/incident/evolve.ts'
import type { Incident } from '../src/dispatch/incident/incident.ts'
import { semarang } from '../src/dispatch/profiles/semarang.ts'
import { connectModels } from '../src/models/stores.ts'
import { busiestIncident } from '../test/application/support/busiest-incident.ts'
import { City, ok, operator } from '../test/application/support/city.ts'
import { runCard } from '../test/dispatch/support/story.ts'
import { startTestMongo } from '../test/support/mongo.ts'
import { percentile } from './figures.ts'

const rounds = 2_000

/** Machine ms of one decision and what it changes, `rounds` times on the same state. */
const measure = (state: Incident, now: number): number[] => {
  const command = { type: 'AcceptReport', assignment: state.assignments[0]?.id ?? '' } as const
  const context = { commandId: 'measured', by: operator, now, profile: semarang, runCard }
  return Array.from({ length: rounds }, () => {
    const before = performance.now()
    const decision = decide(state, command, context)
    if (!decision.accepted) throw new Error(decision.refusal.code)
    decision.events.reduce(evolve, state)
    return performance.now() - before
  })
}

const describe = (name: string, samples: readonly number[]): string => {
  const at = (share: number) => `${percentile(samples, share).toFixed(3)} ms`
  return `${name.padEnd(46)} median ${at(0.5)}   p99 ${at(0.99)}   n=${samples.length}`
}

/** One agency that came, was done and reported. */
const smallIncident = async (city: City): Promise<string> => {
  const { incidents } = city.app
  const { id, assignments } = await city.fire()
  const [assignment] = assignments.map(one => one.id)
  const heard = { via: 'radio', informant: 'Danru' } as const
  for (const action of ['arrive', 'clear'] as const) {
    ok(await incidents.recordAction(city.sender(), id, assignment ?? '', { action, heard }))
  }
  const report = { outcome: 'handled', text: 'Padam', heard } as const
  ok(await incidents.recordReport(city.sender(), id, assignment ?? '', report))
  return id
}

/** The pure core on the busiest incident there is, beside the same on a small one: what its length costs. */
const main = async (): Promise<void> => {
  const mongo = await startTestMongo()
  const stores = await connectModels(mongo.uri)
  try {
    const city = new City(stores, 'SMG')
    await city.opens()
    const stateOf = async (id: string): Promise<Incident> => {
      const state = (await stores.incidents.load(id))?.state
      if (!state) throw new Error(`no incident ${id}`)
      return state
    }
    const small = await stateOf(await smallIncident(city))
    const busy = await stateOf(await busiestIncident(city))
    const now = city.clock.now()
    // the first rounds only warm the compiler up
    measure(small, now)
    measure(busy, now)
    const [onSmall, onBusy] = [measure(small, now), measure(busy, now)]
    console.log(describe('decide + evolve, a small incident', onSmall))
    console.log(describe('decide + evolve, the busiest incident', onBusy))
    console.log(`ratio of the medians ${(percentile(onBusy, 0.5) / percentile(onSmall, 0.5)).toFixed(1)}`)
  } finally {
    await stores.close()
    await mongo.stop()
  }
}

await main()
