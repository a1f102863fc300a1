import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallbackList, CallView, IncidentView, ReferralList } from '../../src/admin-api/contract/index.ts'
import type { Client } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'
import { asCall, asIncident, fullIntake, said } from './support/story.ts'

let api: TestApi
let operator: Client
beforeAll(async () => {
  api = await startApi()
  operator = await api.as('operator')
})
afterAll(() => api.stop())

const centre = '/api/centres/SMG'
const rings = async (phone: string): Promise<CallView> => asCall(await operator.post(`${centre}/calls`, { phone }), 201)
const classify = async ({ id }: CallView, callClass: string): Promise<CallView> =>
  asCall(await operator.post(`${centre}/calls/${id}/classify`, { callClass }))

test('a broken line is rung back: tried, reached, a call of its own', async () => {
  const call = await rings('+62 000 0000 201')
  asCall(await operator.post(`${centre}/calls/${call.id}/dropped`))
  const path = `${centre}/callbacks/${call.id}`
  expect(said(await operator.post(path, { outcome: 'givenUp', note: 'x' }))).toEqual([409, 'attemptsMissing'])
  asCall(await operator.post(path, { outcome: 'noAnswer' }))
  const { callbacks } = (await operator.get(`${centre}/callbacks`)).body as CallbackList
  expect(callbacks).toMatchObject([{ call: call.id, attempts: [{ by: expect.any(String) }], done: null }])
  const { callback } = asCall(await operator.post(path, { outcome: 'reached', newCall: true, note: 'sinyal hilang' }))
  const next = asCall(await operator.get(`${centre}/calls/${callback?.done?.call}`))
  expect(next).toMatchObject({ callbackOf: call.id, phone: call.phone, status: 'open' })
  expect(said(await operator.post(path, { outcome: 'settled' }))).toEqual([409, 'alreadyDone'])
})

test('a referral is listed until it is confirmed; one that comes back is listed again', async () => {
  const call = await classify(await rings('+62 000 0000 202'), 'information')
  const path = `${centre}/calls/${call.id}/referral`
  expect(said(await operator.post(`${path}/confirm`, {}))).toEqual([404, 'notFound'])
  asCall(await operator.post(path, { receiver: 'LAPOR!', ticket: 'L-1' }))
  const listed = async () => ((await operator.get(`${centre}/referrals`)).body as ReferralList).referrals
  expect(await listed()).toMatchObject([{ call: call.id, receiver: 'LAPOR!', ticket: 'L-1', status: 'waiting' }])
  asCall(await operator.post(`${path}/return`, { reason: 'bukan kewenangan' }))
  expect(await listed()).toMatchObject([{ status: 'takenBack', settled: { words: 'bukan kewenangan' } }])
  asCall(await operator.post(path, { receiver: 'PLN' }))
  asCall(await operator.post(`${path}/confirm`, { contact: 'Rini', ticket: 'P-2' }))
  expect(await listed()).toEqual([])
})

test('a class is corrected, with a reason where a draft incident goes', async () => {
  const call = await classify(await rings('+62 000 0000 203'), 'normal')
  const path = `${centre}/calls/${call.id}/reclassify`
  expect(said(await operator.post(path, { callClass: 'prank' }))).toEqual([422, 'reasonMissing'])
  expect(said(await operator.post(path, { callClass: 'joke' }))).toEqual([422, 'invalidInput'])
  const corrected = asCall(await operator.post(path, { callClass: 'prank', reason: 'tawa anak' }))
  expect(corrected).toMatchObject({ status: 'ended', callClass: 'prank', incident: null })
  expect(asIncident(await operator.get(`${centre}/incidents/${call.incident}`)).status).toBe('cancelled')
})

test('only an administrator erases a caller, and the other centre knows nothing of it', async () => {
  const call = await classify(await rings('+62 000 0000 204'), 'ghost')
  const administrator = await api.as('administrator')
  const path = `calls/${call.id}/erase`
  expect(said(await operator.post(`${centre}/${path}`))).toEqual([403, 'forbidden'])
  expect(said(await administrator.post(`/api/centres/CLG/${path}`))).toEqual([404, 'notFound'])
  const erased = asCall(await administrator.post(`${centre}/${path}`))
  expect([erased.phone, erased.erasedAt]).toEqual([null, api.serviceClock.now()])
  expect((await rings('+62 000 0000 204')).history).toEqual([])
  for (const other of ['dropped', 'reclassify', 'referral/confirm', 'referral/return']) {
    const body = { reclassify: { callClass: 'prank' }, 'referral/return': { reason: 'x' } }[other] ?? {}
    expect(said(await operator.post(`/api/centres/CLG/calls/${call.id}/${other}`, body))).toEqual([404, 'notFound'])
  }
})

test('a call from paper is entered with its true times; alerts want the right to dispatch', async () => {
  const now = api.serviceClock.now()
  const ago = (minutes: number) => now - minutes * 60_000
  const agency = { agency: 'DAMKAR', role: 'lead', duty: 'act' }
  const job = { toldAt: ago(110), acknowledgedAt: ago(109), onSceneAt: ago(100), clearedAt: ago(70) }
  const body = {
    phone: '0800 0000 205',
    callClass: 'normal',
    openedAt: ago(120),
    classifiedAt: ago(119),
    incident: {
      intake: fullIntake,
      submittedAt: ago(115),
      dispatchedAt: ago(112),
      finishedAt: ago(60),
      agencies: [{ ...agency, ...job }],
    },
  }
  const path = `${centre}/back-entries`
  const entered = asCall(await operator.post(path, body), 201)
  expect(entered).toMatchObject({ backEntered: true, status: 'ended', phone: '+628000000205' })
  const incident: IncidentView = asIncident(await operator.get(`${centre}/incidents/${entered.incident}`))
  expect(incident).toMatchObject({ status: 'archived', backEntered: true, phoneTasks: [], attention: [] })

  const inCilegon = (client: Client, change: object) =>
    client.post('/api/centres/CLG/back-entries', { ...body, incident: { ...body.incident, ...change } })
  const { finishedAt: _, ...running } = body.incident
  const alert = { ...running, finishedAt: undefined, agencies: [{ ...agency, alert: true }] }
  expect(said(await inCilegon(operator, alert))).toEqual([403, 'forbidden'])
  expect(asCall(await inCilegon(await api.as('dispatcher'), alert), 201).backEntered).toBe(true)
  expect(said(await operator.post(path, { ...body, classifiedAt: ago(121) }))).toEqual([422, 'timesOutOfOrder'])
  expect(said(await operator.post(path, { ...body, openedAt: now + 60_000 }))).toEqual([422, 'timeInFuture'])
})
