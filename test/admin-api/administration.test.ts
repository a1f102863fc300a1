import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pairingCodeView, userView } from '../../src/admin-api/contract/administration.ts'
import type {
  AgencyList,
  CentreList,
  ChatList,
  PairingCodeList,
  PairingCodeView,
  SignInLinkView,
  UserList,
  UserView,
} from '../../src/admin-api/contract/index.ts'
import type { Client } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'
import { said } from './support/story.ts'

let api: TestApi
let administrator: Client
beforeAll(async () => {
  api = await startApi({ pairingLink: code => `https://t.me/contoh_bot?startgroup=${code}` })
  administrator = await api.as('administrator')
})
afterAll(() => api.stop())

const centres = '/api/admin/centres'
const users = '/api/admin/users'
const addUser = async (body: object, by = administrator): Promise<UserView> =>
  userView.parse((await by.post(users, body)).body)
const enter = async (user: UserView): Promise<Client> => {
  const { url } = (await administrator.post(`${users}/${user.id}/link`)).body as SignInLinkView
  const client = api.nobody()
  await client.enter(url.slice(api.url.length))
  return client
}

test('centres are added and changed; profile and time zone must exist', async () => {
  const list = async () => (await administrator.get(centres)).body as CentreList
  expect((await list()).profiles).toEqual(['semarang', 'cilegon'])
  const surakarta = { code: 'SKA', name: 'Surakarta', timeZone: 'Asia/Jakarta', profile: 'semarang' }
  expect((await administrator.post(centres, surakarta)).status).toBe(201)
  expect((await administrator.post(centres, surakarta)).status).toBe(201)
  expect(said(await administrator.post(centres, { ...surakarta, name: 'Lain' }))).toEqual([409, 'alreadyExists'])
  const renamed = await administrator.patch(`${centres}/SKA`, { name: 'Kota Surakarta' })
  expect(renamed.body).toEqual({ ...surakarta, name: 'Kota Surakarta', active: true })
  expect((await list()).centres.map(({ code }) => code)).toEqual(['CLG', 'SKA', 'SMG'])

  for (const [change, code] of [
    [{ profile: 'tidak-ada' }, 'unknownProfile'],
    [{ timeZone: 'Asia/Atlantis' }, 'invalidInput'],
    [{ name: '  ' }, 'invalidInput'],
    [{ code: 'XYZ' }, 'invalidInput'],
  ] as const) {
    expect(said(await administrator.patch(`${centres}/SKA`, change))).toEqual([422, code])
  }
  expect(said(await administrator.patch(`${centres}/XYZ`, { name: 'x' }))).toEqual([404, 'unknownCentre'])
  expect(said(await administrator.post(centres, { ...surakarta, code: 'sk' }))).toEqual([422, 'invalidInput'])
})

test('agencies are added, changed and retired; the desk chooses among the active', async () => {
  const path = `${centres}/CLG/agencies`
  const tagana = { code: 'TAGANA', name: 'Tagana', transports: false, dutyPhones: ['0800 0000 114', ' '] }
  const added = await administrator.post(path, tagana)
  expect([added.status, added.body]).toEqual([
    201,
    {
      ...tagana,
      centre: 'CLG',
      dutyPhones: ['+628000000114'],
      commanderPhone: null,
      answerSeconds: null,
      active: true,
    },
  ])
  expect((await administrator.post(path, tagana)).status).toBe(201)
  expect(said(await administrator.post(path, { ...tagana, name: 'Lain' }))).toEqual([409, 'alreadyExists'])
  const retired = await administrator.patch(`${path}/TAGANA`, {
    active: false,
    dutyPhones: [],
    commanderPhone: '+62 000 9',
  })
  expect(retired.body).toMatchObject({ active: false, dutyPhones: [], commanderPhone: '+62 000 9', name: 'Tagana' })
  const codes = async (from: string) =>
    ((await administrator.get(from)).body as AgencyList).agencies.map(({ code }) => code)
  expect(await codes(path)).toContain('TAGANA')
  expect(await codes('/api/centres/CLG/agencies')).not.toContain('TAGANA')
  expect(said(await administrator.patch(`${path}/NONE`, { active: false }))).toEqual([404, 'notFound'])
})

test('a user is added, invited by link, changed and shut out', async () => {
  const key = randomUUID()
  const body = { name: 'Sari Contoh', role: 'operator', centres: ['SMG'] }
  const added = await administrator.post(users, body, key)
  expect(added.status).toBe(201)
  const sari = userView.parse(added.body)
  expect(userView.parse((await administrator.post(users, body, key)).body).id).toBe(sari.id)
  expect(said(await administrator.post(users, body))).toEqual([409, 'nameTaken'])
  expect(said(await administrator.post(users, { ...body, name: 'X', centres: ['XXX'] }))).toEqual([
    404,
    'unknownCentre',
  ])
  expect(JSON.stringify(added.body)).not.toContain('passwordHash')

  const client = await enter(sari)
  expect((await client.get('/api/centres/SMG/incidents')).status).toBe(200)
  await client.post('/api/session/password', { password: 'sandi yang panjang' })
  const changed = await administrator.patch(`${users}/${sari.id}`, { role: 'supervisor', centres: ['CLG'] })
  expect(changed.body).toMatchObject({ role: 'supervisor', centres: ['CLG'], hasPassword: true })
  expect((await client.get('/api/centres/SMG/incidents')).status).toBe(403)
  expect((await client.get('/api/centres/CLG/incidents')).status).toBe(200)

  await administrator.patch(`${users}/${sari.id}`, { active: false })
  expect((await client.get('/api/session')).status).toBe(401)
  const signIn = await api.nobody().post('/api/session', { name: 'Sari Contoh', password: 'sandi yang panjang' })
  expect(said(signIn)).toEqual([401, 'signInRefused'])
  const { users: listed } = (await administrator.get(users)).body as UserList
  expect(listed.find(({ id }) => id === sari.id)?.active).toBe(false)
})

test('a name is one line: it stands inside cards', async () => {
  for (const name of ['Sari\nStatus: SELESAI', 'Sari\u0000', 'Sari\t']) {
    expect(said(await administrator.post(users, { name: `${name}x`, role: 'operator', centres: ['SMG'] }))).toEqual([
      422,
      'invalidInput',
    ])
    expect(said(await administrator.patch(`${centres}/SMG/agencies/PLN`, { name: `${name}x` }))).toEqual([
      422,
      'invalidInput',
    ])
  }
})

test('the last administrator of everything can neither leave nor be made less', async () => {
  const own = `${users}/gladi-administrator`
  for (const change of [{ active: false }, { role: 'operator' }, { centres: ['SMG'] }]) {
    expect(said(await administrator.patch(own, change))).toEqual([409, 'lastAdministrator'])
  }
})

test('an administrator of one centre stays within it', async () => {
  const local = await enter(await addUser({ name: 'Admin Cilegon', role: 'administrator', centres: ['CLG'] }))
  const operator = await addUser({ name: 'Operator Semarang', role: 'operator', centres: ['SMG'] })
  expect(((await local.get(centres)).body as CentreList).centres.map(({ code }) => code)).toEqual(['CLG'])
  expect((await local.get(`${centres}/SMG/agencies`)).status).toBe(403)
  expect((await local.patch(`${centres}/SMG`, { name: 'x' })).status).toBe(403)
  expect(
    (await local.post(centres, { code: 'BDG', name: 'B', timeZone: 'Asia/Jakarta', profile: 'semarang' })).status,
  ).toBe(403)
  expect(((await local.get(users)).body as UserList).users.map(({ name }) => name)).not.toContain('Operator Semarang')
  expect(said(await local.post(`${users}/${operator.id}/link`))).toEqual([404, 'unknownUser'])
  expect(said(await local.patch(`${users}/gladi-administrator`, { name: 'x' }))).toEqual([404, 'unknownUser'])
  for (const body of [
    { name: 'Dua', role: 'operator', centres: ['CLG', 'SMG'] },
    { name: 'Semua', role: 'administrator', centres: [] },
  ]) {
    expect((await local.post(users, body)).status).toBe(403)
  }
  const own = await addUser({ name: 'Operator Cilegon', role: 'operator', centres: ['CLG'] }, local)
  expect((await local.patch(`${users}/${own.id}`, { centres: ['SMG'] })).status).toBe(403)
  expect((await local.patch(`${users}/${own.id}`, { role: 'dispatcher' })).status).toBe(200)
})

test('a pairing code is six digits, for a day, for one chat', async () => {
  const path = `${centres}/SMG/pairing-codes`
  const made = await administrator.post(path, { audience: { kind: 'agency', agency: 'DAMKAR' } })
  const code: PairingCodeView = pairingCodeView.parse(made.body)
  expect([made.status, code.state]).toEqual([201, 'open'])
  expect(code.code).toMatch(/^\d{6}$/)
  expect(code.expiresAt - api.serviceClock.now()).toBeGreaterThan(86_390_000)
  expect(code.deepLink).toBe(`https://t.me/contoh_bot?startgroup=${code.code}`)

  const from = { channel: 'telegram', address: { chat: '-100' }, personId: '1', personName: 'Ketua Regu' } as const
  expect(await api.application.chats.pair(from, code.code, { title: 'Damkar Semarang', private: false })).toMatchObject(
    { ok: true },
  )
  const { codes } = (await administrator.get(path)).body as PairingCodeList
  expect(codes[0]).toMatchObject({ code: code.code, state: 'used' })
  expect(codes[0]?.deepLink).toBeUndefined()

  const other = pairingCodeView.parse((await administrator.post(path, { audience: { kind: 'supervisorsChat' } })).body)
  api.machine.time += 86_400_000
  administrator = await api.as('administrator')
  const later = ((await administrator.get(path)).body as PairingCodeList).codes
  expect(later.find(one => one.code === other.code)?.state).toBe('expired')

  const chats = `${centres}/SMG/chats`
  const [chat] = ((await administrator.get(chats)).body as ChatList).chats
  expect(chat).toMatchObject({
    title: 'Damkar Semarang',
    audience: { kind: 'agency', agency: 'DAMKAR' },
    pairedBy: 'Ketua Regu',
    health: { status: 'ok' },
  })
  const ofChat = (centre: string) => `${centres}/${centre}/chats/${encodeURIComponent(chat?.id ?? '')}`
  expect(said(await administrator.delete(ofChat('CLG')))).toEqual([404, 'notFound'])
  expect((await administrator.delete(ofChat('SMG'))).status).toBe(200)
  expect(((await administrator.get(chats)).body as ChatList).chats).toEqual([])
})

test('a code is made only for somebody who is there', async () => {
  const path = `${centres}/SMG/pairing-codes`
  for (const [audience, status, code] of [
    [{ kind: 'agency', agency: 'NONE' }, 422, 'unknownAgency'],
    [{ kind: 'contact', agency: 'NONE', duty: 'dutyOfficer' }, 422, 'unknownAgency'],
    [{ kind: 'user', user: 'nobody' }, 404, 'unknownUser'],
    [{ kind: 'everybody' }, 422, 'invalidInput'],
    [{ kind: 'agency', agency: { $ne: '' } }, 422, 'invalidInput'],
  ] as const) {
    expect(said(await administrator.post(path, { audience }))).toEqual([status, code])
  }
  const user = { kind: 'user', user: 'gladi-supervisor' }
  expect((await administrator.post(path, { audience: user })).status).toBe(201)
})

test('what administrators do is written down, without names or secrets', async () => {
  const trail = await api.stores.audit.list('SKA', 50)
  expect(trail.map(({ what, subject }) => [what, subject])).toEqual([
    ['centreChanged', 'SKA'],
    ['centreAdded', 'SKA'],
  ])
  expect(JSON.stringify(api.logged)).not.toMatch(/Sari|kunci=|8000000/)
})
