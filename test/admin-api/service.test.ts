import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallList, IncidentList, RunCardList } from '../../src/admin-api/contract/index.ts'
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

test('one call from the first ring to the archive', async () => {
  const opened = asCall(await operator.post(calls, { phone: '0800 0000 112', name: ' Pelapor Contoh ' }), 201)
  expect(opened).toMatchObject({ centre: 'SMG', status: 'open', phone: '+628000000112', callerName: 'Pelapor Contoh' })
  expect(opened.clocks.map(clock => [clock.id, clock.state])).toContainEqual(['S1', 'running'])
  expect(((await operator.get(`${calls}?open=1`)).body as CallList).calls.map(call => call.id)).toEqual([opened.id])

  const call = asCall(await operator.post(`${calls}/${opened.id}/classify`, { callClass: 'normal' }))
  const path = `/api/centres/SMG/incidents/${call.incident}`
  const board = (await operator.get('/api/centres/SMG/incidents')).body as IncidentList
  expect(board.incidents.map(incident => incident.id)).toEqual([call.incident])

  const filled = asIncident(await operator.patch(`${path}/intake`, fullIntake))
  expect(filled.missing).toEqual([])
  expect(filled.intake.reporterPhone).toEqual({ known: '+628000000112' })
  expect(filled.proposal.agencies[0]).toMatchObject({ agency: 'DAMKAR', role: 'lead', channel: 'none' })
  asIncident(await operator.post(`${path}/submit`))

  const agencies = [{ agency: 'DAMKAR', role: 'lead', duty: 'act' }]
  const sent = asIncident(await operator.post(`${path}/dispatch`, { agencies }))
  const assignment = sent.assignments[0]?.id ?? ''
  expect(sent.phoneTasks.map(task => [task.agency, task.cause])).toEqual([['DAMKAR', 'unreachable']])
  const task = encodeURIComponent(sent.phoneTasks[0]?.id ?? '')
  asIncident(await operator.post(`${path}/phone-tasks/${task}`, { outcome: 'accepted' }))

  const of = `${path}/assignments/${encodeURIComponent(assignment)}`
  for (const action of ['depart', 'arrive', 'clear']) asIncident(await operator.post(`${of}/actions`, { action }))
  const report = { outcome: 'handled', text: 'Api padam <b>&_*' }
  const reported = asIncident(await operator.post(`${of}/report`, report))
  expect(reported.assignments[0]).toMatchObject({ status: 'reported', report: { text: 'Api padam <b>&_*' } })
  asIncident(await operator.post(`${of}/report/return`, { remark: 'Mohon jumlah unit' }))
  asIncident(await operator.post(`${of}/report`, report))
  expect(asIncident(await operator.post(`${of}/report/accept`)).allowed).toContain('close')
  for (const item of reported.attention.filter(({ doneAt }) => doneAt === undefined)) {
    await operator.post(`${path}/attention/${encodeURIComponent(item.id)}/settle`)
  }
  const closed = asIncident(await operator.post(`${path}/close`))
  expect(['closed', 'archived']).toContain(closed.status)
  for (const open of closed.phoneTasks.filter(({ done }) => !done)) {
    await operator.post(`${path}/phone-tasks/${encodeURIComponent(open.id)}`, { outcome: 'accepted' })
  }
  expect(asIncident(await operator.get(path)).status).toBe('archived')
  asCall(await operator.post(`${calls}/${opened.id}/end`))

  const archive = async (query: string) =>
    ((await operator.get(`/api/centres/SMG/archive?${query}`)).body as IncidentList).incidents.map(({ id }) => id)
  expect(await archive('words=contoh')).toEqual([call.incident])
  expect(await archive(`words=${filled.number}`)).toEqual([call.incident])
  expect(await archive('words=lautan')).toEqual([])
  expect(await archive('words=')).toEqual([call.incident])
  expect(await archive(`before=${filled.openedAt}`)).toEqual([])
  expect(said(await operator.post(`${of}/actions`, { action: 'arrive' }))).toEqual([409, 'incidentOver'])
})

test('an information call is answered, another is referred, a prank is over at once', async () => {
  const open = async () => `${calls}/${asCall(await operator.post(calls), 201).id}`
  const asked = await open()
  await operator.post(`${asked}/classify`, { callClass: 'information' })
  const answered = asCall(await operator.post(`${asked}/answer`, { topic: 'Nomor PLN', answer: 'Hubungi 123' }))
  expect(answered.resolution).toEqual({ kind: 'answered', topic: 'Nomor PLN', answer: 'Hubungi 123' })

  const wrong = await open()
  await operator.post(`${wrong}/classify`, { callClass: 'information' })
  const referred = asCall(await operator.post(`${wrong}/referral`, { receiver: 'Kanal aduan', note: 'Lampu jalan' }))
  expect(referred.resolution).toMatchObject({ kind: 'referred', receiver: 'Kanal aduan', note: 'Lampu jalan' })

  const prank = await open()
  asCall(await operator.post(`${prank}/caller`, { phone: '+62 800 0000 113', name: null }))
  const over = asCall(await operator.post(`${prank}/classify`, { callClass: 'prank' }))
  expect([over.status, over.phone]).toEqual(['ended', '+628000000113'])
})

test('decline, stand-down, undo, a further agency and cancelling are taken over HTTP', async () => {
  const incident = await dispatchedIncident(operator)
  const path = incidentPath(incident)
  const assignmentPath = (id: string) => `${path}/assignments/${encodeURIComponent(id)}`
  const first = assignmentPath(incident.assignments[0]?.id ?? '')

  const acknowledged = asIncident(await operator.post(`${first}/actions`, { action: 'acknowledge' }))
  const undo = acknowledged.assignments[0]?.undo
  expect(undo).not.toBeNull()
  expect(asIncident(await operator.post(`${first}/undo`, { seq: undo?.seq })).assignments[0]?.status).not.toBe(
    'acknowledged',
  )
  const declined = asIncident(await operator.post(`${first}/decline`, { reason: 'noUnit' }))
  expect(declined.assignments[0]).toMatchObject({ status: 'declined', declineReason: 'noUnit' })

  const added = asIncident(await operator.post(`${path}/agencies`, { agency: 'DINKES', role: 'lead', duty: 'act' }))
  const second = assignmentPath(added.assignments[1]?.id ?? '')
  expect(
    asIncident(await operator.post(`${second}/stand-down`, { reason: 'Tidak perlu' })).assignments[1]?.status,
  ).toBe('stoodDown')
  const cancelled = asIncident(await operator.post(`${path}/cancel`, { reason: 'Laporan ganda' }))
  expect([cancelled.status, cancelled.cancelReason]).toEqual(['cancelled', 'Laporan ganda'])
})

test('a report may be waived, with a reason', async () => {
  const incident = await dispatchedIncident(operator)
  const path = `${incidentPath(incident)}/assignments/${encodeURIComponent(incident.assignments[0]?.id ?? '')}`
  await operator.post(`${path}/actions`, { action: 'clear' })
  const waived = asIncident(await operator.post(`${path}/report/waive`, { reason: 'Kru kembali tanpa laporan' }))
  expect(waived.assignments[0]).toMatchObject({ status: 'reportWaived', waivedReason: 'Kru kembali tanpa laporan' })
})

test('a supervisor silences a clock that runs', async () => {
  const supervisor = await api.as('supervisor')
  const incident = await dispatchedIncident(operator)
  const running = incident.clocks.find(clock => clock.state === 'running' && clock.kind === 'response')
  const path = `${incidentPath(incident)}/clocks/${encodeURIComponent(running?.key ?? '')}/take`
  const taken = asIncident(await supervisor.post(path))
  expect(taken.clocks.find(clock => clock.key === running?.key)?.silencedUntil).toBeGreaterThan(api.serviceClock.now())
  expect(said(await supervisor.post(`${incidentPath(incident)}/clocks/none/take`))).toEqual([409, 'clockNotRunning'])
})

test('in a centre with dispatchers the operator submits and a dispatcher takes over', async () => {
  const dispatcher = await api.as('dispatcher')
  const { incident } = await openIncident(operator, 'CLG')
  const path = incidentPath(incident)
  await operator.patch(`${path}/intake`, fullIntake)
  expect(said(await dispatcher.post(`${path}/take`))).toEqual([409, 'notNow'])
  asIncident(await operator.post(`${path}/submit`))
  expect(said(await operator.post(`${path}/take`))).toEqual([403, 'forbidden'])
  expect(asIncident(await dispatcher.post(`${path}/take`)).status).toBe('taken')
})

test('a repeat with the same key changes nothing and gets the first result, also for a new call', async () => {
  const key = randomUUID()
  const first = asCall(await operator.post(calls, {}, key), 201)
  const again = asCall(await operator.post(calls, {}, key), 201)
  expect(again).toEqual(first)
  const classify = randomUUID()
  const path = `${calls}/${first.id}/classify`
  const once = asCall(await operator.post(path, { callClass: 'normal' }, classify))
  const twice = asCall(await operator.post(path, { callClass: 'normal' }, classify))
  expect(twice).toEqual(once)
  expect(said(await operator.post(path, { callClass: 'normal' }))).toEqual([409, 'alreadyDone'])

  // The same key of somebody else is another command.
  const supervisor = await api.as('supervisor')
  expect(asCall(await supervisor.post(calls, {}, key), 201).id).not.toBe(first.id)
})

test('a key that comes again with another request is not answered as if that had been done', async () => {
  const { call, incident } = await openIncident(operator)
  const key = randomUUID()
  asIncident(await operator.patch(`${incidentPath(incident)}/intake`, fullIntake, key))
  expect(asIncident(await operator.post(`${incidentPath(incident)}/submit`, {}, key)).status).toBe('submitted')
  const reason = 'salah sambung'
  expect(asIncident(await operator.post(`${incidentPath(incident)}/cancel`, { reason }, key)).status).toBe('cancelled')
  expect(said(await operator.post(`${incidentPath(incident)}/cancel`, { reason: 'lain' }, key))).toEqual([
    409,
    'incidentOver',
  ])
  expect(asIncident(await operator.post(`${incidentPath(incident)}/cancel`, { reason }, key)).cancelReason).toBe(reason)

  const numbers = ['+62 000 1', '+62 000 2']
  const opened = await Promise.all(numbers.map(phone => operator.post(calls, { phone }, key)))
  expect(opened.map(answer => asCall(answer, 201).phone)).toEqual(numbers)
  expect(opened.map(answer => asCall(answer, 201).id)).not.toContain(call.id)
})

test('the archive is searched with the words in the body, too, by whoever may read it', async () => {
  const { incident } = await openIncident(operator)
  await operator.patch(`${incidentPath(incident)}/intake`, { condition: { known: 'kata bawangmerah' } })
  await operator.post(`${incidentPath(incident)}/cancel`, { reason: 'salah sambung' })
  const path = '/api/centres/SMG/archive/search'
  const asked = { body: { words: 'bawangmerah' } }
  const found = await operator.send('POST', path, asked)
  expect((found.body as IncidentList).incidents.map(({ id }) => id)).toEqual([incident.id])
  expect(found.body).toEqual((await operator.get('/api/centres/SMG/archive?words=bawangmerah')).body)
  expect(said(await operator.send('POST', path, { body: { words: { $ne: '' } } }))).toEqual([422, 'invalidInput'])
  expect(said(await api.nobody().send('POST', path, asked))).toEqual([401, 'signInNeeded'])
  expect(said(await operator.send('POST', path.replace('SMG', 'XXX'), asked))).toEqual([403, 'forbidden'])
})

test('records of another centre are answered like none at all', async () => {
  const { call, incident } = await openIncident(operator)
  const paths = [`calls/${call.id}`, `incidents/${incident.id}`]
  for (const path of paths) {
    expect(said(await operator.get(`/api/centres/CLG/${path}`))).toEqual([404, 'notFound'])
  }
  const submit = `incidents/${incident.id}/submit`
  expect(said(await operator.post(`/api/centres/CLG/${submit}`))).toEqual([404, 'notFound'])
  expect(said(await operator.post('/api/centres/SMG/incidents/i-SMG-none/submit'))).toEqual([404, 'notFound'])
  expect(said(await operator.post(`/api/centres/CLG/calls/${call.id}/end`))).toEqual([404, 'notFound'])
})

test('a photo is shown to its centre only, as an image and nothing else, and the look at it is noted', async () => {
  const { incident } = await openIncident(operator)
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
  await api.stores.photos.put({
    id: 'photo-1',
    centre: 'SMG',
    incident: incident.id,
    assignment: `${incident.id}/DAMKAR/1`,
    by: { kind: 'system' },
    at: 1,
    mediaType: 'image/jpeg',
    bytes,
  })
  const response = await fetch(`${api.url}/api/centres/SMG/photos/photo-1`, {
    headers: { Cookie: operator.cookie ?? '' },
  })
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
  expect(response.headers.get('content-type')).toBe('image/jpeg')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect((await api.stores.audit.list('SMG', 10)).map(({ what, subject }) => [what, subject])).toContainEqual([
    'photoSeen',
    'photo-1',
  ])
  expect(said(await operator.get('/api/centres/CLG/photos/photo-1'))).toEqual([404, 'notFound'])
})

test('run cards and active agencies are there to choose from', async () => {
  const { runCards } = (await operator.get('/api/centres/SMG/run-cards')).body as RunCardList
  expect(runCards.length).toBeGreaterThan(5)
  expect(runCards[0]?.name).toMatchObject({ id: expect.any(String), en: expect.any(String) })
  const { agencies } = (await operator.get('/api/centres/SMG/agencies')).body as { agencies: { code: string }[] }
  expect(agencies.map(agency => agency.code)).toEqual(['DAMKAR', 'DINKES', 'PLN'])
})
