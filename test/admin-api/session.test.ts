import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionView } from '../../src/admin-api/contract/session.ts'
import { createSignIn, sessionMs } from '../../src/admin-api/sign-in/create-sign-in.ts'
import type { User } from '../../src/application/ports/administration.ts'
import { refusalOf } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

let made = 0
const newUser = async (change: Partial<User> = {}): Promise<User> => {
  made += 1
  const user: User = {
    id: `user-${made}`,
    name: `Petugas ${made}`,
    role: 'operator',
    centres: ['SMG'],
    active: true,
    onDuty: false,
    passwordHash: null,
    ...change,
  }
  await api.stores.directory.putUser(user)
  return user
}
const linkFor = async (user: User) =>
  (await createSignIn({ ...api.stores, machineClock: api.machine }).invite(user.id)).path

test('a one-time link signs its user in, once, and says so to the second who tries', async () => {
  const user = await newUser()
  const link = await linkFor(user)
  const client = api.nobody()
  const entered = await client.enter(link)
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/'])
  const cookie = entered.headers.getSetCookie().join()
  expect(cookie).toMatch(/^tanggap_session=[\w-]{43};/)
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Strict')
  expect(cookie).not.toContain('Secure')

  const session = sessionView.parse((await client.get('/api/session')).body)
  expect(session.user).toEqual({
    id: user.id,
    name: user.name,
    role: 'operator',
    centres: ['SMG'],
    onDuty: false,
    hasPassword: false,
  })
  expect(session.mode).toBe('gladi')
  expect(session.serviceNow).toBe(api.serviceClock.now())
  expect(session.centres).toEqual([
    { code: 'SMG', name: 'Semarang', timeZone: 'Asia/Jakarta', handling: 'operator-owns' },
  ])

  const second = await api.nobody().get(link)
  expect(second.status).toBe(401)
  expect(second.headers.get('content-type')).toContain('text/html')
  expect(second.body).toContain('sudah dipakai, atau kedaluwarsa')
  expect(second.headers.getSetCookie()).toEqual([])
})

test('previews and checkers that open a link do not use it up: it takes the press of a button', async () => {
  const link = await linkFor(await newUser())
  expect((await api.nobody().send('HEAD', link)).status).toBe(204)
  const [preview, again] = [await api.nobody().get(link), await api.nobody().get(link)]
  for (const answer of [preview, again]) {
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
    expect(answer.body).toContain('<button')
  }
  expect((await api.nobody().enter(link)).status).toBe(303)
  expect((await api.nobody().enter(link)).status).toBe(401)
})

test('a form of another site signs nobody in', async () => {
  const link = await linkFor(await newUser())
  const form = (headers: Record<string, string>) =>
    api.nobody().send('POST', '/masuk', { raw: link.slice('/masuk?'.length), headers })
  const urlencoded = { 'Content-Type': 'application/x-www-form-urlencoded' }
  for (const Origin of ['https://elsewhere.example', 'null']) {
    const refused = await form({ ...urlencoded, Origin })
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([403, []])
    expect(refused.body).toContain('situs lain')
  }
  const huge = await api.nobody().send('POST', '/masuk', { raw: `kunci=${'x'.repeat(5_000)}`, headers: urlencoded })
  expect(huge.status).toBe(413)
  expect((await form({ ...urlencoded, Origin: api.url })).status).toBe(303)
})

test.each(['', 'salah', 'x'.repeat(300), 'a&kunci=b', '<script>'])(
  'no link at all (%s) is answered by a page',
  async secret => {
    const answer = await api.nobody().get(`/masuk?kunci=${secret}`)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.body).toContain('Tautan masuk ini salah')
    expect(answer.body).not.toContain('<script')
  },
)

test('a link is over after a day', async () => {
  const link = await linkFor(await newUser())
  api.machine.time += 24 * 3_600_000
  expect((await api.nobody().get(link)).status).toBe(401)
  expect((await api.nobody().send('POST', '/masuk', { body: { kunci: link.split('=')[1] } })).status).toBe(401)
})

test('a password of at least ten characters, chosen by the user, signs in from then on', async () => {
  const user = await newUser()
  const client = api.nobody()
  await client.enter(await linkFor(user))
  expect(refusalOf(await client.post('/api/session/password', { password: 'pendek' })).code).toBe('invalidInput')
  expect((await client.post('/api/session/password', { password: 'sandi yang panjang' })).body).toEqual({ ok: true })
  const kept = await api.stores.directory.user(user.id)
  expect(kept?.passwordHash).toMatch(/^scrypt\$16384\$8\$5\$[\w-]{22}\$[\w-]{43}$/)

  const signedIn = api.nobody()
  const answer = await signedIn.post('/api/session', { name: user.name, password: 'sandi yang panjang' })
  expect(sessionView.parse(answer.body).user.hasPassword).toBe(true)
  expect((await signedIn.get('/api/session')).status).toBe(200)

  for (const [name, password] of [
    [user.name, 'sandi yang salah'],
    ['Tidak Ada', 'sandi yang panjang'],
  ]) {
    const refused = await api.nobody().post('/api/session', { name, password })
    expect([refused.status, refusalOf(refused).code]).toEqual([401, 'signInRefused'])
  }
})

test('a new password ends the other sessions of the user and keeps this one', async () => {
  const user = await newUser()
  const [here, elsewhere] = [api.nobody(), api.nobody()]
  await here.enter(await linkFor(user))
  await elsewhere.enter(await linkFor(user))
  await here.post('/api/session/password', { password: 'sandi yang baru' })
  expect((await here.get('/api/session')).status).toBe(200)
  expect((await elsewhere.get('/api/session')).status).toBe(401)
})

test('signing out ends the session, also for whoever kept the cookie', async () => {
  const client = api.nobody()
  await client.enter(await linkFor(await newUser()))
  const kept = client.cookie
  expect((await client.delete('/api/session')).status).toBe(200)
  expect(client.cookie).toBeUndefined()
  client.cookie = kept
  expect(refusalOf(await client.get('/api/session')).code).toBe('signInNeeded')
})

test('a session lasts twelve hours from the last request, not from the sign-in', async () => {
  const client = api.nobody()
  await client.enter(await linkFor(await newUser()))
  api.machine.time += sessionMs - 60_000
  const answers = await Promise.all([1, 2, 3].map(() => client.get('/api/session')))
  expect(answers.map(answer => answer.status)).toEqual([200, 200, 200])
  // Requests at the same moment may each move the end; the session stays one.
  expect(answers.flatMap(answer => answer.headers.getSetCookie())).not.toHaveLength(0)
  api.machine.time += sessionMs - 60_000
  expect((await client.get('/api/session')).status).toBe(200)
  api.machine.time += sessionMs
  expect((await client.get('/api/session')).status).toBe(401)
})

test('a user who is no longer active is out at once', async () => {
  const user = await newUser()
  const client = api.nobody()
  await client.enter(await linkFor(user))
  await api.stores.directory.putUser({ ...user, active: false })
  expect((await client.get('/api/session')).status).toBe(401)
})

test('only hashes of secrets are stored', async () => {
  const client = api.nobody()
  const link = await linkFor(await newUser())
  const secret = new URL(link, api.url).searchParams.get('kunci') ?? ''
  expect(await api.stores.sessions.useLink(secret, api.machine.now())).toBeNull()
  await client.enter(link)
  const cookie = client.cookie?.split('=')[1] ?? ''
  expect(cookie).toHaveLength(43)
  expect(await api.stores.sessions.session(cookie, api.machine.now())).toBeNull()
})

test('duty is told and kept', async () => {
  const user = await newUser()
  const client = api.nobody()
  await client.enter(await linkFor(user))
  expect((await client.post('/api/session/duty', { onDuty: true })).status).toBe(200)
  expect((await api.stores.directory.user(user.id))?.onDuty).toBe(true)
})

test('training links work again and again, on this machine only', async () => {
  const links = (await api.nobody().get('/api/training/links')).body as { links: { role: string; url: string }[] }
  expect(links.links.map(link => link.role)).toEqual(['operator', 'dispatcher', 'supervisor', 'administrator'])
  const path = links.links[0]?.url.slice(api.url.length) ?? ''
  for (const round of [1, 2]) expect([round, (await api.nobody().get(path)).status]).toEqual([round, 302])
  for (const headers of [
    { 'X-Forwarded-For': '198.51.100.7' },
    { Forwarded: 'for=198.51.100.7' },
    { 'X-Real-IP': '198.51.100.7' },
    { Via: '1.1 proxy' },
  ]) {
    expect((await api.nobody().get(path, headers)).status).toBe(403)
    expect(refusalOf(await api.nobody().get('/api/training/links', headers)).code).toBe('localOnly')
  }
})

test('without a session nothing but the public routes answers', async () => {
  for (const path of [
    '/api/session',
    '/api/centres/SMG/run-cards',
    '/api/health',
    '/api/centres/SMG/incidents',
    '/api/admin/users',
  ]) {
    expect([path, (await api.nobody().get(path)).status]).toEqual([path, 401])
  }
})

test('twenty failed tries from one address are enough for ten minutes', async () => {
  const other = await startApi()
  try {
    const tries = Array.from({ length: 20 }, () => other.nobody().get('/masuk?kunci=salah'))
    expect((await Promise.all(tries)).map(answer => answer.status)).toEqual(Array(20).fill(401))
    const refused = await other.nobody().post('/api/session', { name: 'x', password: 'y' })
    expect([refused.status, refusalOf(refused).code]).toEqual([429, 'tooManyAttempts'])
    const page = await other.nobody().get('/masuk?kunci=salah')
    expect([page.status, page.body]).toEqual([429, expect.stringContaining('Terlalu banyak percobaan masuk')])
  } finally {
    await other.stop()
  }
})
