import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { pino } from 'pino'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { startApp } from '../../../src/app/start-app.ts'
import { trainingPosts } from '../../../src/app/training/seed-posts.ts'
import { parseConfig } from '../../../src/config.ts'
import { ChatStory, createTelegramDriver } from '../../support/telegram-driver.ts'
import { OperatorPage } from './operator-page.ts'

export const chromiumLaunch = {
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
}

const portOf = (url: string | undefined): string => new URL(url ?? '').port

/** One installation in training and one browser; each story opens its own pages. */
export const openRoom = async () => {
  expect(existsSync('dist/web/index.html'), 'the page is built: npm run setup').toBe(true)
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-room-'))
  const start = (PORT: string, SIMULATOR_PORT: string) => {
    const config = parseConfig({ MODE: 'gladi', PORT, SIMULATOR_PORT, DATA_DIR: folder, LOG_LEVEL: 'silent' })
    return startApp(config, pino({ level: 'silent' }))
  }
  let app = await start('0', '0')
  const { url = '', simulatorUrl } = app
  const driver = createTelegramDriver(new URL(simulatorUrl ?? '').origin)
  const browser: Browser = await chromium.launch(chromiumLaunch)
  const linkOf = (role: string): string => `${url}${app.links.find(link => link.role === role)?.path}`
  const group = async (agency: string, centre = 'SMG'): Promise<ChatStory> => {
    const { bot } = await driver.status()
    const chat = await driver.chat(`${centre}/${agency}`)
    return new ChatStory(driver, chat.id, chat.memberIds.find(id => id !== bot.id) ?? 0)
  }
  return {
    url,
    driver,
    browser,
    linkOf,

    signIn: (role: string, centre = 'SMG', options: BrowserContextOptions = {}): Promise<OperatorPage> =>
      OperatorPage.open(browser, linkOf(role), centre, options),

    /** The crew of an agency's group, told as a story. */
    group,

    /** The crew that the page says was sent: of the post that the proposal picked, else of the agency. */
    crew: async (desk: OperatorPage, agency: string, centre = 'SMG'): Promise<ChatStory> => {
      const sent = await desk.page.locator(`li.assignment[data-agency="${agency}"] .plan-name`).first().textContent()
      const post = trainingPosts.find(one => one.centre === centre && one.agency === agency && sent?.includes(one.name))
      return group(post ? `${agency}/pos/${post.code}` : agency, centre)
    },

    /** Moves the service clock, in ms. */
    forward: async (page: Page, ms: number): Promise<void> => {
      const answer = await page.request.post(`${url}/api/training/clock`, { data: { forwardMs: ms } })
      expect(answer.ok(), await answer.text()).toBe(true)
    },

    /** The whole server goes away, its stores with it; what they kept stays. */
    stopServer: () => app.stop(),
    /** It comes back where it was: same addresses, same data. */
    startServer: async (): Promise<void> => {
      app = await start(portOf(url), portOf(simulatorUrl))
    },

    close: async (): Promise<void> => {
      await browser.close()
      await app.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type Room = Awaited<ReturnType<typeof openRoom>>

/** Until nothing is on its way from one colour or place to another: half-way colours are nobody's. */
const movedOut = async (): Promise<void> => {
  const ending = document
    .getAnimations()
    .filter(one => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(ending.map(one => one.finished))
}

/** Barriers of this screen that axe calls serious or worse, as "rule: element"; a screen has none. */
export const barriers = async (page: Page): Promise<string[]> => {
  await page.evaluate(movedOut)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run({ resultTypes: ["violations"] })')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
