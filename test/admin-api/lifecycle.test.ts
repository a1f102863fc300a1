import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IncidentList, IncidentView, NeighbourList } from '../../src/admin-api/contract/index.ts'
import type { Client } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'
import { asIncident, dispatchedIncident, fullIntake, incidentPath, openIncident, said } from './support/story.ts'

let api: TestApi
let operator: Client
let dispatcher: Client
beforeAll(async () => {
  api = await startApi()
  operator = await api.as('operator')
  dispatcher = await api.as('dispatcher')
})
afterAll(() => api.stop())

const assignmentPath = (incident: IncidentView, index = 0): string =>
  `${incidentPath(incident)}/assignments/${encodeURIComponent(incident.assignments[index]?.id ?? '')}`
const reason = { reason: 'Alasan contoh' }

/** Taken over by a dispatcher of Cilegon. */
const takenOver = async (): Promise<IncidentView> => {
  const { incident } = await openIncident(operator, 'CLG')
  const path = incidentPath(incident)
  asIncident(await operator.patch(`${path}/intake`, fullIntake))
  asIncident(await operator.post(`${path}/submit`))
  return asIncident(await dispatcher.post(`${path}/take`))
}

describe('who may cancel where a dispatcher takes over (Cilegon)', () => {
  test('the operator until then, the dispatcher afterwards', async () => {
    const { incident } = await openIncident(operator, 'CLG')
    expect(asIncident(await operator.post(`${incidentPath(incident)}/cancel`, reason)).status).toBe('cancelled')
    const taken = await takenOver()
    expect(said(await operator.post(`${incidentPath(taken)}/cancel`, reason))).toEqual([403, 'notOwner'])
    expect(said(await operator.post(`${incidentPath(taken)}/hand-over`, { centre: 'SMG', ...reason }))).toEqual([
      403,
      'notOwner',
    ])
    expect(asIncident(await dispatcher.post(`${incidentPath(taken)}/cancel`, reason)).status).toBe('cancelled')
  })

  test('in Semarang the operator owns the incident to its end', async () => {
    const incident = await dispatchedIncident(operator)
    expect(asIncident(await operator.post(`${incidentPath(incident)}/cancel`, reason)).status).toBe('cancelled')
  })
})

test('an agency comes in the place of another', async () => {
  const incident = await dispatchedIncident(operator)
  const agencies = `${incidentPath(incident)}/agencies`
  const replaces = incident.assignments[0]?.id ?? ''
  const agency = { agency: 'PLN', role: 'support', duty: 'act', replaces }
  const after = asIncident(await operator.post(agencies, agency))
  expect(after.assignments.map(one => [one.agency, one.role, one.status, one.required])).toEqual([
    ['DAMKAR', 'lead', 'stoodDown', false],
    ['PLN', 'lead', 'alerting', true],
  ])
  expect(said(await operator.post(agencies, { ...agency, agency: 'DINKES' }))).toEqual([409, 'alreadyDone'])
  expect(said(await operator.post(agencies, { ...agency, replaces: 'none' }))).toEqual([404, 'notFound'])
})

test('a long operation with a SITREP, a priority by hand', async () => {
  const incident = await dispatchedIncident(operator)
  const path = incidentPath(incident)
  expect(asIncident(await operator.post(`${path}/priority`, { priority: 3 })).priority).toBe(3)
  expect(said(await operator.post(`${path}/priority`, { priority: 5 }))).toEqual([422, 'invalidInput'])
  const running = asIncident(await operator.post(`${path}/long-operation/start`))
  expect(running).toMatchObject({ longOperation: 'running', longOperations: [{ until: null }] })
  expect(running.allowed).toContain('endLongOperation')
  expect(said(await operator.post(`${path}/long-operation/start`))).toEqual([409, 'alreadyDone'])
  const told = asIncident(await operator.post(`${assignmentPath(incident)}/sitrep`, { text: 'Penyisiran <&_*' }))
  expect(told.timeline.at(-1)).toMatchObject({ type: 'SitrepReceived', facts: { text: 'Penyisiran <&_*' } })
  expect(told.assignments[0]?.sitrep?.receivedAt).not.toBeNull()
  expect(said(await operator.post(`${assignmentPath(incident)}/sitrep`, { text: ' ' }))).toEqual([422, 'textEmpty'])
  expect(asIncident(await operator.post(`${path}/long-operation/end`)).longOperation).toBe('ended')
})

test('an archived incident is reopened within a day, not after', async () => {
  const incident = await dispatchedIncident(operator)
  const path = incidentPath(incident)
  const of = assignmentPath(incident)
  expect(said(await operator.post(`${path}/reopen`))).toEqual([409, 'notNow'])
  for (const action of ['arrive', 'clear']) asIncident(await operator.post(`${of}/actions`, { action }))
  asIncident(await operator.post(`${of}/report`, { outcome: 'handled', text: 'Padam' }))
  asIncident(await operator.post(`${of}/report/accept`))
  asIncident(await operator.post(`${path}/close`))
  expect(asIncident(await operator.post(`${path}/reopen`)).status).toBe('closing')
  const board = (await operator.get('/api/centres/SMG/incidents')).body as IncidentList
  expect(board.incidents.map(({ id }) => id)).toContain(incident.id)
  asIncident(await operator.post(`${path}/close`))
  api.machine.time += 24 * 3_600_000 + 1
  operator = await api.as('operator')
  dispatcher = await api.as('dispatcher')
  expect(said(await operator.post(`${path}/reopen`))).toEqual([409, 'reopenExpired'])
  expect(asIncident(await operator.get(path)).allowed).not.toContain('reopen')
})

test('an incident goes to the neighbouring centre, comes back, and goes to one outside', async () => {
  const incident = await dispatchedIncident(operator)
  const path = incidentPath(incident)
  const to = { centre: 'CLG', ...reason }
  expect(said(await operator.post(`${path}/hand-over`, { centre: 'XXX', ...reason }))).toEqual([404, 'unknownCentre'])
  expect(said(await operator.post(`${path}/hand-over`, { centre: 'SMG', ...reason }))).toEqual([422, 'sameCentre'])
  expect(asIncident(await operator.post(`${path}/hand-over`, to)).handOver).toMatchObject({ result: 'offered' })
  expect(said(await operator.post(`${path}/hand-over`, to))).toEqual([409, 'alreadyDone'])

  const there = ((await dispatcher.get('/api/centres/CLG/incidents')).body as IncidentList).incidents
  const theirs = there.find(({ handedOverFrom }) => handedOverFrom?.number === incident.number)
  const theirPath = `/api/centres/CLG/incidents/${theirs?.id}`
  expect(said(await operator.get(`/api/centres/SMG/incidents/${theirs?.id}`))).toEqual([404, 'notFound'])
  expect(said(await operator.post(`${theirPath}/hand-over/return`, reason))).toEqual([403, 'forbidden'])
  asIncident(await dispatcher.post(`${theirPath}/hand-over/return`, reason))
  const back = asIncident(await operator.get(path))
  expect(back).toMatchObject({ status: 'dispatched', handOver: { result: 'refused', refusal: reason.reason } })
  expect(back.attention.map(({ kind }) => kind)).toContain('handOverRefused')

  const outside = { receiver: '112 Kabupaten Contoh', keepAgencies: true, ...reason }
  expect(asIncident(await operator.post(`${path}/hand-over`, outside)).allowed).toContain('answerHandOver')
  asIncident(await operator.post(`${path}/hand-over/withdraw`))
  asIncident(await operator.post(`${path}/hand-over`, outside))
  const over = asIncident(await operator.post(`${path}/hand-over/answer`, { result: 'taken', ticket: 'T-1' }))
  expect(over).toMatchObject({ status: 'handedOver', handOver: { ticket: 'T-1', result: 'taken' } })
})

test('an operator reads the neighbours by name, to hand an incident over to', async () => {
  const { centres } = (await operator.get('/api/centres/SMG/neighbours')).body as NeighbourList
  expect(centres).toContainEqual({ code: 'CLG', name: expect.any(String) })
  expect(centres.map(({ code }) => code)).not.toContain('SMG')
})
