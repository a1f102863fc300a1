import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IncidentFacts } from '../../src/dispatch/figures/incident-facts.ts'
import { metresBetween } from '../../src/dispatch/metres-between.ts'
import { cellOf, cellsAround } from '../../src/models/grid.ts'
import { t0 } from './builders.ts'
import { startTestStores, type TestStores } from './support.ts'

let db: TestStores
beforeAll(async () => {
  db = await startTestStores()
})
afterAll(() => db.stop())

const lat = fc.double({ min: -11, max: 6, noNaN: true })
const lng = fc.double({ min: 95, max: 141, noNaN: true })
const step = fc.double({ min: -0.0008, max: 0.0008, noNaN: true })

test('whatever lies within the distance lies in one of the squares around', () => {
  fc.assert(
    fc.property(lat, lng, step, step, fc.integer({ min: 1, max: 80 }), (south, west, up, right, metres) => {
      const [here, there] = [
        { lat: south, lng: west },
        { lat: south + up, lng: west + right },
      ]
      if (metresBetween(here, there) <= metres) expect(cellsAround(here, metres)).toContain(cellOf(there))
    }),
  )
})

const facts = (id: string, point: IncidentFacts['point'], openedAt: number): IncidentFacts => ({
  ...{ id, centre: 'SMG', seq: 1, number: id, openedAt, status: 'archived', type: 'RSC', priority: 3 },
  ...{ agencies: [], outcomes: ['handled'], point, spans: [], acted: [] },
})
const at = (metresNorth: number, accuracyMetres = 20) => ({
  lat: -6.99 + metresNorth / 111_195,
  lng: 110.42,
  accuracyMetres,
})

test('earlier incidents around a point: the newest first, none further away, rough or of another centre', async () => {
  const { figures } = db.stores
  await figures.putIncident(facts('here', at(0), t0))
  await figures.putIncident(facts('later', at(49), t0 + 2))
  await figures.putIncident(facts('beyond', at(51), t0 + 3))
  await figures.putIncident(facts('rough', at(1, 500), t0 + 4))
  await figures.putIncident(facts('nowhere', null, t0 + 5))
  await figures.putIncident({ ...facts('neighbour', at(0), t0 + 6), centre: 'CLG' })
  const near = (limit: number) =>
    figures.near('SMG', { point: { lat: -6.99, lng: 110.42 }, metres: 50, roughestMetres: 300, limit })
  expect((await near(9)).map(({ id, metres }) => [id, Math.round(metres)])).toEqual([
    ['later', 49],
    ['here', 0],
  ])
  expect((await near(1)).map(({ id }) => id)).toEqual(['later'])
  expect((await figures.find('SMG', {}, 9)).length).toBe(5)
})
