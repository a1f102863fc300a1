import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { pino } from 'pino'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { startApp } from '../../../src/app/start-app.ts'
import { parseConfig } from '../../../src/config.ts'
import { ChatStory, createTelegramDriver } from '../../support/telegram-driver.ts'
import { OperatorPage } from './operator-page.ts'

/** One installation in training and one browser; each story opens its own pages. */
export const openRoom = async () => {
  expect(existsSync('dist/web/index.html'), 'the page is built: npm run setup').toBe(true)
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-room-'))
  const config = parseConfig({ MODE: 'gladi', PORT: '0', SIMULATOR_PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' })
  const app = await startApp(config, pino({ level: 'silent' }))
  const driver = createTelegramDriver(new URL(app.simulatorUrl ?? '').origin)
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  return {
    url: app.url ?? '',
    driver,
    browser,

    signIn: (role: string, centre = 'SMG'): Promise<OperatorPage> => {
      const path = app.links.find(link => link.role === role)?.path ?? ''
      return OperatorPage.open(browser, `${app.url}${path}`, centre)
    },

    /** The crew of an agency's group, told as a story. */
    group: async (agency: string): Promise<ChatStory> => {
      const { bot } = await driver.status()
      const chat = await driver.chat(`SMG/${agency}`)
      return new ChatStory(driver, chat.id, chat.memberIds.find(id => id !== bot.id) ?? 0)
    },

    /** Moves the service clock, in ms. */
    forward: async (page: Page, ms: number): Promise<void> => {
      const answer = await page.request.post(`${app.url}/api/training/clock`, { data: { forwardMs: ms } })
      expect(answer.ok(), await answer.text()).toBe(true)
    },

    close: async (): Promise<void> => {
      await browser.close()
      await app.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type Room = Awaited<ReturnType<typeof openRoom>>

/** Barriers of this screen that axe calls serious or worse, as "rule: element"; a screen has none. */
export const barriers = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
