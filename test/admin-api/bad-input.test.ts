import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { IncidentView } from '../../src/admin-api/contract/index.ts'
import { type Client, refusalOf } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'
import { asIncident, dispatchedIncident, fullIntake, incidentPath, openIncident, said } from './support/story.ts'

let api: TestApi
let operator: Client
let incident: IncidentView
let path: string
beforeAll(async () => {
  api = await startApi()
  operator = await api.as('operator')
})
beforeEach(async () => {
  incident = (await openIncident(operator)).incident
  path = incidentPath(incident)
})
afterAll(() => api.stop())

/** Sends it as the intake; the answer must be a refusal that changed nothing. */
const refusedIntake = async (body: unknown): Promise<[number, string]> => {
  const before = asIncident(await operator.get(path))
  const answer = said(await operator.patch(`${path}/intake`, body))
  expect(asIncident(await operator.get(path))).toEqual(before)
  return answer
}

test.each([
  [{ location: { $gt: '' } }],
  [{ location: { known: { $ne: null } } }],
  [{ $where: 'sleep(1000)' }],
  [{ victims: { known: { $inc: 1 } } }],
  [{ point: { known: { lat: 1, lng: 1, accuracyMetres: 1, $set: {} } } }],
  [{ hazards: [{ $in: [] }] }],
  [{ 'location.known': 'x' }],
])('Mongo operators and unknown keys are refused: %j', async body => {
  expect(await refusedIntake(body)).toEqual([422, 'invalidInput'])
})

test('operators are refused wherever a person may type: sign-in, words of the archive, ids', async () => {
  const signIn = await api.nobody().post('/api/session', { name: { $ne: '' }, password: { $ne: '' } })
  expect(said(signIn)).toEqual([422, 'invalidInput'])
  expect(said(await operator.get('/api/centres/SMG/archive?words[$ne]=x'))).toEqual([422, 'invalidInput'])
  expect(said(await operator.get('/api/centres/SMG/archive?words=a&words=b'))).toEqual([422, 'invalidInput'])
  expect(said(await operator.get('/api/centres/SMG/calls?open[$gt]='))).toEqual([422, 'invalidInput'])
  expect(said(await operator.get('/api/centres/[object%20Object]/calls'))).toEqual([403, 'forbidden'])
})

test('a key named __proto__ is refused and poisons nothing', async () => {
  const sent = await operator.send('PATCH', `${path}/intake`, {
    raw: '{"__proto__":{"admin":true}}',
    key: randomUUID(),
  })
  expect(said(sent)).toEqual([422, 'invalidInput'])
  expect('admin' in {}).toBe(false)
})

test('operators inside a text are a text', async () => {
  const typed = '{"$where": "1"} <b>&_*'
  const changed = asIncident(await operator.patch(`${path}/intake`, { condition: { known: typed } }))
  expect(changed.intake.condition).toEqual({ known: typed })
})

test('a point outside the world, an unknown type and negative victims have codes of their own', async () => {
  const at = (lat: number, lng: number) => ({ point: { known: { lat, lng, accuracyMetres: 10 } } })
  expect(await refusedIntake(at(90.1, 0))).toEqual([422, 'pointOutsideWorld'])
  expect(await refusedIntake(at(0, -180.1))).toEqual([422, 'pointOutsideWorld'])
  expect(await refusedIntake({ type: { known: 'TIDAK_ADA' } })).toEqual([422, 'unknownType'])
  expect(await refusedIntake({ victims: { known: { dead: -1 } } })).toEqual([422, 'negativeCount'])
  expect(await refusedIntake({ victims: { known: { dead: 0.5 } } })).toEqual([422, 'invalidInput'])
  expect(await refusedIntake({ point: { known: { lat: '1', lng: 1, accuracyMetres: 1 } } })).toEqual([
    422,
    'invalidInput',
  ])
})

test('texts have an end: 4096 characters in a field, 256 kB in a request, 1 MB is not read', async () => {
  const tooLong = await operator.patch(`${path}/intake`, { condition: { known: 'a'.repeat(4097) } })
  expect(said(tooLong)).toEqual([422, 'textTooLong'])
  expect(refusalOf(tooLong).params).toMatchObject({ limit: 4096 })
  expect(refusalOf(tooLong).message.id).toContain('4096')
  asIncident(await operator.patch(`${path}/intake`, { condition: { known: 'a'.repeat(4096) } }))
  expect(await refusedIntake({ condition: { known: 'a'.repeat(1_000_000) } })).toEqual([413, 'tooLarge'])
  expect(await refusedIntake({ condition: { known: 'a'.repeat(300 * 1024) } })).toEqual([413, 'tooLarge'])
  expect(await refusedIntake({ condition: { known: '   ' } })).toEqual([422, 'textEmpty'])
  expect(said(await operator.post(`${path}/cancel`, { reason: 'a'.repeat(4097) }))).toEqual([422, 'textTooLong'])
})

test('a body that is no JSON, or no object, or says to be something else', async () => {
  const key = randomUUID()
  const send = (raw: string, headers = {}) => operator.send('POST', `${path}/submit`, { raw, key, headers })
  expect(said(await send('{"a":'))).toEqual([400, 'jsonMalformed'])
  expect(said(await send('"text"'))).toEqual([400, 'jsonMalformed'])
  expect(said(await send('[]'))).toEqual([422, 'invalidInput'])
  expect(said(await send('a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }))).toEqual([
    415,
    'jsonExpected',
  ])
  expect(said(await send('{}', { 'Content-Type': 'text/plain' }))).toEqual([415, 'jsonExpected'])
  expect(said(await send('{}', { 'Content-Type': 'application/json; charset=klingon' }))).toEqual([415, 'jsonExpected'])
  expect(said(await send('{}', { 'Content-Encoding': 'nonsense' }))).toEqual([415, 'jsonExpected'])
})

test('the parts that are wrong are named', async () => {
  const { issues, params } = refusalOf(
    await operator.patch(`${path}/intake`, { passable: { known: 'ya' }, hazards: ['x'] }),
  )
  expect(params).toEqual({ part: 'body' })
  expect(issues?.map(issue => issue.path)).toEqual(['passable', 'hazards.0'])
})

test('a request from another site is refused, one from our own page is not', async () => {
  const send = (origin: string) =>
    operator.send('POST', '/api/centres/SMG/calls', { body: {}, key: randomUUID(), headers: { Origin: origin } })
  expect(said(await send('https://evil.example'))).toEqual([403, 'otherOrigin'])
  expect(said(await send('null'))).toEqual([403, 'otherOrigin'])
  expect((await send(api.url)).status).toBe(201)
})

test('a command needs a key of the right shape', async () => {
  for (const key of [undefined, 'kurang', 'a'.repeat(65), 'spasi di dalam']) {
    const sending = key === undefined ? { body: {} } : { body: {}, key }
    expect(said(await operator.send('POST', '/api/centres/SMG/calls', sending))).toEqual([400, 'idempotencyKeyMissing'])
  }
})

test('addresses that are not there, or not readable', async () => {
  expect(said(await operator.get('/api/tidak-ada'))).toEqual([404, 'unknownRoute'])
  expect(said(await operator.post(`${path}/explode`))).toEqual([404, 'unknownRoute'])
  expect(said(await operator.send('PUT', '/api/session', { body: {} }))).toEqual([404, 'unknownRoute'])
  expect(said(await operator.get('/api/centres/%E0%A4%A/calls'))).toEqual([400, 'badRequest'])
  expect(said(await operator.get(`/api/centres/SMG/incidents/${'x'.repeat(200)}`))).toEqual([422, 'invalidInput'])
  expect(said(await operator.get('/api/centres/SMG/archive?before=kemarin'))).toEqual([422, 'invalidInput'])
})

test('what cannot be recorded is refused: future times, unknown words, agencies that are not there', async () => {
  const sent = await dispatchedIncident(operator)
  const of = `${incidentPath(sent)}/assignments/${encodeURIComponent(sent.assignments[0]?.id ?? '')}`
  const at = api.serviceClock.now() + 3_600_000
  expect(said(await operator.post(`${of}/actions`, { action: 'arrive', at }))).toEqual([422, 'timeInFuture'])
  expect(said(await operator.post(`${of}/actions`, { action: 'decline' }))).toEqual([422, 'invalidInput'])
  expect(said(await operator.post(`${of}/decline`, { reason: 'malas' }))).toEqual([422, 'invalidInput'])
  expect(said(await operator.post(`${of}/report`, { outcome: 'handled', text: '' }))).toEqual([422, 'textEmpty'])
  const unknown = { agency: 'TNI', role: 'support', duty: 'act' }
  expect(said(await operator.post(`${incidentPath(sent)}/agencies`, unknown))).toEqual([422, 'unknownAgency'])
  await operator.patch(`${path}/intake`, fullIntake)
  expect(said(await operator.post(`${path}/dispatch`, { agencies: [] }))).toEqual([422, 'leadMissing'])
})

test('every answer carries what keeps it safe, and the service time', async () => {
  const { headers } = await operator.get('/api/session')
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(headers.get('strict-transport-security')).toBeNull()
  expect(headers.get('x-service-now')).toBe(String(api.serviceClock.now()))
  expect(headers.get('x-service-rate')).toBe('1')
})

test('a request that breaks off half-way is the end of nothing', async () => {
  const broken = request(`${api.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Content-Length': '1000' },
  })
  const gone = new Promise<void>(resolve => void broken.once('close', resolve))
  broken.on('error', () => undefined)
  broken.write('{"name":', () => broken.destroy())
  await gone
  expect((await operator.get('/api/session')).status).toBe(200)
})

test('the log knows routes and times, and neither names, numbers, texts nor secrets', async () => {
  const text = JSON.stringify(api.logged)
  expect(text).toContain('"route":"/api/centres/{centre}/incidents/{incident}/intake"')
  expect(text).toContain('"status":422')
  for (const secret of ['8000000112', 'Pelapor', 'kunci=', operator.cookie?.split('=')[1] ?? '', incident.id]) {
    expect(text).not.toContain(secret)
  }
})
