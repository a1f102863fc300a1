import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barriers, openRoom, type Room } from '../support/room.ts'

let room: Room
beforeAll(async () => {
  room = await openRoom()
}, 180_000)
afterAll(() => room?.close())

const openAgency = async (code: string) => {
  const desk = await room.signIn('administrator')
  await desk.page.getByRole('link', { name: 'Administrasi' }).click()
  await desk.page.getByRole('tab', { name: 'OPD' }).click()
  await desk.page.getByRole('link', { name: code, exact: true }).click()
  await desk.page.getByRole('heading', { name: new RegExp(`^${code} – `) }).waitFor()
  return desk
}

describe('an administrator on the page of an agency', () => {
  it('orders its numbers by keyboard, gives it times of its own, and finds it all stored', async () => {
    const desk = await openAgency('DAMKAR')
    const { page } = desk
    const first = await desk.field('Nomor piket 1').inputValue()
    await desk.button('Tambah nomor').click()
    await desk.field('Nomor piket 2').fill('+62 000 7001')
    await desk.field('Nomor piket 2').press('Alt+ArrowUp')
    expect(await desk.field('Nomor piket 1').inputValue()).toBe('+62 000 7001')
    await desk.button('Turunkan nomor 1').click()
    await desk.button('Naikkan nomor 2').click()
    await desk.field('Telepon komandan').fill('+62 000 7002')
    await desk.field('P1').fill('45')
    await desk.button('Simpan').click()
    await page.getByText('Data OPD tersimpan.').waitFor()
    await page.reload()
    // one way of writing for all numbers
    expect(await desk.field('Nomor piket 1').inputValue()).toBe('+620007001')
    expect(await desk.field('Nomor piket 2').inputValue()).toBe(first.replaceAll(' ', ''))
    expect(await desk.field('P1').inputValue()).toBe('45')
    // what was left empty stands there as the standard's
    expect(await desk.field('P2').inputValue()).toBe('120')
    expect(await desk.button('Simpan').isDisabled()).toBe(true)
    expect(await barriers(page)).toEqual([])
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)

  it('adds a post with its areas, corrects it, retires it, and goes on to pair its chat', async () => {
    const desk = await openAgency('DAMKAR')
    const { page } = desk
    const posts = page.getByRole('region', { name: 'Pos', exact: true })
    await desk.button('Tambah pos').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Kode').fill('barat')
    await dialog.getByLabel('Nama').fill('Pos Semarang Barat')
    await dialog.getByLabel('Kelurahan yang dilayani').fill('Krobokan')
    await page.keyboard.press('Enter')
    await dialog.getByLabel('Kecamatan yang dilayani').fill('Semarang Barat')
    await page.keyboard.press('Enter')
    await dialog.getByLabel('Titik koordinat').fill('-6.98, 110.39')
    expect(await barriers(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await posts.getByText('Krobokan, Kec. Semarang Barat').waitFor()

    await desk.button('Ubah Pos Semarang Barat').click()
    await dialog.getByRole('button', { name: 'Tambah nomor' }).click()
    await dialog.getByLabel('Nomor piket 1', { exact: true }).fill('+62 000 7003')
    await dialog.getByRole('switch', { name: 'Aktif' }).click()
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await posts.locator('[data-post="BARAT"]').getByText('Nonaktif').waitFor()
    await posts.getByText('+620007003').waitFor()

    await page.getByRole('region', { name: 'Chat terpasang' }).getByText('Grup OPD DAMKAR / UTARA').waitFor()
    await page.getByRole('link', { name: 'Buat kode pasang' }).click()
    await desk.field('Pos').click()
    // the retired post is not offered
    expect(await page.getByRole('option').allTextContents()).toEqual(['Pos Genuk', 'Pos Semarang Utara'])
    await page.getByRole('option', { name: 'Pos Genuk' }).click()
    await desk.button('Buat kode').click()
    await page.getByRole('heading', { name: 'Kode pasang baru: Grup OPD DAMKAR / GENUK' }).waitFor()
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)

  it('loses nothing when a colleague changes the same agency meanwhile', async () => {
    const [one, other] = [await openAgency('PMI'), await openAgency('PMI')]
    await other.field('Nama').fill('PMI Kota Semarang')
    await other.field('Telepon komandan').fill('+62 000 7004')
    await other.button('Simpan').click()
    await other.page.getByText('Data OPD tersimpan.').waitFor()

    await one.field('Nama').fill('Palang Merah Semarang')
    await one.button('Tambah nomor').click()
    await one.page
      .getByLabel(/^Nomor piket/)
      .last()
      .fill('+62 000 7005')
    await one.button('Simpan').click()
    const conflict = one.page.getByRole('alert').filter({ hasText: 'Diubah orang lain' })
    await conflict.getByText('Isian Anda: Palang Merah Semarang').waitFor()
    await conflict.getByText('Sekarang tersimpan: PMI Kota Semarang').waitFor()
    expect(await barriers(one.page)).toEqual([])
    // what only the colleague changed is there already
    expect(await one.field('Telepon komandan').inputValue()).toBe('+620007004')
    await one.button('Pakai yang tersimpan: Nama').click()
    await conflict.waitFor({ state: 'hidden' })
    expect(await one.field('Nama').inputValue()).toBe('PMI Kota Semarang')
    await one.button('Simpan').click()
    await one.page.getByText('Data OPD tersimpan.').waitFor()
    await one.page.reload()
    expect(
      await one.page
        .getByLabel(/^Nomor piket/)
        .last()
        .inputValue(),
    ).toBe('+620007005')
    // the refusal itself is a 409 in the browser's console
    expect(one.problems.filter(problem => !problem.includes('409'))).toEqual([])
    await one.close()
    await other.close()
  }, 180_000)
})
