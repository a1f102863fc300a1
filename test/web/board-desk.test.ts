import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OperatorPage } from './support/operator-page.ts'
import { barriers, openRoom, type Room } from './support/room.ts'

let room: Room
beforeAll(async () => {
  room = await openRoom()
}, 120_000)
afterAll(() => room?.close())

/** A call becomes an incident of this type at this place. */
const takes = async (desk: OperatorPage, words: string, type: string, address: string): Promise<void> => {
  await desk.page.keyboard.press('F2')
  await desk.waitForOpenCall()
  await desk.page.keyboard.press('1')
  await desk.chooseType(words, type)
  await desk.field('Alamat').fill(address)
  await desk.page.getByText('Tersimpan').waitFor()
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
    await expect.poll(() => placesOnBoard(desk), { timeout: 5_000 }).toEqual(['Jl. Pahlawan 8', 'Jl. Lodan Raya 12'])

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
    await expect.poll(() => placesOnBoard(desk), { timeout: 5_000 }).toEqual(['Jl. Pahlawan 8', 'Jl. Lodan Raya 12'])

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
    await expect.poll(() => placesOnBoard(desk), { timeout: 5_000 }).toEqual(['Jl. Pahlawan 8', 'Jl. Lodan Raya 12'])

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
    await expect.poll(() => first.isChecked(), { timeout: 5_000 }).toBe(true)
    expect(await guidance.getByRole('checkbox').count()).toBe(3)
    await page.getByText('EN', { exact: true }).click()
    await page.getByText(/^Do not move them unless there is fire/).waitFor()
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 120_000)

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
  }, 120_000)
})
