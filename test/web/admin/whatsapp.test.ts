import { resolve } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { whatsAppControls } from '../../../src/app/web.ts'
import { shareSession } from '../../../src/app/whatsapp/sharing.ts'
import { startApi, type TestApi } from '../../admin-api/support/start-api.ts'
import { patienceMs, type Rig, startRig } from '../../bots/whatsapp/session/rig.ts'
import { OperatorPage } from '../support/operator-page.ts'
import { barriers } from '../support/room.ts'

/** The page over the real session: the unmodified library in its own Chromium, a phone that does what it is told. */

let rig: Rig
let api: TestApi
let sharing: ReturnType<typeof shareSession>
let browser: Browser
beforeAll(async () => {
  rig = await startRig()
  const session = rig.session()
  sharing = shareSession(session, rig.stores.settings, rig.log)
  session.start()
  api = await startApi({
    config: { webDir: resolve('dist/web') },
    whatsapp: whatsAppControls(rig.stores.settings),
  })
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await api?.stop()
  await sharing?.stop()
  await rig?.stop()
}, 180_000)

it('a number is linked by the code that the page shows, by one that is typed, and its link is ended', async () => {
  const path = api.links.find(({ role }) => role === 'administrator')?.path ?? ''
  const desk = await OperatorPage.open(browser, `${api.url}${path}`, 'SMG')
  const { page } = desk
  page.setDefaultTimeout(patienceMs)
  await page.getByRole('link', { name: 'Administrasi' }).click()
  await page.getByRole('tab', { name: 'WhatsApp' }).click()
  const status = page.getByRole('status')
  const qr = page.getByRole('img', { name: 'Kode QR untuk menautkan WhatsApp' })
  await qr.waitFor()
  await status.getByText('Menunggu ditautkan').waitFor()
  expect(await barriers(page)).toEqual([])

  await desk.field('Atau dengan nomor telepon').fill(`+${rig.standIn.ownerPhone}`)
  await desk.button('Minta kode').click()
  const shown = page.getByLabel('Kode tautan')
  await shown.waitFor()
  expect(await shown.textContent()).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
  await desk.button('Kembali ke kode QR').click()
  await qr.waitFor()

  await rig.driver.link()
  await status.getByText('Tertaut', { exact: true }).waitFor()
  await page.getByText(`+${rig.standIn.ownerPhone}`).waitFor()
  expect(await qr.count()).toBe(0)
  expect(await barriers(page)).toEqual([])

  await desk.button('Putuskan tautan').click()
  await desk.button('Ya, putuskan: OPD di WhatsApp tidak terjangkau lagi').click()
  await qr.waitFor()
  await desk.button('Minta kode').waitFor()
  await desk.field('Atau dengan nomor telepon').fill(`+${rig.standIn.ownerPhone}`)
  await desk.button('Minta kode').click()
  await shown.waitFor()
  await rig.driver.typeCode(((await shown.textContent()) ?? '').replace('-', ''))
  await status.getByText('Tertaut', { exact: true }).waitFor()
  expect(desk.problems).toEqual([])
  await desk.close()
}, 240_000)
