import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OperatorPage } from './support/operator-page.ts'
import { barriers, openRoom, type Room } from './support/room.ts'

let room: Room
beforeAll(async () => {
  room = await openRoom()
}, 180_000)
afterAll(() => room?.close())

const fallenTree = async (desk: OperatorPage, place: string): Promise<void> => {
  await desk.takes('pohon', 'Pohon tumbang')
  await desk.field('Alamat').fill(place)
  await desk.sendsByKey()
  await desk.seesStatus('DISPERKIM', 'Menunggu jawaban')
}

describe('an incident after its dispatch', () => {
  it('is talked about with the group, its press corrected, its units named, and goes to a neighbour and back', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    const card = page.locator('li.assignment[data-agency="DISPERKIM"]')
    const choose = async (item: string) => {
      await desk.button('Catat atas nama DISPERKIM').click()
      await page.getByRole('menuitem', { name: item, exact: true }).click()
    }
    await fallenTree(desk, 'Jl. Pahlawan 8')
    const crew = await room.group('DISPERKIM')
    await crew.sees('Jl. Pahlawan 8').presses('Meluncur')
    await card.getByText('terkirim dan dijawab').waitFor()

    await desk.field('Pesan ke grup OPD').fill('Akses dari sisi barat')
    await page.keyboard.press('Control+Enter')
    await crew.sees('Akses dari sisi barat').replies('Siap, lima menit lagi')
    const talk = page.getByRole('region', { name: 'Percakapan dengan OPD' })
    await talk.getByText('Siap, lima menit lagi').waitFor()
    await talk.getByText('DISPERKIM: terkirim').waitFor()

    await choose('Catat unit')
    await desk.dialogFill('Kode unit', 'Truk 1', 'Simpan')
    await desk.button('Truk 1: Meluncur').click()
    await card.getByText('Truk 1').waitFor()
    await card.locator('.unit time').waitFor()

    await choose('Koreksi langkah')
    const dialog = page.getByRole('dialog')
    expect(await barriers(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Koreksi Meluncur', exact: true }).click()
    await dialog.getByText('Langkah salah', { exact: true }).click()
    await dialog.getByRole('combobox', { name: 'Langkah' }).click()
    await page.getByRole('option', { name: 'Kami tangani' }).click()
    await dialog.getByLabel('Alasan koreksi').fill('Salah tekan')
    await dialog.getByRole('button', { name: 'Simpan koreksi' }).click()
    await dialog.getByText(/Langkah salah · semula Meluncur .* · Salah tekan/).waitFor()
    await page.keyboard.press('Escape')
    await card.locator('.marks').getByText('Kami tangani').waitFor()
    await card.locator('.marks').getByText('dikoreksi').waitFor()

    await desk.button('Tindakan lain').click()
    await page.getByRole('menuitem', { name: 'Serahkan ke pusat tetangga' }).click()
    await dialog.getByRole('combobox', { name: 'Diserahkan kepada' }).click()
    await page.getByRole('option', { name: /Cilegon/ }).click()
    await desk.dialogFill('Alasan', 'Lokasi di wilayah tetangga', 'Serahkan')
    const offer = page.getByRole('region', { name: 'Penyerahan ke pusat tetangga' })
    await offer.getByText('Menunggu jawaban. Kejadian ini masih milik kita.').waitFor()
    await offer.getByRole('button', { name: 'Tarik kembali' }).click()
    await offer.getByText('Ditarik kembali.').waitFor()
    expect(await barriers(page)).toEqual([])
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)
})

describe('a supervisor', () => {
  it('sees what climbs, answers the ping, keeps the duty list and hands the shift over', async () => {
    const desk = await room.signIn('supervisor')
    const { page } = desk
    await fallenTree(desk, 'Jl. Pemuda 3')
    await room.forward(page, 200_000)
    await page.getByRole('link', { name: 'Pengawas' }).click()
    const escalations = page.getByRole('region', { name: 'Eskalasi' })
    await escalations
      .getByRole('list', { name: /^Tangga kontak/ })
      .first()
      .waitFor()
    await escalations
      .getByRole('button', { name: /^Saya tangani: .* DISPERKIM · Tindak lanjut petugas call center$/ })
      .last()
      .click()
    await escalations
      .getByText(/^ditangani Supervisor Gladi sampai /)
      .first()
      .waitFor()
    await page.getByRole('row', { name: /Supervisor Gladi Supervisor 1/ }).waitFor()
    const answered = desk.button('DISPERKIM lewat telepon: Kami tangani')
    await answered.click()
    await answered.waitFor({ state: 'hidden' })
    await page.getByRole('region', { name: 'Hari ini' }).getByText('Kejadian selesai').waitFor()

    await desk.button('Tambah jaga').click()
    await desk.field('Siapa').click()
    await page.getByRole('option', { name: 'Operator Gladi (Operator)' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click()
    const shifts = page.getByRole('region', { name: 'Daftar jaga' })
    await shifts.getByText('Operator Gladi').waitFor()
    expect(await barriers(page)).toEqual([])

    await page.getByRole('checkbox', { name: /dipegang Supervisor Gladi/ }).check()
    await desk.field('Diserahkan kepada').click()
    await page.getByRole('option', { name: 'Operator Gladi (Operator)' }).click()
    await page.getByLabel('Pesan untuk penerima (tidak wajib)').fill('Menunggu DISPERKIM')
    await desk.button('Serahkan 1 kejadian').click()
    await page.getByText('1 kejadian diserahkan kepada Operator Gladi.').waitFor()
    await desk.button('Hapus jaga Operator Gladi').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hapus', exact: true }).click()
    await shifts.getByText('Belum ada yang tercatat untuk hari ini.').waitFor()
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)
})
