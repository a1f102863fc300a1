import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../../src/app/start-app.ts'
import { parseConfig } from '../../../src/config.ts'
import { createTelegramDriver } from '../../../src/simulator/telegram/index.ts'
import { createWhatsAppDriver } from '../../../src/simulator/whatsapp/index.ts'

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

it('starts without WhatsApp where there is no Chromium, says so, and has every agency on Telegram', async () => {
  const running = await start(join(tmpdir(), 'there-is-no-chromium-here'))
  expect(running.missingChromium).toBe(join(tmpdir(), 'there-is-no-chromium-here'))
  expect(running.whatsAppSimulatorUrl).toBeUndefined()
  expect(await (await fetch(`${running.simulatorUrl}platforms`)).json()).toEqual(['telegram'])
  const labels = (await telegramOf(running).chats()).flatMap(chat => chat.labels)
  expect(labels).toEqual(expect.arrayContaining(['SMG/PMI', 'CLG/PMI', 'SMG/DAMKAR']))
})
