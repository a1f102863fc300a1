import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OperatorPage } from './support/operator-page.ts'
import { openRoom, type Room } from './support/room.ts'

let room: Room
beforeAll(async () => {
  room = await openRoom()
}, 180_000)
afterAll(() => room?.close())

const emergency = (desk: OperatorPage): Promise<void> => desk.takes('kobong', 'Kebakaran bangunan/rumah')
const sameScreen = async (desk: OperatorPage, other: OperatorPage): Promise<void> => {
  await other.page.goto(`${room.url}/${new URL(desk.page.url()).hash}`)
  await other.field('Alamat').waitFor()
}
const shows = (desk: OperatorPage, field: string, text: string) =>
  expect.poll(() => desk.field(field).inputValue()).toBe(text)

describe('two operators on one incident', () => {
  it('each sees what the other does, types on without being disturbed, and nothing is done twice', async () => {
    const [sari, budi] = await Promise.all([room.signIn('operator'), room.signIn('supervisor')])
    await emergency(sari)
    await sameScreen(sari, budi)
    await sari.field('Alamat').fill('Jl. Pemuda 12')
    await shows(budi, 'Alamat', 'Jl. Pemuda 12')

    // both type at once, each in a field of their own
    await sari.field('Keadaan di lokasi').click()
    await budi.field('Patokan').click()
    const typed = ['Api di atap, ', 'merambat ke ', 'rumah sebelah']
    for (const part of typed) {
      await Promise.all([sari.page.keyboard.type(part, { delay: 70 }), budi.page.keyboard.type(part, { delay: 70 })])
    }
    await shows(budi, 'Keadaan di lokasi', typed.join(''))
    await shows(sari, 'Patokan', typed.join(''))

    // both correct the same field: what was said last counts, for both
    await sari.field('Alamat').fill('Jl. Pemuda 21')
    await shows(budi, 'Alamat', 'Jl. Pemuda 21')
    await budi.field('Alamat').fill('Jl. Pemuda 23')
    await shows(sari, 'Alamat', 'Jl. Pemuda 23')

    await sari.planIsReady()
    await budi.planIsReady()
    await Promise.all([sari, budi].map(desk => desk.page.keyboard.press('F9')))
    await Promise.all([sari, budi].map(desk => desk.seesStatus('DAMKAR', 'Menunggu jawaban')))
    const damkar = await room.group('DAMKAR')
    await damkar.sees('Jl. Pemuda 23')
    expect((await damkar.fromBot()).filter(({ text }) => text.includes('Jl. Pemuda 23'))).toHaveLength(1)

    await budi.record('DAMKAR', 'Kami tangani')
    await sari.seesStatus('DAMKAR', 'Ditangani')
    await sari.record('DAMKAR', 'Meluncur')
    await budi.seesStatus('DAMKAR', 'Meluncur')
    for (const desk of [sari, budi]) {
      // whoever came second was told so by the server; that is no fault of the page
      expect(desk.problems.filter(problem => !problem.includes('409'))).toEqual([])
      await desk.close()
    }
  }, 180_000)
})

describe('whatever is typed or pasted', () => {
  const rtl = 'שלום \u202Eمرحبا'
  const emoji = '😀 👩\u200D🚒 keluarga'

  it('a huge paste, emoji and right-to-left text do no harm, and another time zone changes no time', async () => {
    const options = { timezoneId: 'America/New_York', permissions: ['clipboard-read', 'clipboard-write'] }
    const desk = await room.signIn('operator', 'SMG', options)
    const { page } = desk
    const pastes = async (field: string, text: string): Promise<void> => {
      await page.evaluate(words => navigator.clipboard.writeText(words), text)
      await desk.field(field).click()
      await page.keyboard.press('Control+V')
    }
    await emergency(desk)
    await desk.field('Alamat').fill(`Jl. ${rtl} 112`)
    await desk.field('Patokan').fill(emoji)
    // an astral character sits where the field is full: it is cut off whole
    await pastes('Keadaan di lokasi', `${'a'.repeat(3_999)}${'😀'.repeat(50_000)}`)
    await page.getByText('Tersimpan', { exact: true }).waitFor()
    expect(await page.locator('.field-error').count()).toBe(0)
    expect(await desk.field('Keadaan di lokasi').inputValue()).toMatch(/^a{3999}$/)
    await pastes('Titik koordinat', 'x'.repeat(100_000))
    await page.getByText(/^Koordinat tidak terbaca/).waitFor()
    await desk.field('Titik koordinat').fill('-6.9592, 110.4175')
    await desk.sendsByKey()
    await desk.seesStatus('DAMKAR', 'Menunggu jawaban')
    await pastes('Pesan ke grup OPD', emoji.repeat(10_000))
    await page.keyboard.press('Control+Enter')
    const talk = page.getByRole('region', { name: 'Percakapan dengan OPD' })
    await talk.getByText(/DAMKAR: terkirim/).waitFor()

    // nothing pushes the page sideways, and what stands behind the right-to-left words keeps its side
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(sideways).toBeLessThanOrEqual(0)
    await page.reload()
    await shows(desk, 'Alamat', `Jl. ${rtl} 112`)
    await shows(desk, 'Patokan', emoji)
    const opened = (await page.locator('.incident-title').textContent()) ?? ''
    const inSemarang = new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Jakarta', dateStyle: 'medium' })
    expect(opened).toContain(inSemarang.format(Date.now()))
    const hour = new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Jakarta', hour: '2-digit', hourCycle: 'h23' })
    const hours = [0, 600_000].map(ago => hour.format(Date.now() - ago))
    expect(hours.some(shown => opened.includes(` ${shown}.`))).toBe(true)
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)
})
