import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { type RunningApp, startApp } from '../../src/app/start-app.ts'
import { parseConfig } from '../../src/config.ts'
import { type Desk, signIn } from '../../src/drill/api/desk.ts'
import { createTelegramDriver, type TelegramDriver } from '../../src/simulator/telegram/index.ts'
import { createWhatsAppDriver, type WhatsAppDriver } from '../../src/simulator/whatsapp/index.ts'
import { OperatorPage } from '../../test/web/support/operator-page.ts'

/** Machine ms until WhatsApp is linked at the latest. */
const linkMs = 90_000

/** The running product in training, with both platforms, a browser and a person for each role. */
export interface Stage {
  /** the page as this role sees it in this centre */
  open(role: string, centre: string, path?: string): Promise<OperatorPage>
  /** the simulator's page, with the phone that shows this chat */
  openChat(chat: { id: string | number; label: string }): Promise<{ page: Page; phone: Locator }>
  desk(role: string): Promise<Desk>
  telegram: TelegramDriver
  whatsapp: WhatsAppDriver
  close(): Promise<void>
}

/** Starts everything on free ports, with its data in a temporary folder. */
export const openStage = async (): Promise<Stage> => {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-guides-'))
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  const anyPort = { PORT: '0', SIMULATOR_PORT: '0', WHATSAPP_SIMULATOR_PORT: '0', WHATSAPP_SIMULATOR_WEB_PORT: '0' }
  const settings = { MODE: 'gladi', DATA_DIR: folder, WHATSAPP: 'on', CHROMIUM_PATH: executablePath }
  const app = await startApp(parseConfig({ ...anyPort, ...settings }), pino({ level: 'warn' }))
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  const close = async (): Promise<void> => {
    await browser.close()
    await app.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    return { ...(await partsOf(app, browser)), close }
  } catch (error) {
    await close()
    throw error
  }
}

const partsOf = async (app: RunningApp, browser: Browser): Promise<Omit<Stage, 'close'>> => {
  const { url = '', simulatorUrl = '' } = app
  const whatsapp = createWhatsAppDriver(app.whatsAppSimulatorUrl ?? '')
  await whatsapp.waitFor(async () => (await whatsapp.status()).linkedAs ?? undefined, linkMs, 'the link')
  return {
    telegram: createTelegramDriver(simulatorUrl.replace(/\/sim\/$/, '')),
    whatsapp,
    desk: role => signIn(url, role),
    open: async (role, centre, path = '') => {
      const link = app.links.find(one => one.role === role)?.path ?? ''
      const person = await OperatorPage.open(browser, `${url}${link}`, centre)
      if (path !== '') await person.page.goto(`${url}${path}`)
      return person
    },
    openChat: async ({ id, label }) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 1100 } })
      await page.goto(simulatorUrl)
      await page.getByRole('searchbox').fill(label)
      await page.locator('#chat-list .chats button').first().click()
      return { page, phone: page.locator(`.phone[data-chat="${id}"]`) }
    },
  }
}
