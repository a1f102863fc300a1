import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OperatorPage } from './support/operator-page.ts'
import { barriers, openRoom, type Room } from './support/room.ts'

let room: Room
beforeAll(async () => {
  room = await openRoom()
}, 180_000)
afterAll(() => room?.close())

/** A call becomes an incident of this type at this place. */
const takes = async (desk: OperatorPage, words: string, type: string, address: string): Promise<void> => {
  await desk.takes(words, type)
  await desk.field('Alamat').fill(address)
  await desk.page.getByText('Tersimpan', { exact: true }).waitFor()
}

const placesOnBoard = (desk: OperatorPage) =>
  desk.page.locator('a.board-item[data-incident] .board-place').allInnerTexts()

describe('the board', () => {
  it('shows what was asked for, keeps its order under the hand, and says what is new', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    await takes(desk, 'kobong', 'Kebakaran bangunan/rumah', 'Jl. Lodan Raya 12')
    await takes(desk, 'pohon', 'Pohon tumbang', 'Jl. Pahlawan 8')
    await desk.button('Saring dan urutkan').click()
    await page.getByText('Terbaru', { exact: true }).click()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => placesOnBoard(desk)).toEqual(['Jl. Pahlawan 8', 'Jl. Lodan Raya 12'])

    // a hand is on the board: another operator's incident waits at its foot
    await page.locator('a.board-item').last().hover()
    const colleague = await room.signIn('operator')
    await takes(colleague, 'ular', 'Evakuasi hewan berbahaya', 'Jl. Kelud Raya 3')
    const news = page.getByRole('region', { name: 'Baru di papan' })
    await news.getByText('1 baru').waitFor()
    await news.getByText(/Jl\. Kelud Raya 3/).waitFor()
    expect(await placesOnBoard(desk)).toEqual(['Jl. Pahlawan 8', 'Jl. Lodan Raya 12'])
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('u')
    await news.waitFor({ state: 'hidden' })
    expect(await placesOnBoard(desk)).toEqual(['Jl. Kelud Raya 3', 'Jl. Pahlawan 8', 'Jl. Lodan Raya 12'])

    // one that is over keeps its place until the hand leaves
    await colleague.button('Tindakan lain').click()
    await colleague.page.getByRole('menuitem', { name: 'Batalkan kejadian' }).click()
    await colleague.dialogFill('Alasan', 'Ular sudah pergi', 'Batalkan kejadian')
    await page.getByText('Tidak lagi terbuka').waitFor()
    expect(await placesOnBoard(desk)).toEqual(['Jl. Kelud Raya 3', 'Jl. Pahlawan 8', 'Jl. Lodan Raya 12'])
    await page.mouse.move(1_200, 600)
    await expect.poll(() => placesOnBoard(desk)).toEqual(['Jl. Pahlawan 8', 'Jl. Lodan Raya 12'])

    // words, by key; what they hide is counted, and remembered for this user alone
    await page.keyboard.press('/')
    await page.keyboard.type('kebakaran lodan')
    await page.getByText('1 disembunyikan').waitFor()
    expect(await placesOnBoard(desk)).toEqual(['Jl. Lodan Raya 12'])
    await page.keyboard.type(' xyz')
    await page.getByText('Semua kejadian tersembunyi oleh saringan.').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.reload()
    await page.getByText('2 disembunyikan').waitFor()
    await page.getByRole('button', { name: 'Tampilkan semua' }).click()
    await expect.poll(() => placesOnBoard(desk)).toEqual(['Jl. Pahlawan 8', 'Jl. Lodan Raya 12'])

    expect(desk.problems).toEqual([])
    expect(colleague.problems).toEqual([])
    await colleague.close()
    await desk.close()
  }, 180_000)
})

describe('an incident in hand', () => {
  it('tells what to ask and to advise as soon as its type is known', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    await page.keyboard.press('n')
    await desk.waitForOpenCall()
    await page.keyboard.press('1')
    const guidance = page.getByRole('region', { name: 'Tanya dan saran' })
    await guidance.getByText(/Begitu jenis kejadian dipilih/).waitFor()
    await desk.chooseType('kecelakaan', 'Kecelakaan lalu lintas')
    await guidance.getByText(/^Jangan dipindahkan, kecuali ada api/).waitFor()
    const first = guidance.getByRole('checkbox').first()
    await first.check()
    expect(await barriers(page)).toEqual([])
    await page.reload()
    await expect.poll(() => first.isChecked()).toBe(true)
    expect(await guidance.getByRole('checkbox').count()).toBe(3)
    await page.getByText('EN', { exact: true }).click()
    await page.getByText(/^Do not move them unless there is fire/).waitFor()
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)

  it('is waited for when it is asked for before it is made, and missed only after that', async () => {
    const desk = await room.signIn('operator')
    await takes(desk, 'pohon', 'Pohon tumbang', 'Jl. Kartini 1')
    const { hash } = new URL(desk.page.url())
    const colleague = await room.signIn('operator')
    const { page } = colleague
    // the server answers as it does before its sweep has made the incident
    let early = 2
    await page.route('**/api/centres/SMG/incidents/*', async route => {
      early -= 1
      if (early < 0) return route.continue()
      const response = await route.fetch({ url: `${room.url}/api/centres/SMG/incidents/none` })
      return route.fulfill({ response })
    })
    await page.goto(`${room.url}/${hash}`)
    await page.getByText('Kejadian sedang disiapkan, sebentar…').waitFor()
    await page.getByRole('heading', { name: 'Pohon tumbang' }).waitFor()

    await page.goto(`${room.url}/#/desk/incident/none`)
    await page.getByText('Kejadian sedang disiapkan, sebentar…').waitFor()
    await page.getByText('Kejadian tidak ditemukan.').waitFor()
    // the browser names every missing address on its console; nothing else went wrong
    expect(colleague.problems.filter(problem => !problem.includes('404'))).toEqual([])
    expect(desk.problems).toEqual([])
    await colleague.close()
    await desk.close()
  }, 180_000)
})

/** What the page lets the sound card play: the browser's own oscillators are counted, nothing of ours is replaced. */
const countTones = (desk: OperatorPage) =>
  desk.page.addInitScript(() => {
    const { start } = OscillatorNode.prototype
    const counted = window as typeof window & { tones: number }
    counted.tones = 0
    OscillatorNode.prototype.start = function (...when) {
      counted.tones += 1
      start.apply(this, when)
    }
  })
const tones = (desk: OperatorPage): Promise<number> =>
  desk.page.evaluate(() => (window as typeof window & { tones: number }).tones)

describe('what calls the room', () => {
  it('is heard, counted in the title, opened by a key, and silent where the user wants silence', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    await countTones(desk)
    await page.reload()
    await desk.button(/^Panggilan baru/).waitFor()
    await takes(desk, 'pohon', 'Pohon tumbang', 'Jl. Kartini 9')
    await desk.sendsByKey()
    await desk.seesStatus('DISPERKIM', 'Menunggu jawaban')
    const { hash } = new URL(page.url())
    await page.goto(`${room.url}/#/followUp`)
    await page.getByRole('heading', { name: 'Tindak lanjut' }).waitFor()
    expect(await page.title()).toBe('Tanggap 112')
    expect(await tones(desk)).toBe(0)

    const crew = await room.group('DISPERKIM')
    await crew.sees('Jl. Kartini 9').presses('Tidak bisa')
    await crew.sees('Jl. Kartini 9', { with: 'Tidak ada unit' }).presses('Tidak ada unit')
    const bar = page.getByRole('region', { name: 'Isyarat' })
    await bar.getByText(/DISPERKIM · OPD menolak/).waitFor()
    await expect.poll(() => page.title()).toMatch(/^\(\d\) Tanggap 112$/)
    await expect.poll(() => tones(desk)).toBeGreaterThanOrEqual(5)
    expect(await barriers(page)).toEqual([])

    // it calls again while nobody looks, and no more once it is muted
    const heard = await tones(desk)
    await expect.poll(() => tones(desk)).toBeGreaterThan(heard)
    await page.keyboard.press('d')
    await desk.button('Senyap 15 mnt').waitFor()
    const before = await tones(desk)
    await page.reload()
    await desk.button('Senyap 15 mnt').waitFor()
    await bar.waitFor()
    expect(await tones(desk), `none after ${before}: the page begins anew`).toBe(0)
    expect(await barriers(page)).toEqual([])

    // its key opens it; a hand on the page that shows it has seen it
    await page.keyboard.press('s')
    await page.getByText('Perlu perhatian').first().waitFor()
    expect(new URL(page.url()).hash).toBe(hash)
    await page.mouse.move(900, 500)
    await page.mouse.move(905, 505)
    await bar.waitFor({ state: 'hidden' })
    await expect.poll(() => page.title()).toBe('Tanggap 112')
    await page.keyboard.press('d')
    await desk.button('Bunyi').waitFor()
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)
})
