import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HealthView } from '../../src/admin-api/contract/index.ts'
import { healthView, idleView, trainingClockView } from '../../src/admin-api/contract/operation.ts'
import type { HealthProbe } from '../../src/admin-api/dependencies.ts'
import { startApi, type TestApi } from './support/start-api.ts'
import { openIncident, said } from './support/story.ts'

let api: TestApi
let parts: HealthView['parts'] = []
let failure: Error | undefined
let audit: Awaited<ReturnType<HealthProbe>>['audit']
let asked = 0
const webDir = mkdtempSync(join(tmpdir(), 'tanggap-web-'))
const healthProbe: HealthProbe = async () => {
  asked += 1
  if (failure) throw failure
  return { parts, depths: { inbox: 2 }, ...(audit && { audit }) }
}
beforeAll(async () => {
  api = await startApi({ healthProbe, config: { webDir } })
})
afterAll(async () => {
  await api.stop()
  rmSync(webDir, { recursive: true })
})

const store = (status: 'ok' | 'degraded' | 'down') => ({ kind: 'store', name: 'MongoDB', status }) as const
const alive = async () => {
  api.machine.time += 1000
  const { status, body } = await api.nobody().get('/healthz')
  return [status, body]
}

test('healthz tells monitors the worst of the parts, to anybody', async () => {
  parts = [store('ok')]
  const told = (status: string, ...each: string[]) => ({
    status,
    parts: each.map(one => ({ name: one.split(' ')[0], status: one.split(' ')[1] })),
  })
  expect(await alive()).toEqual([200, told('ok', 'MongoDB ok')])
  parts = [store('ok'), { kind: 'channel', name: 'telegram', status: 'degraded', detail: 'not for strangers' }]
  expect(await alive()).toEqual([200, told('degraded', 'MongoDB ok', 'telegram degraded')])
  parts = [store('down'), { kind: 'channel', name: 'telegram', status: 'degraded' }]
  expect(await alive()).toEqual([503, told('down', 'MongoDB down', 'telegram degraded')])
  parts = [store('ok'), { kind: 'worker', name: 'Auditor', status: 'down' }]
  expect(await alive()).toEqual([503, told('down', 'MongoDB ok', 'Auditor down')])
})

test('a probe that fails is a part that is down; the log has no words of the error', async () => {
  failure = new Error('mongodb://user:secret@host')
  expect(await alive()).toEqual([503, { status: 'down', parts: [{ name: 'probe', status: 'down' }] }])
  failure = undefined
  expect(api.logged.filter(({ level }) => level === 'error').map(({ message }) => message)).toContain(
    'health probe failed',
  )
  expect(JSON.stringify(api.logged)).not.toContain('secret')
})

test('many who ask at once are served by one look', async () => {
  api.machine.time += 1000
  const before = asked
  await Promise.all(Array.from({ length: 20 }, () => api.nobody().get('/healthz')))
  expect(asked - before).toBe(1)
})

test('the health page shows parts, depths, memory and both clocks', async () => {
  parts = [store('ok')]
  api.machine.time += 1000
  const operator = await api.as('operator')
  const health = healthView.parse((await operator.get('/api/health')).body)
  expect(health).toMatchObject({ status: 'ok', mode: 'gladi', parts, depths: { inbox: 2 }, liveStreams: 0 })
  expect(health.memory.residentMegabytes).toBeGreaterThan(20)
  expect(health.clocks).toEqual({ machine: api.machine.now(), service: api.serviceClock.now(), rate: 1 })
})

test('the health page shows the last audit, of other centres only how much was found, and when it is too old', async () => {
  const at = api.machine.now()
  const finding = (centre: string) => ({
    kind: 'messageWaiting' as const,
    count: 1,
    repaired: false,
    centre,
    incident: `i-${centre}-1`,
  })
  const verdict = {
    at,
    tookMs: 12,
    incidents: 3,
    calls: 2,
    assignments: { answered: 4, informed: 1, phoneTask: 0, climbing: 2 },
    found: 2,
    findings: [finding('SMG'), finding('XYZ')],
    alarm: true,
  }
  audit = { verdict, heartbeat: { at, ok: false, detail: 'HTTP 404' } }
  const operator = await api.as('operator')
  const seen = async (ms: number) => {
    api.machine.time += ms
    return healthView.parse((await operator.get('/api/health')).body)
  }
  const fresh = await seen(1_000)
  expect(fresh.audit).toEqual({ ...verdict, findings: [finding('SMG')], stale: false })
  expect(fresh.heartbeat).toEqual({ at, ok: false, detail: 'HTTP 404' })
  expect((await seen(180_000)).audit?.stale).toBe(true)
  audit = undefined
  expect(await seen(1_000)).toMatchObject({ audit: null, heartbeat: null })
})

test('the training clock is read by anybody on this machine and moved by whoever is signed in', async () => {
  const read = async () => trainingClockView.parse((await api.nobody().get('/api/training/clock')).body)
  const operator = await api.as('operator')
  const start = (await read()).now
  expect(said(await api.nobody().post('/api/training/clock', { forwardMs: 1 }))).toEqual([401, 'signInNeeded'])
  expect((await operator.post('/api/training/clock', { forwardMs: 90_000 })).status).toBe(200)
  expect((await read()).now - start).toBe(90_000)
  await operator.post('/api/training/clock', { rate: 60 })
  api.machine.time += 1000
  expect((await read()).now - start).toBe(150_000)
  await operator.post('/api/training/clock', { hold: true })
  api.machine.time += 1000
  expect(await read()).toMatchObject({ now: start + 150_000, rate: 0 })
  expect((await operator.get('/api/session')).headers.get('x-service-rate')).toBe('0')
  await operator.post('/api/training/clock', { rate: 1 })
  for (const wrong of [{ rate: -1 }, { forwardMs: -5 }, { hold: false }, {}, { rate: 1, hold: true }]) {
    expect(said(await operator.post('/api/training/clock', wrong))).toEqual([422, 'invalidInput'])
  }
  const far = { body: { hold: true }, headers: { 'X-Forwarded-For': '198.51.100.7' } }
  expect(said(await operator.send('POST', '/api/training/clock', far))).toEqual([403, 'localOnly'])
})

test('idle tells what is left to do, and its own asking does not count', async () => {
  const idle = async () => idleView.parse((await api.nobody().get('/api/training/idle')).body)
  expect(await idle()).toEqual({
    idle: true,
    waiting: { inbox: 0, effects: 0, deliveries: 0, cards: 0, jobs: 0, due: 0, requests: 0 },
  })
  const operator = await api.as('operator')
  await openIncident(operator)
  await operator.post('/api/training/clock', { forwardMs: 3_600_000 })
  const busy = await idle()
  expect([busy.idle, busy.waiting.due > 0]).toEqual([false, true])
})

test('a page that has not been built says so; once built it is served with its own routes', async () => {
  const nobody = api.nobody()
  const missing = await nobody.get('/')
  expect([missing.status, missing.body]).toEqual([503, expect.stringContaining('jalankan npm run build')])

  mkdirSync(join(webDir, 'assets'))
  writeFileSync(join(webDir, 'index.html'), '<title>halaman</title>')
  writeFileSync(join(webDir, 'assets', 'app-1a2b.js'), 'export {}')
  for (const path of ['/', '/kejadian/i-SMG-1', '/arsip?words=x']) {
    const page = await nobody.get(path)
    expect([page.status, page.body, page.headers.get('cache-control')]).toEqual([
      200,
      '<title>halaman</title>',
      'no-cache',
    ])
  }
  const asset = await nobody.get('/assets/app-1a2b.js')
  expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  expect(said(await nobody.get('/assets/old.js'))).toEqual([404, 'unknownRoute'])
  expect(said(await nobody.get('/../package.json'))).toEqual([404, 'unknownRoute'])
  expect(said(await nobody.get('/%2e%2e/package.json'))).toEqual([404, 'unknownRoute'])
  expect(said(await nobody.post('/kejadian'))).toEqual([404, 'unknownRoute'])
})

test('behind TLS the cookie is secure and browsers are told to stay there', async () => {
  const secure = await startApi({ config: { secure: true, publicUrl: 'https://112.example.go.id' } })
  try {
    const links = (await secure.nobody().get('/api/training/links')).body as { links: { url: string }[] }
    const entered = await secure
      .nobody()
      .get(new URL(links.links[3]?.url ?? '').pathname + new URL(links.links[3]?.url ?? '').search)
    expect(entered.headers.getSetCookie().join()).toContain('Secure')
    expect(entered.headers.get('strict-transport-security')).toContain('max-age')
    const administrator = await secure.as('administrator')
    const call = { body: {}, key: 'key-of-public-page', headers: { Origin: 'https://112.example.go.id' } }
    const supervisor = await secure.as('supervisor')
    expect((await supervisor.send('POST', '/api/centres/SMG/calls', call)).status).toBe(201)
    const made = await administrator.post('/api/admin/users/gladi-operator/link')
    expect((made.body as { url: string }).url).toMatch(/^https:\/\/112\.example\.go\.id\/masuk\?kunci=[\w-]{43}$/)
  } finally {
    await secure.stop()
  }
})
