import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OperatorPage } from './support/operator-page.ts'
import { barriers, openRoom, type Room } from './support/room.ts'

let room: Room
beforeAll(async () => {
  room = await openRoom()
}, 180_000)
afterAll(() => room?.close())

const normalCall = async (desk: OperatorPage): Promise<void> => {
  await desk.page.keyboard.press('n')
  await desk.waitForOpenCall()
  await desk.page.keyboard.press('1')
  await desk.field('Alamat').waitFor()
}
const point = (desk: OperatorPage) => desk.field('Titik koordinat').inputValue()

describe('places at the call desk', () => {
  it('finds "kaligawe" while it is typed; arrow and Enter fill address, district and point; nothing typed is lost', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    await normalCall(desk)
    await desk.field('Alamat').focus()
    await page.keyboard.type('jl kaligw')
    const list = page.getByRole('listbox', { name: 'Usulan tempat' })
    await list.getByRole('option', { name: /Jl\. Raya Kaligawe/ }).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await list.waitFor({ state: 'hidden' })
    await expect.poll(() => desk.field('Alamat').inputValue()).toBe('Jl. Raya Kaligawe')
    expect(await desk.field('Kelurahan / kecamatan').inputValue()).toBe('Kec. Genuk')
    expect(await point(desk)).toBe('-6.9565, 110.4595')

    // a precise point from the caller's phone stays when a landmark is picked
    await desk.field('Titik koordinat').fill('-6.9551, 110.4609')
    await desk.field('Patokan').focus()
    await page.keyboard.type('sultan')
    await list.getByRole('option', { name: /RSI Sultan Agung/ }).click()
    await expect.poll(() => desk.field('Patokan').inputValue()).toBe('RSI Sultan Agung')
    expect(await point(desk)).toBe('-6.9551, 110.4609')
    await desk.button(/^Titik koordinat → -6.9555/).click()
    await expect.poll(() => point(desk)).toBe('-6.9555, 110.4612')

    // free text stays what it is: Enter takes nothing that no arrow chose
    await desk.field('Alamat').fill('Jl. Raya Kaligawe km 4')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.getByText('Tersimpan', { exact: true }).waitFor()
    expect(await desk.field('Alamat').inputValue()).toBe('Jl. Raya Kaligawe km 4')
    await page.getByText('Pos Genuk', { exact: false }).first().waitFor()
    expect(await barriers(page)).toEqual([])
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)

  it('tells of an earlier incident within 50 m, and of a point far from the city', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    await normalCall(desk)
    await desk.field('Titik koordinat').fill('-6.9556, 110.4612')
    await page.getByText('Kejadian terdahulu dalam 50 m').waitFor()
    await page.locator('.point-earlier').getByText('11 m').waitFor()
    await desk.field('Titik koordinat').fill('-2.5, 112')
    await page.getByText(/di luar wilayah pusat layanan/).waitFor()
    await page.getByText('Tersimpan', { exact: true }).waitFor()
    expect(await barriers(page)).toEqual([])
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)
})

describe('the map', () => {
  it('sets a point by a click, and by the keys at its cross; the exactness follows the zoom', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    await normalCall(desk)
    await desk.button('Pilih di peta').click()
    const map = page.getByRole('application', { name: /^Peta untuk menaruh titik/ })
    await map.getByText('Mijen', { exact: true }).waitFor()
    await map.click({ position: { x: 60, y: 60 } })
    await page.locator('.map-point').waitFor()
    const clicked = await point(desk)
    expect(clicked).toMatch(/^-[67]\.\d+, 110\.\d+$/)
    expect(await desk.field('Ketelitian').inputValue()).toMatch(/^± (3 km|1 km|500 m)$/)

    await map.focus()
    for (const key of ['+', '+', '+', '+', '+', '+', '+', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
    await expect.poll(() => point(desk)).not.toBe(clicked)
    expect(await desk.field('Ketelitian').inputValue()).not.toMatch(/km/)
    await page.getByText('Tersimpan', { exact: true }).waitFor()
    expect(await barriers(page)).toEqual([])
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)

  it('shows open incidents by M, as marks and as a list, and leads to one of them and back', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    await page.getByText('Siap menerima panggilan').waitFor()
    await page.keyboard.press('m')
    const list = page.getByRole('navigation', { name: 'Peta kejadian terbuka' })
    await list.getByText(/^Di peta \(\d+\)$/).waitFor()
    await page.getByText('Batas wilayah kira-kira, digambar tangan').waitFor()
    const marks = page.locator('.map-stage .leaflet-marker-pane .map-mark')
    expect(await marks.count()).toBe(await list.locator('ul').first().locator('a').count())
    expect(await barriers(page)).toEqual([])

    const first = list.getByRole('link').first()
    await first.focus()
    await page.locator('.map-mark-pointed').waitFor()
    await page.keyboard.press('Enter')
    await desk.field('Titik koordinat').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('h1').first().click()
    await page.keyboard.press('m')
    await page.getByText('Di peta', { exact: false }).first().waitFor()
    await desk.button('Kembali ke meja').click()
    await desk.field('Titik koordinat').waitFor()
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)
})

describe('the administrator', () => {
  const file = (name: string, mimeType: string, text: string) => ({ name, mimeType, buffer: Buffer.from(text) })

  it('imports place names after a look at the faulty row, and boundaries after a look at the map', async () => {
    const desk = await room.signIn('administrator')
    const { page } = desk
    await page.goto(`${room.url}/#/admin/places`)
    const names = page.getByRole('region', { name: 'Nama tempat' })
    await names.getByText(/bawaan gladi/).waitFor()
    const csv =
      'jenis;nama;kecamatan;lat;lng\ntempat;Lawang Sewu;Semarang Tengah;-6,9839;110,4105\ntempat;Tertukar;;110,4;-6,9\n'
    await names.getByLabel('Berkas CSV').setInputFiles(file('tempat.csv', 'text/csv', csv))
    await names.getByText(/2 baris terbaca · 1 baru · 0 berubah · 0 sama · 1 bermasalah, dilewati/).waitFor()
    await names.getByRole('row', { name: /^3 Lintang dan bujur tertukar/ }).waitFor()
    expect(await barriers(page)).toEqual([])
    await desk.button('Impor 1 tempat').click()
    await names.getByText(/oleh Administrator Gladi/).waitFor()

    const outlines = page.getByRole('region', { name: 'Batas wilayah' })
    const ring = [
      [110.4, -7],
      [110.45, -7],
      [110.45, -6.95],
      [110.4, -7],
    ]
    const feature = {
      type: 'Feature',
      properties: { NAMOBJ: 'Wilayah Uji' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }
    const geojson = JSON.stringify({ type: 'FeatureCollection', features: [feature] })
    await outlines.getByLabel('Berkas GeoJSON').setInputFiles(file('batas.geojson', 'application/geo+json', geojson))
    await outlines.getByText('Wilayah Uji', { exact: true }).waitFor()
    expect(await barriers(page)).toEqual([])
    await desk.button('Pakai 1 wilayah').click()
    await outlines.getByText(/^1 buah, diimpor/).waitFor()
    expect(desk.problems).toEqual([])
    await desk.close()

    const operator = await room.signIn('operator')
    await normalCall(operator)
    await operator.field('Patokan').focus()
    await operator.page.keyboard.type('lawang')
    await operator.page.getByRole('option', { name: /Lawang Sewu/ }).waitFor()
    expect(operator.problems).toEqual([])
    await operator.close()
  }, 90_000)
})
