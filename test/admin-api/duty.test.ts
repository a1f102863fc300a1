import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  ColleagueList,
  DutyList,
  DutyView,
  EscalationsView,
  HandedOverView,
  HandoverView,
  ShiftView,
} from '../../src/admin-api/contract/index.ts'
import type { Client } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'
import { asIncident, dispatchedIncident, incidentPath, openIncident, said } from './support/story.ts'

let api: TestApi
let operator: Client
let supervisor: Client
beforeAll(async () => {
  api = await startApi()
  operator = await api.as('operator')
  supervisor = await api.as('supervisor')
})
afterAll(() => api.stop())

const list = '/api/centres/SMG/duty-list'
const hour = 3_600_000
const span = (from: number, hours: number) => ({ from, until: from + hours * hour })

test('a supervisor keeps the duty list; everybody reads it and who is on duty now', async () => {
  const now = api.serviceClock.now()
  const who = { kind: 'user', user: 'gladi-operator', role: 'operator' }
  expect(said(await operator.post(list, { who, ...span(now, 8) }))).toEqual([403, 'forbidden'])
  const added = await supervisor.post(list, { who, ...span(now - hour, 8) })
  expect(added.status).toBe(201)
  const shift = added.body as ShiftView
  expect(shift.who).toEqual({ ...who, name: 'Operator Gladi' })
  const officer = { kind: 'contact', agency: 'DAMKAR', duty: 'dutyOfficer', name: 'Perwira', phone: '0800 0000 113' }
  const contact = (await supervisor.post(list, { who: officer, ...span(now - hour, 24) })).body as ShiftView
  expect(contact.who).toMatchObject({ phone: '+628000000113' })

  const period = `${list}?from=${now}&until=${now + hour}`
  const { shifts } = (await operator.get(period)).body as DutyList
  expect(shifts.map(({ id }) => id)).toEqual([shift.id, contact.id])
  const duty = (await operator.get('/api/centres/SMG/duty')).body as DutyView
  expect(duty.users.find(({ user }) => user === 'gladi-operator')?.by).toEqual(['list', 'switch'])
  expect(duty.contacts.map(({ id }) => id)).toEqual([contact.id])
  expect(((await operator.get(period.replace('SMG', 'CLG'))).body as DutyList).shifts).toEqual([])

  expect((await supervisor.delete(`${list}/${shift.id}`)).status).toBe(200)
  expect(said(await supervisor.delete(`${list}/${shift.id}`))).toEqual([404, 'notFound'])
  expect(said(await supervisor.delete(`${list.replace('SMG', 'CLG')}/${contact.id}`))).toEqual([404, 'notFound'])
})

test('what cannot stand on a duty list is refused', async () => {
  const now = api.serviceClock.now()
  const user = (id: string, role: string) => ({ kind: 'user', user: id, role })
  const post = async (body: unknown) => said(await supervisor.post(list, body))
  expect(await post({ who: user('gladi-operator', 'operator'), from: now, until: now })).toEqual([
    422,
    'shiftEndsFirst',
  ])
  expect(await post({ who: user('gladi-operator', 'operator'), ...span(now, 745) })).toEqual([422, 'shiftTooLong'])
  expect(await post({ who: user('gladi-operator', 'supervisor'), ...span(now, 8) })).toEqual([422, 'roleUnfit'])
  expect(await post({ who: user('nobody', 'operator'), ...span(now, 8) })).toEqual([404, 'unknownUser'])
  expect(await post({ who: user('gladi-operator', 'king'), ...span(now, 8) })).toEqual([422, 'invalidInput'])
  expect(await post({ who: user('gladi-operator', 'operator'), from: 'now', until: {} })).toEqual([422, 'invalidInput'])
  expect(said(await supervisor.get(list))).toEqual([422, 'invalidInput'])
})

test('serah terima over HTTP: what is open, and whose it is from now on', async () => {
  const incident = await dispatchedIncident(operator)
  const path = '/api/centres/SMG/handover'
  const before = (await supervisor.get(path)).body as HandoverView
  const item = before.attention.find(one => one.incident === incident.id)
  expect(item).toMatchObject({ kind: 'unreachable', agency: 'DAMKAR', owner: { id: 'gladi-operator' } })
  expect(before.phoneTasks).toMatchObject([{ incident: incident.id, agency: 'DAMKAR' }])
  const given = await operator.post(path, { to: 'gladi-supervisor', note: 'Belum terjangkau <b>' })
  expect((given.body as HandedOverView).incidents).toEqual([incident.id])
  const now = asIncident(await operator.get(incidentPath(incident)))
  expect(now.owner).toEqual({ id: 'gladi-supervisor', name: 'Supervisor Gladi' })
  expect(now.timeline.at(-1)?.facts).toEqual({ to: 'Supervisor Gladi', text: 'Belum terjangkau <b>' })

  const { incident: other } = await openIncident(operator, 'CLG')
  const refused = async (body: unknown) => said(await operator.post(path, body))
  expect(await refused({ to: 'gladi-supervisor', incidents: [other.id] })).toEqual([404, 'notFound'])
  expect(await refused({ to: 'nobody' })).toEqual([404, 'unknownUser'])
  expect(await refused({ to: 'gladi-administrator' })).toEqual([404, 'unknownUser'])
  expect(await refused({ to: 'gladi-supervisor', incidents: [] })).toEqual([422, 'invalidInput'])
})

test('a call for help is taken at the page by its own little clock', async () => {
  const incident = await dispatchedIncident(operator)
  const clock = incident.attention[0]?.clock ?? ''
  const path = `${incidentPath(incident)}/clocks/${encodeURIComponent(clock)}/take`
  const { attention } = asIncident(await supervisor.post(path))
  expect(attention[0]?.taken).toMatchObject({ by: 'Supervisor Gladi', until: (attention[0]?.taken?.at ?? 0) + 600_000 })
  expect(attention[0]?.climbsAt).toBeGreaterThanOrEqual(attention[0]?.taken?.until ?? Number.POSITIVE_INFINITY)
  expect(said(await supervisor.post(path))).toEqual([409, 'alreadyDone'])
})

test('colleagues are those of the room in this centre, by name and role', async () => {
  const { users } = (await supervisor.get('/api/centres/SMG/colleagues')).body as ColleagueList
  expect(users).toContainEqual({ id: 'gladi-operator', name: 'Operator Gladi', role: 'operator' })
  expect(users.map(({ role }) => String(role))).not.toContain('administrator')
})

test('escalations name the clocks that went over and the ladders of agencies that are silent', async () => {
  const incident = await dispatchedIncident(operator)
  const read = async () =>
    ((await supervisor.get('/api/centres/SMG/escalations')).body as EscalationsView).incidents.find(
      one => one.incident === incident.id,
    )
  expect((await read())?.clocks).toEqual([])
  expect((await read())?.ladders.map(({ agency, status }) => [agency, status])).toEqual([['DAMKAR', 'alerting']])
  await operator.post('/api/training/clock', { forwardMs: 200_000 })
  // the group is not reached: its own clocks wait, the room's run
  expect((await read())?.clocks.map(({ id, state }) => [id, state])).toEqual([['S3', 'running']])

  const [assignment] = incident.assignments
  await operator.post(`${incidentPath(incident)}/assignments/${encodeURIComponent(assignment?.id ?? '')}/actions`, {
    action: 'acknowledge',
  })
  expect((await read())?.ladders ?? []).toEqual([])
})
