import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { trainingToken } from '../lib/training-token.ts'
import { startTelegramStandIn } from '../simulator/telegram/index.ts'
import { createWhatsAppDriver, startWhatsAppStandIn } from '../simulator/whatsapp/index.ts'
import type { Idle } from './api/views.ts'
import { type AppProcess, startAppProcess } from './app-process.ts'
import type { StandIns } from './chats/chats.ts'

/** The app under drill, beside stand-ins of Telegram and WhatsApp that go on when the app is down. */
export interface DrilledApp extends StandIns {
  /** address of the page and the API; stays the same over restarts */
  url: string
  /** lines that the app logged as errors, over all its lives */
  errors(): string[]
  /** the stand-ins' limits and dates count this service time from now on */
  showTime(now: number): void
  /** a power cut: ends the app as it stands, lets `whileDown` happen, starts it again */
  restart(whileDown: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/** Part of the agencies are on WhatsApp, which needs a Chromium: `message` says where it should have been. */
export class NoChromium extends Error {
  override readonly name = 'NoChromium'
}

/** The names under which the app keeps the worlds of its own stand-ins. */
const worlds = { telegram: 'telegram-stand-in.json', whatsapp: 'whatsapp-stand-in.json' } as const

/** The app's own stand-ins are there as well, and nobody uses them. */
const onBoth = { WHATSAPP: 'on', WHATSAPP_SIMULATOR_PORT: '0', WHATSAPP_SIMULATOR_WEB_PORT: '0' }

/** Machine ms in which Chromium must be up and linked, on a busy machine; and between two looks whether it is. */
const linkMs = 120_000
const lookMs = 100

/**
 * Starts the app once so that it seeds its training cities, then again over the same folder with those cities' groups in
 * stand-ins of the drill's own.
 * @throws NoChromium
 */
export const startDrilledApp = async (folder: string): Promise<DrilledApp> => {
  const dataDir = join(folder, 'data')
  const seeding = await startAppProcess(dataDir, onBoth)
  await seeding.stop()
  if (seeding.missingChromium !== '') throw new NoChromium(seeding.missingChromium)
  for (const world of Object.values(worlds)) await cp(join(dataDir, world), join(folder, world))

  let now = Date.now()
  const clock = { now: () => now, rate: () => 0 }
  const telegram = await startTelegramStandIn({
    token: trainingToken,
    botUsername: 'gladi112_bot',
    stateFile: join(folder, worlds.telegram),
    clock,
  })
  const whatsapp = await startWhatsAppStandIn({
    stateFile: join(folder, worlds.whatsapp),
    scansAtOnce: true,
    clock,
  })
  const own = {
    ...onBoth,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    // the last of two equal flags counts
    WHATSAPP_CHROMIUM_ARGS: JSON.stringify(whatsapp.chromiumArgs),
  }
  const start = async (settings: Readonly<Record<string, string>> = {}): Promise<AppProcess> => {
    const app = await startAppProcess(dataDir, { ...own, ...settings })
    await untilLinked(app.url, whatsapp.url)
    return app
  }
  let app = await start()
  const { url } = app
  const earlier: string[] = []

  return {
    url,
    standInUrl: telegram.url,
    whatsAppUrl: whatsapp.url,
    errors: () => [...earlier, ...app.errors()],
    showTime: time => {
      now = time
    },
    restart: async whileDown => {
      earlier.push(...app.errors())
      await app.kill()
      await whileDown()
      app = await start({ PORT: new URL(url).port })
    },
    stop: async () => {
      await app.stop()
      await telegram.close()
      await whatsapp.close()
    },
  }
}

/** Until the number is linked and what was missed is in. @throws Error when that does not come about */
const untilLinked = async (url: string, whatsAppUrl: string): Promise<void> => {
  const driver = createWhatsAppDriver(whatsAppUrl)
  await driver.waitFor(async () => (await driver.status()).linkedAs ?? undefined, linkMs, 'the link of WhatsApp')
  const deadline = performance.now() + linkMs
  for (;;) {
    const { waiting } = (await (await fetch(`${url}/api/training/idle`)).json()) as Idle
    if (waiting.session === 0) return
    if (performance.now() > deadline) throw new Error('WhatsApp did not bring what was missed in time')
    await pause(lookMs)
  }
}
