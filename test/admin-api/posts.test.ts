import { afterAll, beforeAll, expect, test } from 'vitest'
import { pairingCodeView } from '../../src/admin-api/contract/administration.ts'
import type { PostList } from '../../src/admin-api/contract/index.ts'
import type { Client } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'
import { said } from './support/story.ts'

let api: TestApi
let administrator: Client
beforeAll(async () => {
  api = await startApi()
  administrator = await api.as('administrator')
})
afterAll(() => api.stop())

const posts = '/api/admin/centres/SMG/agencies/DAMKAR/posts'
const genuk = {
  code: 'GENUK',
  name: 'Pos Genuk',
  area: { kelurahan: ['Terboyo'], kecamatan: ['Genuk'] },
  point: { lat: -6.95, lng: 110.47 },
  dutyPhones: ['0800 0000 115'],
}
const codes = async (path: string) => ((await administrator.get(path)).body as PostList).posts.map(({ code }) => code)

test('posts are added, changed and retired; the desk chooses among the active', async () => {
  const added = await administrator.post(posts, genuk)
  const kept = { ...genuk, centre: 'SMG', agency: 'DAMKAR', dutyPhones: ['+628000000115'] }
  expect([added.status, added.body]).toEqual([201, { ...kept, answerSeconds: null, active: true }])
  expect((await administrator.post(posts, genuk)).status).toBe(201)
  expect(said(await administrator.post(posts, { ...genuk, name: 'Lain' }))).toEqual([409, 'alreadyExists'])
  const answerSeconds = { 1: 30, 2: 60, 3: 90, 4: 90 }
  const changed = await administrator.patch(`${posts}/GENUK`, { answerSeconds, point: null })
  expect(changed.body).toMatchObject({ answerSeconds, point: null, name: 'Pos Genuk' })
  expect(await codes('/api/centres/SMG/posts')).toEqual(['GENUK'])
  const overtaken = { name: 'Pos Genuk Baru', was: { name: 'Pos Lama' } }
  expect(said(await administrator.patch(`${posts}/GENUK`, overtaken))).toEqual([409, 'changedMeanwhile'])
  await administrator.patch(`${posts}/GENUK`, { active: false })
  expect(await codes('/api/centres/SMG/posts')).toEqual([])
  expect(await codes(posts)).toEqual(['GENUK'])
})

test('what cannot be is refused', async () => {
  for (const wrong of [
    { ...genuk, code: 'genuk' },
    { ...genuk, point: { lat: 100, lng: 0 } },
    { ...genuk, area: { kelurahan: ['x'] } },
    { ...genuk, dutyPhones: 'x' },
    { ...genuk, answerSeconds: { 1: 1, 2: 60, 3: 60, 4: 60 } },
  ]) {
    expect(said(await administrator.post(posts, wrong))).toEqual([422, 'invalidInput'])
  }
  expect(said(await administrator.patch(`${posts}/NONE`, { active: false }))).toEqual([404, 'notFound'])
  expect(said(await administrator.post(posts.replace('DAMKAR', 'NONE'), genuk))).toEqual([404, 'notFound'])
})

test('only administrators keep posts; everybody in the room may read them', async () => {
  const operator = await api.as('operator')
  expect(said(await operator.post(posts, genuk))).toEqual([403, 'forbidden'])
  expect(said(await operator.get(posts))).toEqual([403, 'forbidden'])
  expect((await operator.get('/api/centres/SMG/posts')).status).toBe(200)
})

test('a pairing code may be for an active post and its contacts', async () => {
  const path = '/api/admin/centres/SMG/pairing-codes'
  const of = (audience: object) => administrator.post(path, { audience })
  const utara = { ...genuk, code: 'UTARA' }
  await administrator.post(posts, utara)
  const audience = { kind: 'agency', agency: 'DAMKAR', post: 'UTARA' }
  expect(pairingCodeView.parse((await of(audience)).body).audience).toEqual(audience)
  const officer = { kind: 'contact', agency: 'DAMKAR', post: 'UTARA', duty: 'dutyOfficer' }
  expect((await of(officer)).status).toBe(201)
  expect(said(await of({ ...audience, post: 'NONE' }))).toEqual([422, 'unknownPost'])
  await administrator.patch(`${posts}/UTARA`, { active: false })
  expect(said(await of(audience))).toEqual([422, 'unknownPost'])
})
