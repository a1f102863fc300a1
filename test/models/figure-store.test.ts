import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallFacts } from '../../src/dispatch/figures/call-facts.ts'
import type { IncidentFacts } from '../../src/dispatch/figures/incident-facts.ts'
import type { Span } from '../../src/dispatch/figures/span.ts'
import { t0 } from './builders.ts'
import { startTestStores, type TestStores } from './support.ts'

let db: TestStores
beforeAll(async () => {
  db = await startTestStores()
})
afterAll(() => db.stop())

const spans: Span[] = [
  { step: 'S4a', seconds: 61.5, targetSeconds: 180, limitSeconds: 300 },
  { step: 'close', seconds: 0 },
  { step: 'arrival', leftOut: 'notReported' },
]
const incident = (id: string, openedAt: number, agencies: string[]): IncidentFacts => ({
  ...{ id, centre: 'SMG', seq: 1, number: id, openedAt, status: 'archived', type: null, priority: 3 },
  ...{ agencies, outcomes: ['handled'], point: null, spans },
  acted: agencies.map((agency, at) => ({ agency, lead: at === 0, left: at > 0, spans })),
})
const call = (id: string, openedAt: number): CallFacts => ({
  ...{ id, centre: 'SMG', seq: 1, openedAt, callClass: 'prank', spans },
})
const day = { from: t0, to: t0 + 100 }

test('a period gives back what was measured in it, in the order of time; of one agency what it was sent to', async () => {
  const { figures } = db.stores
  await figures.putIncident(incident('second', t0 + 9, ['DAMKAR', 'PMI']))
  await figures.putIncident(incident('first', t0, ['PMI']))
  await figures.putIncident(incident('tomorrow', t0 + 100, ['PMI']))
  await figures.putCall(call('rang', t0 + 1))
  await figures.putCall(call('rings tomorrow', t0 + 100))
  const reckoned = ({ openedAt, status, type, priority, agencies, acted }: IncidentFacts) => {
    return { openedAt, status, type, priority, agencies, spans, acted }
  }
  const [first, second] = [incident('first', t0, ['PMI']), incident('second', t0 + 9, ['DAMKAR', 'PMI'])].map(reckoned)
  expect(await figures.incidents('SMG', day)).toEqual([first, second])
  expect(await figures.incidents('SMG', day, 'DAMKAR')).toEqual([second])
  expect(await figures.calls('SMG', day)).toEqual([{ openedAt: t0 + 1, callClass: 'prank', spans }])
  expect(await figures.countCalls('SMG', day)).toBe(1)
})

test('records of schema 1 are read as they were, and written anew by what comes later', async () => {
  const { id: _id, ...facts } = incident('lama', t0 + 1, ['PMI'])
  const { id: _, ...rang } = call('lama', t0 + 1)
  const old = { _id, schemaNumber: 1, centre: 'CLG' }
  await db.run({ insert: 'incidentFacts', documents: [{ ...facts, cell: null, ...old }] })
  await db.run({ insert: 'callFacts', documents: [{ ...rang, ...old }] })
  const { figures } = db.stores
  expect(await figures.incidents('CLG', day)).toMatchObject([{ spans, acted: facts.acted }])
  expect(await figures.calls('CLG', day)).toMatchObject([{ callClass: 'prank', spans }])
  const around = { point: { lat: 0, lng: 100 }, metres: 50, roughestMetres: 300, limit: 5 }
  expect(await figures.near('CLG', around)).toEqual([])
  await figures.putIncident({ ...facts, id: 'lama', centre: 'CLG', point: { lat: 0, lng: 100, accuracyMetres: 5 } })
  expect(await figures.near('CLG', around)).toMatchObject([{ id: 'lama', outcomes: ['handled'], metres: 0 }])
  expect(await figures.incidents('CLG', day)).toMatchObject([{ spans, acted: facts.acted }])
})
