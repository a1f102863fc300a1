import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, expect, it } from 'vitest'
import type { CallView, IncidentView } from '../../../src/admin-api/contract/index.ts'
import { type RunningApp, startApp } from '../../../src/app/start-app.ts'
import { parseConfig } from '../../../src/config.ts'
import { signIn } from '../../../src/drill/api/desk.ts'
import { createTelegramDriver } from '../../../src/simulator/telegram/index.ts'
import { createWhatsAppDriver, type WhatsAppDriver } from '../../../src/simulator/whatsapp/index.ts'

/** Training with WhatsApp: the city plays both platforms, and a newcomer has nothing to link. */

let folder = ''
let app: RunningApp | undefined

afterEach(async () => {
  await app?.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const start = async (chromium: string): Promise<RunningApp> => {
  folder = mkdtempSync(join(tmpdir(), 'tanggap-whatsapp-'))
  const settings = { PORT: '0', SIMULATOR_PORT: '0', WHATSAPP_SIMULATOR_PORT: '0', WHATSAPP_SIMULATOR_WEB_PORT: '0' }
  const env = { ...settings, MODE: 'gladi', DATA_DIR: folder, WHATSAPP: 'on', CHROMIUM_PATH: chromium }
  app = await startApp(parseConfig(env), pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }))
  return app
}

const telegramOf = ({ simulatorUrl = '' }: RunningApp) => createTelegramDriver(simulatorUrl.replace(/\/sim\/$/, ''))

it('plays some agencies of each city on WhatsApp, on the same page, with our number linked at once', async () => {
  const running = await start(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium')
  const whatsapp = createWhatsAppDriver(running.whatsAppSimulatorUrl ?? '')
  const linked = await whatsapp.waitFor(async () => (await whatsapp.status()).linkedAs ?? undefined, 45_000, 'the link')
  expect(linked).toBe((await whatsapp.status()).owner.phone)
  expect(await (await fetch(`${running.simulatorUrl}platforms`)).json()).toEqual(['telegram', 'whatsapp'])
  const there = (await whatsapp.chats()).flatMap(({ labels }) => labels)
  expect(there).toEqual(expect.arrayContaining(['SMG/PMI', 'CLG/PMI']))
  const beside = (await telegramOf(running).chats()).flatMap(({ labels }) => labels)
  expect(beside).toContain('SMG/DAMKAR')
  expect(beside.filter(label => there.includes(label))).toEqual([])
})

/** The newest message of ours that shows these words, as soon as it is there. */
const sees = (driver: WhatsAppDriver, chat: string, ...words: string[]) => {
  const look = async () =>
    (await driver.messages(chat)).findLast(
      ({ byDevice, text, deleted }) => byDevice && !deleted && words.every(word => text.includes(word)),
    )
  return driver.waitFor(look, 30_000, `"${words.join('" and "')}" in ${chat}`)
}

const intake = {
  type: { known: 'LAKA' },
  location: { known: 'Bandarharjo' },
  address: { known: 'Jl. Lodan 1' },
  point: { known: { lat: -6.9592, lng: 110.4175, accuracyMetres: 300 } },
  condition: { known: 'Dua motor' },
  passable: { known: true },
  handlingSoFar: 'unknown',
  victims: { known: { injured: 1 } },
  hazards: [],
}

it('an alert is taken, driven, reported with a photo, and declined with a reason, in WhatsApp groups alone', async () => {
  const running = await start(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium')
  const driver = createWhatsAppDriver(running.whatsAppSimulatorUrl ?? '')
  const operator = await signIn(running.url ?? '', 'operator')
  const centre = '/api/centres/SMG'
  const call = await operator.post<CallView>(`${centre}/calls`, { phone: '+62 000 5550 112', name: 'Pelapor Uji' })
  const { incident = '' } = await operator.post<CallView>(`${centre}/calls/${call.id}/classify`, {
    callClass: 'normal',
  })
  const path = `${centre}/incidents/${incident}`
  await operator.patch(`${path}/intake`, intake)
  await operator.post(`${path}/submit`)
  const agencies = ['PMI', 'SATPOLPP'].map((agency, index) => ({
    agency,
    role: index === 0 ? 'lead' : 'support',
    duty: 'act',
  }))
  await operator.post(`${path}/dispatch`, { agencies })
  const { number } = await operator.get<IncidentView>(path)
  const assignment = async (agency: string) =>
    (await operator.get<IncidentView>(path)).assignments.find(one => one.agency === agency)
  const becomes = (agency: string, status: string) =>
    driver.waitFor(
      async () => ((await assignment(agency))?.status === status ? status : undefined),
      30_000,
      `${agency} ${status}`,
    )

  const policing = await sees(driver, 'SMG/SATPOLPP', number, '2 Tidak bisa')
  await driver.say('SMG/SATPOLPP', { as: 'Regu 1 SATPOLPP SMG', text: '2', quote: policing.id })
  const reason = await sees(driver, 'SMG/SATPOLPP', 'Mengapa tidak bisa?', '32 Tidak ada unit')
  await driver.say('SMG/SATPOLPP', { as: 'Regu 1 SATPOLPP SMG', text: '32', quote: reason.id })
  await becomes('SATPOLPP', 'declined')
  expect(await assignment('SATPOLPP')).toMatchObject({ declineReason: 'noUnit' })

  const card = await sees(driver, 'SMG/PMI', number, '1 Kami tangani')
  const code = /ketik \*?([A-Z]\d[A-Z])\*? dan angka/.exec(card.text)?.[1]
  const as = 'Regu 1 PMI SMG'
  await driver.say('SMG/PMI', { as, text: '1', quote: card.id })
  await becomes('PMI', 'acknowledged')
  for (const [text, status] of [
    [`${code} 3`, 'enRoute'],
    [`${code} 4`, 'onScene'],
  ] as const) {
    await driver.say('SMG/PMI', { as, text })
    await becomes('PMI', status)
  }
  await driver.say('SMG/PMI', { as, text: `${code} 7` })
  await sees(driver, 'SMG/PMI', number, 'Benar sudah selesai?')
  await driver.say('SMG/PMI', { as, text: `${code} 7` })
  await becomes('PMI', 'cleared')
  await driver.say('SMG/PMI', { as, text: `${code} 9` })
  const outcome = await sees(driver, 'SMG/PMI', 'Bagaimana hasilnya?', '21 Tertangani')
  await driver.say('SMG/PMI', { as, text: '21', quote: outcome.id })
  const prompt = await sees(driver, 'SMG/PMI', `Laporan ${number} (PMI)`, 'Balas pesan ini')
  await driver.say('SMG/PMI', { as, photo: 'kecelakaan', quote: prompt.id })
  await sees(driver, 'SMG/PMI', 'Foto tersimpan')
  await driver.say('SMG/PMI', { as, text: 'Korban: 1 luka\nUnit: 1 ambulans', quote: prompt.id })
  const report = () => assignment('PMI').then(one => one?.report ?? undefined)
  expect(await driver.waitFor(report, 30_000, 'the report')).toMatchObject({ outcome: 'handled', victims: 1 })
  const photos = () => operator.get<IncidentView>(path).then(view => (view.photos.length > 0 ? view.photos : undefined))
  expect(await driver.waitFor(photos, 30_000, 'the photo')).toHaveLength(1)
})

it('starts without WhatsApp where there is no Chromium, says so, and has every agency on Telegram', async () => {
  const running = await start(join(tmpdir(), 'there-is-no-chromium-here'))
  expect(running.missingChromium).toBe(join(tmpdir(), 'there-is-no-chromium-here'))
  expect(running.whatsAppSimulatorUrl).toBeUndefined()
  expect(await (await fetch(`${running.simulatorUrl}platforms`)).json()).toEqual(['telegram'])
  const labels = (await telegramOf(running).chats()).flatMap(chat => chat.labels)
  expect(labels).toEqual(expect.arrayContaining(['SMG/PMI', 'CLG/PMI', 'SMG/DAMKAR']))
})
