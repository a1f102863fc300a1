import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OperatorPage } from './support/operator-page.ts'
import { chromiumLaunch, openRoom, type Room } from './support/room.ts'

/** Machine ms in which a server is back, and with it the page. */
const returnMs = 60_000

let room: Room
beforeAll(async () => {
  room = await openRoom()
}, 180_000)
afterAll(() => room?.close())

const emergency = (desk: OperatorPage): Promise<void> => desk.takes('kobong', 'Kebakaran bangunan/rumah')

/** While nobody answers the browser itself says so in its console; everything else would be ours. */
const ownProblems = ({ problems }: OperatorPage): string[] =>
  problems.filter(problem => !/^Failed to load resource: net::/.test(problem))

describe('the server goes away and comes back', () => {
  it('while an operator types: the page says so, keeps every word, and sends each once when it is back', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    await emergency(desk)
    await desk.field('Alamat').fill('Jl. Pemuda 12')
    await desk.planIsReady()
    await page.getByText('Tersimpan', { exact: true }).waitFor()
    const fetched = (part: string) => performance.getEntriesByType('resource').some(({ name }) => name.includes(part))
    await page.waitForFunction(fetched, 'follow-up-page')

    await room.stopServer()
    await page.getByText(/Terputus\. Mencoba menyambung lagi/).waitFor({ timeout: returnMs })
    const incident = page.url()
    await page.getByRole('link', { name: 'Tindak lanjut' }).click()
    await page.getByRole('heading', { name: 'Tindak lanjut' }).waitFor()
    await page.goto(incident)
    await desk.field('Patokan').fill('depan balai kota')
    await desk.field('Keadaan di lokasi').fill('Asap dari lantai dua')
    await page.getByText(/Belum terkirim: jaringan terputus/).waitFor({ timeout: returnMs })
    // a command is not swallowed: it says that nobody answered
    await desk.button(/^Kirim ke \d+ OPD/).dblclick()
    await page.getByRole('alert').filter({ hasText: 'Server tidak menjawab' }).waitFor({ timeout: returnMs })

    await room.startServer()
    await page.getByText(/Tersambung lagi/).waitFor({ timeout: returnMs })
    await page.getByText('Tersimpan', { exact: true }).waitFor({ timeout: returnMs })
    await page.getByText(/Tersambung lagi/).waitFor({ state: 'hidden', timeout: returnMs })
    await desk.button(/^Kirim ke \d+ OPD/).dblclick()
    await desk.seesStatus('DAMKAR', 'Menunggu jawaban')
    const damkar = await room.group('DAMKAR')
    await damkar.sees('depan balai kota')
    expect((await damkar.fromBot()).filter(({ text }) => text.includes('Jl. Pemuda 12'))).toHaveLength(1)

    await page.reload()
    await expect.poll(() => desk.field('Patokan').inputValue()).toBe('depan balai kota')
    expect(await desk.field('Keadaan di lokasi').inputValue()).toBe('Asap dari lantai dua')
    const story = page.getByRole('region', { name: 'Jejak kejadian' })
    expect(await story.getByText(/Keterangan diisi.*Patokan/).count()).toBe(1)
    expect(await story.getByText('Dikirim ke OPD').count()).toBe(1)
    expect(ownProblems(desk)).toEqual([])
    await desk.close()
  }, 240_000)
})

describe('the browser crashes', () => {
  it('in the middle of a word: the next one has what was typed, and sends it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tanggap-browser-'))
    const browse = () => chromium.launchPersistentContext(folder, { ...chromiumLaunch, timezoneId: 'America/New_York' })
    try {
      const first = await browse()
      const desk = await OperatorPage.in(first, room.linkOf('operator'))
      await emergency(desk)
      await desk.page.getByText('Tersimpan', { exact: true }).waitFor()
      await desk.page.route('**/intake', route => route.abort())
      await desk.field('Patokan').fill('dekat jembatan ge')
      const { hash } = new URL(desk.page.url())
      const crashed = desk.page.waitForEvent('crash')
      await Promise.all([crashed, desk.page.goto('chrome://crash').catch(() => undefined)])

      const again = await OperatorPage.in(first, `${room.url}/${hash}`)
      await again.page.route('**/intake', route => route.abort())
      await expect.poll(() => again.field('Patokan').inputValue()).toBe('dekat jembatan ge')
      await first.close()

      const second = await browse()
      const later = await OperatorPage.in(second, `${room.url}/${hash}`)
      await expect.poll(() => later.field('Patokan').inputValue()).toBe('dekat jembatan ge')
      await later.page.getByText('Tersimpan', { exact: true }).waitFor()
      await second.close()
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
    const desk = await room.signIn('operator')
    await desk.page.locator('a.board-item', { hasText: 'dekat jembatan ge' }).waitFor()
    await desk.close()
  }, 180_000)
})
