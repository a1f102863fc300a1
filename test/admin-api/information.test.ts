import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  CallView,
  InformationEntry,
  InformationFound,
  InformationList,
} from '../../src/admin-api/contract/index.ts'
import { seedInformation } from '../../src/application/information/standard-entries.ts'
import { type Client, refusalOf } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'

let api: TestApi
let administrator: Client
let operator: Client
beforeAll(async () => {
  api = await startApi()
  administrator = await api.as('administrator')
  operator = await api.as('operator')
  for (const [code, profile] of [
    ['SMG', 'semarang'],
    ['CLG', 'cilegon'],
  ] as const) {
    await seedInformation(api.stores.information, { code, profile })
  }
})
afterAll(() => api.stop())

const path = '/api/admin/centres/SMG/information'
const search = async (words: string, centre = 'SMG') =>
  ((await operator.post(`/api/centres/${centre}/information/search`, { words })).body as InformationFound).entries
const topics = async (words: string) => (await search(words)).map(({ topic }) => topic)
const list = async () => ((await administrator.get(path)).body as InformationList).entries

test('a new centre has a dozen answers; every number is a public short code or cannot exist', async () => {
  const all = await search('')
  expect(all).toHaveLength(12)
  for (const { phone } of all) expect(phone).toMatch(/^\d{3,4}$|^\+62 000 \d+$/)
  expect((await search('lapor semar')).map(({ receiver }) => receiver)).toEqual(['Lapor Semar'])
  expect(await search('lapor semar', 'CLG')).toEqual([])
})

test('is found by the beginnings of words, in any order, without accents or case', async () => {
  expect(await topics('PADAM list')).toEqual(['Listrik padam'])
  expect(await topics('pdam')).toEqual(['Air PDAM mati atau pipa bocor'])
  expect(await topics('polís')).toEqual(['Laporan polisi yang tidak mendesak'])
  expect(await topics('kapal selam')).toEqual([])
  expect(await topics('.*')).toHaveLength(12)
})

const mine = {
  topic: 'Jadwal SIM keliling',
  answer: 'SIM keliling: lihat jadwal Polres.',
  receiver: 'Polres',
  phone: '110',
  referral: false,
}

test('administrators add, change, hide and take away; operators find what is active', async () => {
  const key = 'add-information-01'
  const added = (await administrator.send('POST', path, { body: mine, key })).body as InformationEntry
  expect(added).toMatchObject({ ...mine, active: true, version: 1 })
  expect((await administrator.send('POST', path, { body: mine, key })).body).toEqual(added)
  expect(await topics('sim keliling')).toEqual([mine.topic])

  const own = `${path}/${added.id}`
  const change = { version: 1, topic: 'Jadwal SIM', phone: '0812 0000 0001' }
  const changed = await administrator.patch(own, change)
  expect(changed.body).toMatchObject({ topic: 'Jadwal SIM', phone: '+6281200000001', receiver: 'Polres', version: 2 })
  expect(await topics('keliling')).toEqual(['Jadwal SIM'])
  const hidden = (await administrator.patch(own, { version: 2, active: false })).body as InformationEntry
  expect([hidden.active, await topics('sim')]).toEqual([false, []])
  expect((await list()).some(({ id }) => id === added.id)).toBe(true)
  expect((await administrator.delete(own)).status).toBe(200)
  expect((await administrator.delete(own)).status).toBe(200)
  expect((await list()).some(({ id }) => id === added.id)).toBe(false)

  const trail = await api.stores.audit.list('SMG', 10)
  expect(trail.filter(({ subject }) => subject === added.id).map(({ what }) => what)).toEqual([
    'informationRemoved',
    'informationChanged',
    'informationChanged',
    'informationAdded',
  ])
  expect(trail.find(({ what }) => what === 'informationChanged')?.change).toMatchObject({
    before: { active: true },
    after: { active: false },
  })
})

test('of two administrators at one moment one is told that somebody else changed it', async () => {
  const [entry] = await list()
  const change = (answer: string) => administrator.patch(`${path}/${entry?.id}`, { version: entry?.version, answer })
  const answers = await Promise.all([change('Satu'), change('Dua')])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const lost = answers.find(({ status }) => status === 409)
  expect(lost && refusalOf(lost).code).toBe('changedMeanwhile')
})

test('a call that is answered with an entry counts for it, once', async () => {
  const [entry] = await search('listrik')
  const answered = async (key: string, given: string | undefined) => {
    const calls = '/api/centres/SMG/calls'
    const { id } = (await operator.post(calls, { phone: '+62 000 77' })).body as CallView
    await operator.post(`${calls}/${id}/classify`, { callClass: 'information' })
    const body = { topic: 'Listrik', answer: 'PLN 123', ...(given && { entry: given }) }
    const send = () => operator.send('POST', `${calls}/${id}/answer`, { body, key })
    await send()
    return send()
  }
  expect((await answered('answered-call-0001', entry?.id)).status).toBe(200)
  expect((await answered('answered-call-0002', entry?.id)).status).toBe(200)
  expect((await answered('answered-call-0003', undefined)).status).toBe(200)
  const unknown = await answered('answered-call-0004', 'CLG-umum-01')
  expect([unknown.status, refusalOf(unknown).code]).toEqual([404, 'notFound'])
  const counted = (await list()).filter(({ given }) => given > 0)
  expect(counted.map(({ id, given }) => [id, given])).toEqual([[entry?.id, 2]])
})

test('another centre’s entries are nobody else’s, and only administrators change them', async () => {
  expect((await administrator.patch(`${path}/CLG-umum-01`, { version: 1, active: false })).status).toBe(404)
  expect((await operator.post(path, mine)).status).toBe(403)
  expect((await operator.get(path)).status).toBe(403)
})

test.each([
  ['an empty topic', { ...mine, topic: ' ' }],
  ['a topic of two lines', { ...mine, topic: 'a\nb' }],
  ['an empty answer', { ...mine, answer: ' ' }],
  ['words as a number', { ...mine, phone: 'hubungi kantor' }],
  ['an unknown key', { ...mine, centre: 'CLG' }],
])('%s is refused', async (_, body) => {
  expect([(await administrator.post(path, body)).status]).toEqual([422])
})
