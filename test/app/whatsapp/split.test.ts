import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallView, IncidentView } from '../../../src/admin-api/contract/index.ts'
import { type Desk, signIn } from '../../../src/drill/api/desk.ts'
import { type AppProcess, startAppProcess } from '../../../src/drill/app-process.ts'
import { trainingToken } from '../../../src/lib/training-token.ts'
import { startTelegramStandIn, type TelegramStandIn } from '../../../src/simulator/telegram/index.ts'
import {
  createWhatsAppDriver,
  startWhatsAppStandIn,
  type WhatsAppDriver,
  type WhatsAppStandIn,
} from '../../../src/simulator/whatsapp/index.ts'
import { startTestMongo, type TestMongo } from '../../support/mongo.ts'
import { startTestRedis, type TestRedis } from '../../support/redis.ts'

/**
 * The split installation: the pages, the worker and Telegram in one process, WhatsApp in another, a third that stands by.
 * Alerts, answers and edits cross between them; the one that holds the session is killed.
 */

/** Machine ms in which anything that is waited for must have come about: the machine may be slow. */
const patienceMs = 120_000
const group = 'PLN'
const centre = '/api/centres/SMG'

let folder = ''
let mongo: TestMongo
let redis: TestRedis
let telegram: TelegramStandIn
let whatsapp: WhatsAppStandIn
let driver: WhatsAppDriver
let operator: Desk
let administrator: Desk
const processes = new Map<string, AppProcess>()

/** A process of the app with these roles; those that may hold the session share its folder. */
const start = async (name: string, roles: string): Promise<AppProcess> => {
  const app = await startAppProcess(join(folder, roles === 'whatsapp' ? 'session' : name), {
    ROLES: roles,
    MONGODB_URI: mongo.uri,
    REDIS_URL: redis.url,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    WHATSAPP: 'on',
    WHATSAPP_SIMULATOR_WEB_PORT: String(whatsapp.webPort),
  })
  processes.set(name, app)
  return app
}

interface SessionView {
  status: string
  since: number
}

/** As the administrator's page tells it. */
const linkedSince = (moment: number): Promise<true> =>
  driver.waitFor(
    async () => {
      const { status, since } = await administrator.get<SessionView>('/api/admin/whatsapp')
      return (status === 'linked' && since >= moment) || undefined
    },
    patienceMs,
    'the link',
  )

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tanggap-split-'))
  mongo = await startTestMongo()
  redis = await startTestRedis()
  telegram = await startTelegramStandIn({ token: trainingToken, botUsername: 'gladi112_bot' })
  whatsapp = await startWhatsAppStandIn({ scansAtOnce: true })
  driver = createWhatsAppDriver(whatsapp.url)
  const { url } = await start('desk', 'web,worker,telegram')
  operator = await signIn(url, 'operator')
  administrator = await signIn(url, 'administrator')
  await start('first', 'whatsapp')
  await linkedSince(0)
  await start('second', 'whatsapp')
  for (const name of ['Budi', 'Sari']) await driver.createPerson({ name })
  await driver.createGroup({ title: 'PLN Semarang', members: ['Budi', 'Sari'], labels: [group] })
  const { code } = await administrator.post<{ code: string }>(`/api/admin/centres/SMG/pairing-codes`, {
    audience: { kind: 'agency', agency: 'PLN' },
  })
  await driver.say(group, { as: 'Budi', text: `/pasang ${code}` })
  await sees('terhubung dengan 112')
}, 300_000)

afterAll(async () => {
  await Promise.all([...processes.values()].map(app => app.stop()))
  await Promise.all([whatsapp.close(), telegram.close()])
  await redis.stop()
  await mongo.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}, 120_000)

/** The newest message of ours that shows these words, as soon as it is there. */
const sees = (...words: string[]) =>
  driver.waitFor(
    async () =>
      (await driver.messages(group)).findLast(
        ({ byDevice, text }) => byDevice && words.every(word => text.includes(word)),
      ),
    patienceMs,
    `"${words.join('" and "')}"`,
  )

const intake = {
  type: { known: 'KBK-BGN' },
  location: { known: 'Bandarharjo' },
  address: { known: 'Jl. Lodan 1' },
  point: { known: { lat: -6.9592, lng: 110.4175, accuracyMetres: 300 } },
  condition: { known: 'Kabel putus' },
  passable: { known: true },
  handlingSoFar: 'unknown',
  victims: { known: { injured: 0 } },
  hazards: [],
}

/** A call is taken and sent to the group; its path and its number. */
const alert = async (): Promise<{ path: string; number: string }> => {
  const call = await operator.post<CallView>(`${centre}/calls`, { phone: '+62 000 5550 112' })
  const { incident = '' } = await operator.post<CallView>(`${centre}/calls/${call.id}/classify`, {
    callClass: 'normal',
  })
  const path = `${centre}/incidents/${incident}`
  await operator.patch(`${path}/intake`, intake)
  await operator.post(`${path}/submit`)
  const agencies = [{ agency: 'PLN', role: 'lead', duty: 'act' }]
  const { number } = await operator.post<IncidentView>(`${path}/dispatch`, { agencies })
  return { path, number }
}

const becomes = (path: string, status: string): Promise<true> =>
  driver.waitFor(
    async () => {
      const { assignments } = await operator.get<IncidentView>(path)
      return assignments[0]?.status === status || undefined
    },
    patienceMs,
    status,
  )

const nodOn = (message: string): Promise<true> =>
  driver.waitFor(
    async () => {
      const found = (await driver.messages(group)).find(({ id }) => id === message)
      return Object.values(found?.reactions ?? {}).includes('👍') || undefined
    },
    patienceMs,
    'a nod',
  )

test('an alert, its answer and its edit cross between the processes', { timeout: 300_000 }, async () => {
  const { path, number } = await alert()
  const card = await sees(number, '1 Kami tangani')
  const answer = await driver.say(group, { as: 'Budi', text: '1', quote: card.id })
  await becomes(path, 'acknowledged')
  await nodOn(answer.id)
  const edited = await sees(number, 'KAMI TANGANI – Budi')
  expect(edited.id).toBe(card.id)
})

test('what the administrator asks of the session is done where it is held', { timeout: 300_000 }, async () => {
  for (const kind of ['restart', 'unlink']) {
    const asked = Date.now()
    await administrator.post('/api/admin/whatsapp', { kind })
    await linkedSince(asked)
  }
  const { path, number } = await alert()
  const card = await sees(number, '1 Kami tangani')
  await driver.say(group, { as: 'Sari', text: '1', quote: card.id })
  await becomes(path, 'acknowledged')
})

test('a training clock that is moved in one process moves in all, and in those that start later', {
  timeout: 300_000,
}, async () => {
  const neighbour = await signIn((await start('page', 'web')).url, 'operator')
  const ahead = async () => (await neighbour.get<{ now: number }>('/api/training/clock')).now - Date.now()
  const before = await ahead()
  await operator.post('/api/training/clock', { forwardMs: 3_600_000 })
  await driver.waitFor(async () => (await ahead()) - before > 3_500_000 || undefined, patienceMs, 'the clock')
  const later = await signIn((await start('later', 'web')).url, 'operator')
  const { now } = await later.get<{ now: number }>('/api/training/clock')
  expect(now - Date.now() - before).toBeGreaterThan(3_500_000)
})

test('the process that holds the session is killed: the other takes it over, with what was said meanwhile', {
  timeout: 300_000,
}, async () => {
  const { path, number } = await alert()
  const card = await sees(number, '1 Kami tangani')
  const killed = Date.now()
  await processes.get('first')?.kill()
  processes.delete('first')
  const answer = await driver.say(group, { as: 'Sari', text: '3', quote: card.id })
  const later = await alert()
  await linkedSince(killed)
  await becomes(path, 'enRoute')
  await nodOn(answer.id)
  const shown = await sees(later.number, '1 Kami tangani')
  expect(shown.text).not.toContain('ULANG')
  const copies = (await driver.messages(group)).filter(({ text, byDevice }) => byDevice && text.includes(later.number))
  expect(copies.map(({ id }) => id)).toEqual([shown.id])
  expect(processes.get('desk')?.running()).toBe(true)
})
