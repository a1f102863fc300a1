import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'
import { asIncident, dispatchedIncident, incidentPath, said } from './support/story.ts'

let api: TestApi
let operator: Client
beforeAll(async () => {
  api = await startApi()
  operator = await api.as('operator')
})
afterAll(() => api.stop())

const begin = async () => {
  const incident = await dispatchedIncident(operator)
  const [assignment] = incident.assignments
  return { incident, path: `${incidentPath(incident)}/assignments/${encodeURIComponent(assignment?.id ?? '')}` }
}

test('units are named and report; a code that is none is refused', async () => {
  const { path } = await begin()
  const named = asIncident(await operator.post(`${path}/units`, { units: [' Pancar 01 ', 'AMB-3'] }))
  expect(named.assignments[0]?.units.map(({ code }) => code)).toEqual(['Pancar 01', 'AMB-3'])
  const body = { unit: 'AMB-3', mark: 'arrive', heard: { via: 'radio', informant: 'Danru' } }
  const marked = asIncident(await operator.post(`${path}/units/marks`, body))
  expect(marked.assignments[0]).toMatchObject({ status: 'onScene', units: [{}, { code: 'AMB-3' }] })
  expect(said(await operator.post(`${path}/units/marks`, body))).toEqual([409, 'alreadyDone'])
  expect(said(await operator.post(`${path}/units/marks`, { ...body, unit: 'X' }))).toEqual([409, 'unknownUnit'])
  expect(said(await operator.post(`${path}/units`, { units: ['AMB-3', 'AMB-3'] }))).toEqual([422, 'unitInvalid'])
  expect(said(await operator.post(`${path}/units`, { units: 'AMB-3' }))).toEqual([422, 'invalidInput'])
})

test('a step is recorded with its source, and put right with a reason', async () => {
  const { path } = await begin()
  const heard = { via: 'phone', informant: 'Piket' }
  const recorded = asIncident(await operator.post(`${path}/actions`, { action: 'acknowledge', heard }))
  const step = recorded.assignments[0]?.steps.find(({ what }) => what === 'acknowledge')
  expect(step).toMatchObject({ via: 'phone', informant: 'Piket' })
  const removal = { correction: { kind: 'removed', seq: step?.seq }, reason: 'salah OPD' }
  const corrected = asIncident(await operator.post(`${path}/corrections`, removal))
  expect(corrected.assignments[0]?.status).toBe('notified')
  expect(said(await operator.post(`${path}/corrections`, removal))).toEqual([404, 'notFound'])
  expect(said(await operator.post(`${path}/corrections`, { ...removal, reason: ' ' }))).toEqual([422, 'textEmpty'])
  expect(said(await operator.post(`${path}/corrections`, { reason: 'x' }))).toEqual([422, 'invalidInput'])
  const heardBadly = { action: 'acknowledge', heard: { via: 'telepathy' } }
  expect(said(await operator.post(`${path}/actions`, heardBadly))).toEqual([422, 'invalidInput'])
})

test('a judgement is withdrawn; the lead’s duty cannot change', async () => {
  const { path } = await begin()
  asIncident(await operator.post(`${path}/actions`, { action: 'clear' }))
  asIncident(await operator.post(`${path}/report/waive`, { reason: 'tidak perlu' }))
  const back = asIncident(await operator.post(`${path}/report/withdraw-judgement`, { reason: 'perlu juga' }))
  expect(back).toMatchObject({ status: 'dispatched', assignments: [{ status: 'cleared' }] })
  expect(said(await operator.post(`${path}/report/withdraw-judgement`, { reason: 'x' }))).toEqual([409, 'notNow'])
  expect(said(await operator.post(`${path}/duty`, { duty: 'inform' }))).toEqual([422, 'leadMissing'])
})

test('an administrator has no part in it', async () => {
  const { path } = await begin()
  const administrator = await api.as('administrator')
  const removal = { correction: { kind: 'removed', seq: 1 }, reason: 'x' }
  expect(said(await administrator.post(`${path}/corrections`, removal))).toEqual([403, 'forbidden'])
  expect(said(await administrator.post(`${path}/units`, { units: [] }))).toEqual([403, 'forbidden'])
  expect(said(await administrator.post(`${path}/duty`, { duty: 'inform' }))).toEqual([403, 'forbidden'])
})

test('a report that the desk writes down is read by its lines, as one from the group', async () => {
  const { path } = await begin()
  await operator.post(`${path}/actions`, { action: 'clear' })
  const text = 'Api padam\nKorban: 2 luka\nUnit: 3 mobil'
  const reported = asIncident(await operator.post(`${path}/report`, { outcome: 'handled', text }))
  expect(reported.assignments[0]?.report).toMatchObject({ text, victims: 2, units: '3 mobil' })
  expect(reported.assignments[0]?.report?.actions).toBeUndefined()
})
