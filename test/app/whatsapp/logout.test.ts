import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallView, IncidentView } from '../../../src/admin-api/contract/index.ts'
import { type RunningApp, startApp } from '../../../src/app/start-app.ts'
import { parseConfig } from '../../../src/config.ts'
import { signIn } from '../../../src/drill/api/desk.ts'
import { createTelegramDriver } from '../../../src/simulator/telegram/index.ts'
import { createWhatsAppDriver } from '../../../src/simulator/whatsapp/index.ts'

/** The whole app in training, with WhatsApp; a link that is away for some seconds is lost, as after a minute in service. */

const patienceMs = 90_000
let folder = ''
let app: RunningApp

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tanggap-logout-'))
  const free = { PORT: '0', SIMULATOR_PORT: '0', WHATSAPP_SIMULATOR_PORT: '0', WHATSAPP_SIMULATOR_WEB_PORT: '0' }
  const { CHROMIUM_PATH, TEST_LOG_LEVEL = 'silent' } = process.env
  const config = parseConfig({ ...free, MODE: 'gladi', DATA_DIR: folder, WHATSAPP: 'on', CHROMIUM_PATH })
  if (!config.whatsapp) throw new Error('WhatsApp is switched on')
  app = await startApp(
    { ...config, whatsapp: { ...config.whatsapp, lostAfterMs: 6_000 } },
    pino({ level: TEST_LOG_LEVEL }),
  )
}, 180_000)
afterAll(async () => {
  await app.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}, 60_000)

const intake = {
  type: { known: 'ODGJ' },
  location: { known: 'Karangayu' },
  address: { known: 'Pasar Karangayu' },
  point: { known: { lat: -6.9827, lng: 110.3876, accuracyMetres: 100 } },
  condition: { known: 'Mengamuk' },
  passable: { known: true },
  handlingSoFar: 'unknown',
  victims: { known: { injured: 0 } },
  hazards: [],
}

test('logged out in the middle of an incident: told on Telegram, phoned at once; linked again, the crew answers', async () => {
  const whatsapp = createWhatsAppDriver(app.whatsAppSimulatorUrl ?? '')
  const telegram = createTelegramDriver((app.simulatorUrl ?? '').replace(/\/sim\/$/, ''))
  const operator = await signIn(app.url ?? '', 'operator')
  const linked = () =>
    whatsapp.waitFor(async () => (await whatsapp.status()).linkedAs ?? undefined, patienceMs, 'the link')
  await linked()

  const centre = '/api/centres/SMG'
  const call = await operator.post<CallView>(`${centre}/calls`, { phone: '+62 000 5550 112', name: 'Pelapor Uji' })
  const { incident = '' } = await operator.post<CallView>(`${centre}/calls/${call.id}/classify`, {
    callClass: 'normal',
  })
  const path = `${centre}/incidents/${incident}`
  const record = () => operator.get<IncidentView>(path)
  await operator.patch(`${path}/intake`, intake)
  await operator.post(`${path}/submit`)
  await operator.post(`${path}/dispatch`, { agencies: [{ agency: 'SATPOLPP', role: 'lead', duty: 'act' }] })
  const { number } = await record()
  const alert = async () =>
    (await whatsapp.messages('SMG/SATPOLPP')).find(({ byDevice, text }) => byDevice && text.includes(number))
  const card = await whatsapp.waitFor(alert, patienceMs, 'the alert')
  // from here on only the loss can make anything climb
  await operator.post('/api/training/clock', { hold: true })
  expect((await record()).phoneTasks).toEqual([])

  await whatsapp.unlink('logout')
  await whatsapp.disconnect()
  const supervisor = 'SMG/SUPERVISOR/pribadi'
  const told = async (title: string) =>
    (await telegram.messages(supervisor)).find(({ text }) => text.includes(title) && text.includes('SATPOLPP'))?.text
  const lost = await telegram.waitFor(() => told('SALURAN PUTUS'), patienceMs, 'the word to the supervisor')
  expect(lost).toContain('saluran whatsapp terputus')
  const tasks = async () => {
    const open = (await record()).phoneTasks
    return open.length > 0 ? open : undefined
  }
  const phoned = await telegram.waitFor(tasks, patienceMs, 'the phone task')
  expect(phoned.map(({ agency }) => agency)).toEqual(['SATPOLPP'])

  await operator.post('/api/training/clock', { rate: 1 })
  await whatsapp.reconnect()
  await linked()
  await telegram.waitFor(() => told('SALURAN PULIH'), patienceMs, 'the good news')
  await whatsapp.say('SMG/SATPOLPP', { as: 'Regu 1 SATPOLPP SMG', text: '1', quote: card.id })
  const taken = async () => ((await record()).assignments[0]?.status === 'acknowledged' ? true : undefined)
  expect(await whatsapp.waitFor(taken, patienceMs, 'the answer')).toBe(true)
  expect((await whatsapp.status()).drift).toEqual([])
}, 300_000)
