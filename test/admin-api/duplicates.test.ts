import { afterAll, beforeAll, expect, test } from 'vitest'
import { similarView } from '../../src/admin-api/contract/duplicates.ts'
import type { Client } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'
import {
  asCall,
  asIncident,
  dispatchedIncident,
  fullIntake,
  incidentPath,
  openIncident,
  said,
} from './support/story.ts'

let api: TestApi
let operator: Client
beforeAll(async () => {
  api = await startApi()
  operator = await api.as('operator')
})
afterAll(() => api.stop())

const calls = '/api/centres/SMG/calls'
const candidates = async (path: string) => similarView.parse((await operator.get(`${path}/similar`)).body).candidates

test('suggested, attached, settled, detached and merged over HTTP', async () => {
  const first = await dispatchedIncident(operator)
  const { call, incident } = await openIncident(operator)
  asIncident(
    await operator.patch(`${incidentPath(incident)}/intake`, { ...fullIntake, victims: { known: { injured: 2 } } }),
  )
  const [candidate] = await candidates(`${calls}/${call.id}`)
  expect(candidate).toMatchObject({ incident: { id: first.id }, level: 'strong', callers: 1, continued: true })
  expect(await candidates(incidentPath(incident))).toHaveLength(1)

  const attached = asCall(await operator.post(`${calls}/${call.id}/attach`, { incident: first.id }))
  expect(attached).toMatchObject({ incident: first.id, resolution: { kind: 'attached' } })
  expect(attached.allowed).toContain('detach')
  const shown = asIncident(await operator.get(incidentPath(first)))
  expect(shown.conflicts.map(({ field, answers }) => [field, ...answers.map(({ value }) => value)])).toEqual([
    ['injured', 1, 2],
  ])
  const settled = await operator.post(`${incidentPath(first)}/conflicts/injured`, { call: call.id })
  expect(asIncident(settled)).toMatchObject({ conflicts: [], intake: { victims: { known: { injured: 2 } } } })
  expect(said(await operator.post(`${incidentPath(first)}/conflicts/injured`, { call: call.id }))).toEqual([
    409,
    'noConflict',
  ])
  const detached = asCall(await operator.post(`${calls}/${call.id}/detach`))
  expect(detached).toMatchObject({ incident: incident.id, attached: null })
  const merged = asIncident(await operator.post(`${incidentPath(incident)}/merge`, { into: first.id }))
  expect(merged).toMatchObject({ status: 'merged', merged: { into: first.id, number: first.number }, allowed: [] })
})

test('bad input and what belongs to others is refused with a clear code', async () => {
  const first = await dispatchedIncident(operator)
  const { call } = await openIncident(operator)
  const attach = `${calls}/${call.id}/attach`
  expect(said(await operator.post(attach, {}))).toEqual([422, 'invalidInput'])
  expect(said(await operator.post(attach, { incident: first.id, hazards: ['dragon'] }))).toEqual([422, 'invalidInput'])
  expect(said(await operator.post(attach, { incident: first.id, victims: { dead: -1 } }))).toEqual([
    422,
    'negativeCount',
  ])
  expect(said(await operator.post(attach, { incident: 'i-CLG-x' }))).toEqual([404, 'notFound'])
  expect(said(await operator.post(`${incidentPath(first)}/merge`, { into: first.id }))).toEqual([422, 'sameIncident'])
  expect(said(await operator.post(`${incidentPath(first)}/merge`, { into: 'i-CLG-x' }))).toEqual([404, 'notFound'])
  expect(said(await operator.post(`${incidentPath(first)}/conflicts/mood`, { call: call.id }))).toEqual([
    422,
    'invalidInput',
  ])
  expect(said(await operator.post(`${calls}/${call.id}/detach`))).toEqual([409, 'notAttached'])
  expect(said(await operator.get(`${calls}/CLG-x/similar`))).toEqual([404, 'notFound'])
})
