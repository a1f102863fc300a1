import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  AuditTrail,
  CallView,
  ChangedUser,
  PairingCodeView,
  SignInLinkView,
  UserView,
} from '../../src/admin-api/contract/index.ts'
import { type Client, refusalOf } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'
import { said } from './support/story.ts'

let api: TestApi
let administrator: Client
let operator: Client
beforeAll(async () => {
  api = await startApi()
  administrator = await api.as('administrator')
  operator = await api.as('operator')
})
afterAll(() => api.stop())

const centres = '/api/admin/centres'
const users = '/api/admin/users'
const trail = async (query: string, by = administrator) =>
  (await by.get(`/api/admin/audit?${query}`)).body as AuditTrail
const addUser = async (name: string, role: string, of: string[]): Promise<UserView> =>
  (await administrator.post(users, { name, role, centres: of })).body as UserView
const enter = async (user: UserView): Promise<Client> => {
  const { url } = (await administrator.post(`${users}/${user.id}/link`)).body as SignInLinkView
  const client = api.nobody()
  await client.enter(url.slice(api.url.length))
  return client
}

describe('two administrators at one moment', () => {
  const pln = `${centres}/SMG/agencies/PLN`

  test('who change other fields both keep theirs', async () => {
    const answers = await Promise.all([
      administrator.patch(pln, { name: 'PLN UP3' }),
      administrator.patch(pln, { dutyPhones: ['+62 000 55'] }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await api.stores.directory.agency('SMG', 'PLN')).toMatchObject({
      name: 'PLN UP3',
      dutyPhones: ['+62 000 55'],
    })
  })

  test('who change the same field: one is told which', async () => {
    const was = { name: 'PLN UP3' }
    const answers = await Promise.all(['A', 'B', 'C'].map(name => administrator.patch(pln, { name, was })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(lost && refusalOf(lost)).toMatchObject({ code: 'changedMeanwhile', params: { fields: 'name' } })
  })

  test('a form that was opened before the other’s change does not overwrite it', async () => {
    await administrator.patch(pln, { name: 'PLN', dutyPhones: [] })
    const late = await administrator.patch(pln, { dutyPhones: ['+62 000 1'], was: { dutyPhones: ['+62 000 55'] } })
    expect(said(late)).toEqual([409, 'changedMeanwhile'])
    const other = await administrator.patch(pln, { name: 'PLN Baru', was: { name: 'PLN', dutyPhones: ['+62 000 55'] } })
    expect(other.body).toMatchObject({ name: 'PLN Baru', dutyPhones: [] })
  })

  test('cannot take each other’s place away so that nobody is left', async () => {
    const second = await addUser('Administrator Dua', 'administrator', [])
    const other = await enter(second)
    const answers = await Promise.all([
      administrator.patch(`${users}/${second.id}`, { active: false }),
      other.patch(`${users}/gladi-administrator`, { active: false }),
    ])
    expect(answers.some(({ status }) => status !== 200)).toBe(true)
    const left = (await api.stores.directory.users()).filter(({ role, active }) => role === 'administrator' && active)
    expect(left.length).toBeGreaterThan(0)
    // whichever of them stayed: the story goes on with the first
    await api.stores.directory.changeUser('gladi-administrator', { was: {}, to: { active: true } })
    administrator = await api.as('administrator')
    await administrator.patch(`${users}/${second.id}`, { active: false })
    expect(said(await administrator.patch(`${users}/gladi-administrator`, { role: 'operator' }))).toEqual([
      409,
      'lastAdministrator',
    ])
  })

  test('a name goes to one of two who want it at the same moment', async () => {
    const body = { name: 'Petugas Kembar', role: 'operator', centres: ['SMG'] }
    const answers = await Promise.all([administrator.post(users, body), administrator.post(users, body)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })
})

describe('open work', () => {
  const calls = '/api/centres/SMG/calls'
  const fire = async (): Promise<string> => {
    const { id } = (await operator.post(calls, { phone: '+62 000 7' })).body as CallView
    const { incident } = (await operator.post(`${calls}/${id}/classify`, { callClass: 'normal' })).body as CallView
    const path = `/api/centres/SMG/incidents/${incident}`
    await operator.patch(`${path}/intake`, { type: { known: 'KBK-BGN' }, address: { known: 'Jl. Contoh' } })
    await operator.post(`${path}/dispatch`, { agencies: [{ agency: 'DAMKAR', role: 'lead', duty: 'act' }] })
    return path
  }

  test('an agency or a centre with open work stays; the refusal names it', async () => {
    const path = await fire()
    const refused = await administrator.patch(`${centres}/SMG/agencies/DAMKAR`, { active: false })
    expect(said(refused)).toEqual([409, 'agencyAtWork'])
    const { number } = (await operator.get(path)).body as { number: string }
    expect(refusalOf(refused).message.id).toContain(number)
    expect((await administrator.patch(`${centres}/SMG/agencies/DINKES`, { active: false })).status).toBe(200)
    expect(said(await administrator.patch(`${centres}/SMG`, { active: false }))).toEqual([409, 'centreAtWork'])

    await operator.post(`${path}/cancel`, { reason: 'selesai' })
    expect((await administrator.patch(`${centres}/SMG/agencies/DAMKAR`, { active: false })).status).toBe(200)
  })

  test('a centre without open work takes no more calls once it is closed, and can be opened again', async () => {
    expect((await administrator.patch(`${centres}/CLG`, { active: false })).body).toMatchObject({ active: false })
    const ring = () => operator.post('/api/centres/CLG/calls', {})
    expect(said(await ring())).toEqual([409, 'centreClosed'])
    expect((await operator.get('/api/centres/CLG/incidents')).status).toBe(200)
    await administrator.patch(`${centres}/CLG`, { active: true })
    expect((await ring()).status).toBe(201)
  })

  test('a user can always be shut out; what the user left open is told', async () => {
    const user = await addUser('Petugas Pergi', 'operator', ['SMG'])
    const client = await enter(user)
    const { id } = (await client.post(calls, {})).body as CallView
    const gone = (await administrator.patch(`${users}/${user.id}`, { active: false })).body as ChangedUser
    expect([gone.active, gone.openCalls]).toEqual([false, [id]])
    expect((await client.get('/api/session')).status).toBe(401)
  })

  test('a change of role or centres takes effect with the next request, and ends no session', async () => {
    const user = await addUser('Petugas Pindah', 'operator', ['SMG'])
    const client = await enter(user)
    expect((await client.post(calls, {})).status).toBe(201)
    await administrator.patch(`${users}/${user.id}`, { centres: ['CLG'] })
    expect((await client.post(calls, {})).status).toBe(403)
    expect((await client.post('/api/centres/CLG/calls', {})).status).toBe(201)
    await administrator.patch(`${users}/${user.id}`, { role: 'administrator' })
    expect((await client.get(`${centres}/CLG/chats`)).status).toBe(200)
    expect((await client.get('/api/session')).status).toBe(200)
  })
})

test('a pairing code that nobody used is taken back; one that was used is not', async () => {
  const codes = `${centres}/SMG/pairing-codes`
  const make = async () =>
    (await administrator.post(codes, { audience: { kind: 'supervisorsChat' } })).body as PairingCodeView
  const person = {
    channel: 'telegram',
    address: { chat: '-100777' },
    personId: 'p-1',
    personName: 'Ketua Regu',
  } as const
  const pair = (code: string) => api.application.chats.pair(person, code, { title: 'Supervisor', private: false })

  const { code } = await make()
  expect((await administrator.delete(`${codes}/${code}`)).body).toMatchObject({ code, state: 'revoked' })
  expect((await administrator.delete(`${codes}/${code}`)).status).toBe(200)
  expect(await pair(code)).toMatchObject({ ok: false, refusal: { code: 'codeInvalid' } })

  const used = await make()
  expect(await pair(used.code)).toMatchObject({ ok: true })
  expect(said(await administrator.delete(`${codes}/${used.code}`))).toEqual([409, 'codeSpent'])
  expect(said(await administrator.delete(`${centres}/CLG/pairing-codes/${used.code}`))).toEqual([404, 'notFound'])
})

describe('the audit trail', () => {
  test('holds every change with the fields as they were and as they are, and no secret', async () => {
    await administrator.patch(`${centres}/SMG/agencies/PLN`, { dutyPhones: ['+62 000 99'] })
    await administrator.patch(`${centres}/SMG`, { name: 'Semarang Kota' })
    const { entries } = await trail('centre=SMG')
    expect(entries.slice(0, 2)).toMatchObject([
      {
        what: 'centreChanged',
        subject: 'SMG',
        by: 'Administrator Gladi',
        user: 'gladi-administrator',
        change: { before: { name: 'Semarang' }, after: { name: 'Semarang Kota' } },
      },
      {
        what: 'agencyChanged',
        subject: 'PLN',
        change: { before: { dutyPhones: [] }, after: { dutyPhones: ['+62 000 99'] } },
      },
    ])
    const moved = entries.filter(({ what }) => what === 'userChanged')
    expect(moved.map(({ change }) => change?.after)).toContainEqual({ centres: ['CLG'] })
    expect(JSON.stringify(await trail('centre=SMG&limit=200'))).not.toMatch(/scrypt|passwordHash|kunci=/)
  })

  test('is read on page by page, without gap or repetition', async () => {
    const all = (await trail('centre=SMG&limit=200')).entries
    const paged = []
    let page = await trail('centre=SMG&limit=3')
    paged.push(...page.entries)
    while (page.next) {
      page = await trail(`centre=SMG&limit=3&before=${page.next}`)
      paged.push(...page.entries)
    }
    expect(paged).toEqual(all)
    expect(paged.length).toBeGreaterThan(10)
  })

  test('is asked by kind, by who did it and by days of the centre’s calendar, and names users as people do', async () => {
    const mira = await addUser('Mira', 'operator', ['SMG'])
    const of = async (query: string) => (await trail(`centre=SMG&limit=200&${query}`)).entries
    expect((await of('kind=users'))[0]).toMatchObject({ what: 'userAdded', subject: mira.id, label: 'Mira' })
    expect((await of('kind=directory')).map(({ what }) => what)).toContain('agencyChanged')
    expect((await of('kind=directory')).some(({ what }) => what === 'userAdded')).toBe(false)
    const all = await of('')
    const { user = '' } = all[0] ?? {}
    expect(await of(`user=${user}`)).toEqual(all.filter(entry => entry.user === user))
    expect(await of(`user=${mira.id}`)).toEqual([])
    expect(await of('until=2000-01-01')).toEqual([])
    expect(await of('from=2000-01-01')).toEqual(all)
    for (const wrong of ['kind=x', 'from=2026-13-01', 'until=kemarin']) {
      expect([wrong, (await administrator.get(`/api/admin/audit?centre=SMG&${wrong}`)).status]).toEqual([wrong, 422])
    }
  })

  test('is for administrators, each in their own centres; what belongs to none for those who have all', async () => {
    const local = await enter(await addUser('Administrator Cilegon', 'administrator', ['CLG']))
    expect((await local.get('/api/admin/audit?centre=CLG')).status).toBe(200)
    for (const query of ['centre=SMG', '', 'centre=XXX']) {
      expect([query, (await local.get(`/api/admin/audit?${query}`)).status]).toEqual([query, 403])
    }
    expect((await trail('')).entries.map(({ what }) => what)).toContain('signedIn')
    expect((await administrator.get('/api/admin/audit?centre=XXX')).status).toBe(404)
    expect((await operator.get('/api/admin/audit?centre=SMG')).status).toBe(403)
    expect((await administrator.get('/api/admin/audit?centre=SMG&before=x')).status).toBe(422)
  })
})
