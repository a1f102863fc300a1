import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IncidentFacts } from '../../src/dispatch/figures/incident-facts.ts'
import { webId } from '../../src/i18n/web-id.ts'
import { periodAfter, periodAs, periodName, periodNow } from '../../src/web/figures/periods.ts'
import { startApi, type TestApi } from '../admin-api/support/start-api.ts'
import { barriers } from './support/room.ts'

const timeZone = 'Asia/Jakarta'

let api: TestApi
let browser: Browser
/** the centre's calendar as the page sees it */
let today: string
let month: string

const named = (period: string): string => periodName(period, 'id', webId.figures.caturwulan)

/** Everything happened today at 14.05 in Semarang. */
const arrived = (id: string, seconds: number | 'notReported'): IncidentFacts => ({
  ...{ id, centre: 'SMG', seq: 1, number: `SMG-${id}`, openedAt: Date.parse(`${today}T14:05:00+07:00`) },
  ...{ status: 'archived', type: 'RSC', priority: 2, agencies: ['DAMKAR'], outcomes: ['handled'], spans: [] },
  point: null,
  acted: [
    {
      ...{ agency: 'DAMKAR', lead: true, left: false },
      spans: [
        seconds === 'notReported'
          ? { step: 'arrival', leftOut: seconds }
          : { step: 'arrival', seconds, targetSeconds: 900, limitSeconds: 900 },
      ],
    },
  ],
})

beforeAll(async () => {
  expect(existsSync('dist/web/index.html'), 'the page is built: npm run setup').toBe(true)
  api = await startApi({ config: { webDir: 'dist/web' } })
  today = periodNow('day', api.serviceClock.now(), timeZone)
  month = periodAs('month', today)
  const { figures } = api.stores
  for (const [id, seconds] of Object.entries({ a: 300, b: 600, c: 1200, d: 'notReported' as const })) {
    await figures.putIncident(arrived(id, seconds))
  }
  const openedAt = arrived('x', 0).openedAt
  await figures.putCall({ id: 'x', centre: 'SMG', seq: 1, openedAt, callClass: 'prank', spans: [] })
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await api?.stop()
})

const open = async (role: string): Promise<{ page: Page; problems: string[] }> => {
  const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 1920, height: 1080 } })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.addInitScript(() => localStorage.setItem('tanggap.centre', 'SMG'))
  const problems: string[] = []
  page.on('pageerror', error => problems.push(error.message))
  const path = api.links.find(link => link.role === role)?.path ?? ''
  await page.goto(`${api.url}${path}`)
  await page.getByRole('navigation', { name: 'Halaman' }).waitFor()
  await page.goto(`${api.url}/#/figures/${month}`)
  return { page, problems }
}

test('a supervisor reads this month, takes its table along, and looks at days and months before', async () => {
  const { page, problems } = await open('supervisor')
  const shows = (period: string) =>
    page
      .getByRole('status')
      .filter({ hasText: new RegExp(`^${named(period)}$`) })
      .waitFor()
  const choose = (kind: string) => page.getByRole('radiogroup', { name: 'Periode' }).getByText(kind).click()
  const empty = page.getByText('Tidak ada panggilan atau kejadian yang selesai dalam periode ini.')

  const way = page.getByRole('region', { name: 'Dari dering sampai arsip' })
  const arrival = way.getByRole('listitem').filter({ hasText: 'Jawaban sampai tiba di lokasi' })
  await arrival.getByText('10:00 · P90 20:00 · Sasaran 15:00').waitFor()
  await arrival.getByText('67 %').waitFor()
  await page.getByText('1 tidak dilaporkan petugas').waitFor()
  await page.getByText('Paling ramai pukul 14.00: 1').waitFor()
  expect(await barriers(page)).toEqual([])
  await way.getByText('Tabel').click()
  await way.getByRole('cell', { name: '67 % (2/3)' }).waitFor()

  await page.getByRole('button', { name: 'Unduh' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV: Waktu' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`angka-SMG-${month}-steps.csv`)

  // of this month the day that counts is today; of an earlier one its first
  await choose('Hari')
  await shows(today)
  await arrival.getByText('67 %').waitFor()
  expect(await page.getByRole('button', { name: 'Periode berikutnya' }).isDisabled()).toBe(true)
  const yesterday = periodAfter(today, -1)
  await page.getByRole('button', { name: 'Periode sebelumnya' }).click()
  await shows(yesterday)
  await empty.waitFor()
  await choose('Bulan')
  await shows(periodAs('month', yesterday))
  await page.getByRole('button', { name: 'Periode sebelumnya' }).click()
  const earlier = periodAfter(periodAs('month', yesterday), -1)
  await shows(earlier)
  await choose('Hari')
  await shows(periodAs('day', earlier))
  await empty.waitFor()
  expect(problems).toEqual([])
}, 180_000)

test('an operator is not offered the figures, and is told why where he goes there all the same', async () => {
  const { page, problems } = await open('operator')
  await page.getByRole('alert').filter({ hasText: 'Data belum dapat dimuat' }).first().waitFor()
  expect(await page.getByRole('link', { name: 'Angka' }).count()).toBe(0)
  expect(problems).toEqual([])
}, 180_000)
