import { afterAll, beforeAll, expect, it } from 'vitest'
import { barriers, openRoom, type Room } from './support/room.ts'

let room: Room
beforeAll(async () => {
  room = await openRoom()
}, 180_000)
afterAll(() => room?.close())

it('an outage is over: the sheet from paper is entered, its gaps and contradictions told, and the incident printed', async () => {
  const desk = await room.signIn('dispatcher')
  const { page } = desk
  await page.getByRole('link', { name: 'Tindak lanjut' }).click()
  await page.getByRole('link', { name: 'Dari kertas' }).click()
  await page.getByRole('link', { name: 'Cetak formulir kosong' }).click()
  const sheet = page.getByRole('article', { name: 'FORMULIR PANGGILAN 112' })
  await sheet.getByRole('rowheader', { name: 'DAMKAR' }).waitFor()
  expect(await barriers(page)).toEqual([])
  expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000)
  await desk.button('Kembali').click()

  await desk.button('Masukkan').click()
  await page.getByText('Lengkapi yang ditandai.').waitFor()
  await expect.poll(() => page.getByText('Wajib diisi.').count()).toBe(2)
  await page.getByLabel('Tanggal', { exact: true }).fill('2026-01-05')
  await desk.field('Masuk').fill('23.10')
  await desk.field('Nomor penelepon').fill('+62 000 555')
  await page.getByRole('radiogroup', { name: 'Golongan' }).getByText('Normal').click()
  await desk.field('Keterangan lengkap').fill('23.14')
  await desk.field('OPD diberi tahu').fill('23.15')
  await desk.chooseType('pohon', 'Pohon tumbang')
  await desk.field('Alamat').fill('Jl. Pahlawan 8')
  await desk.button('Tambah OPD').click()
  await desk.field('OPD').click()
  await page.getByRole('option', { name: /DISPERKIM/ }).click()
  await desk.field('Diberi tahu').fill('23.16')
  await desk.field('Tiba').fill('23.40')
  await desk.field('Selesai').fill('0.20')
  await desk.field('Hasil').click()
  await page.getByRole('option', { name: 'Tertangani' }).click()
  await desk.field('Isi laporan').fill('Pohon dipotong, jalan bersih.')
  await desk.field('Kejadian selesai').fill('23.30')
  expect(await barriers(page)).toEqual([])

  // a reload loses nothing; the contradiction is told in the words of the form
  await page.reload()
  await desk.button('Masukkan').click()
  await page
    .getByRole('alert')
    .getByText(/Urutan waktu tidak mungkin.*“/)
    .waitFor()
  await desk.field('Kejadian selesai').fill('0.30')
  await desk.button('Masukkan').click()
  await page.getByText('Panggilan dari kertas sudah masuk.').waitFor()
  await page.getByRole('heading', { name: 'Pohon tumbang' }).waitFor()

  await desk.button('Tindakan lain').click()
  await page.getByRole('menuitem', { name: 'Cetak' }).click()
  const printed = page.getByRole('article', { name: /SMG-260105-001/ })
  await printed.getByText('Pohon dipotong, jalan bersih.').waitFor()
  await printed.getByText('+62 000 555').first().waitFor()
  expect(await barriers(page)).toEqual([])
  expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000)
  // the one refusal that the story asks for
  expect(desk.problems).toEqual([expect.stringContaining('422')])
})
