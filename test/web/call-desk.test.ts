import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OperatorPage } from './support/operator-page.ts'
import { barriers, openRoom, type Room } from './support/room.ts'

let room: Room
beforeAll(async () => {
  room = await openRoom()
}, 180_000)
afterAll(() => room?.close())

/** Opens a call by its key and writes down the number. */
const rings = async (desk: OperatorPage, number: string): Promise<void> => {
  await desk.page.keyboard.press('n')
  await desk.waitForOpenCall()
  await desk.field('Nomor penelepon').fill(number)
  await desk.page.keyboard.press('Enter')
  await desk.page
    .getByRole('region', { name: 'Nomor ini' })
    .getByText(/Belum pernah|sebelumnya/)
    .first()
    .waitFor()
}

const fillsFire = async (desk: OperatorPage, injured: string): Promise<void> => {
  await desk.chooseType('kobong', 'Kebakaran bangunan/rumah')
  await desk.field('Alamat').fill('Jl. Lodan Raya 12')
  await desk.field('Titik koordinat').fill('-6.9592, 110.4175')
  await desk.field('Luka').fill(injured)
  await desk.page.getByText('Tersimpan', { exact: true }).waitFor()
}

describe('the call desk by its keys', () => {
  it('sees silent calls add up, rings back, gives up or speaks', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    for (const _ of [1, 2, 3]) {
      await rings(desk, '+62 000 0000 0007')
      await page.keyboard.press('2')
      await page.getByText('Selesai tanpa kejadian').waitFor()
    }
    await rings(desk, '+62 000 0000 0007')
    await page.getByText('Panggilan hening ke-4 dalam 10 menit: telepon balik, mungkin tidak bisa bicara.').waitFor()
    await page.getByText('3 hening').waitFor()
    await page.getByText('Nomor ini menunggu ditelepon balik.').waitFor()
    expect(await barriers(page)).toEqual([])
    // the number is a part of the open call: it stays there for whoever follows up
    await page.keyboard.press('b')

    const task = page.getByRole('region', { name: /^Telepon balik: / })
    await task.getByText('belum dicoba').waitFor()
    expect(await desk.button(/^Hentikan: /).isDisabled()).toBe(true)
    for (const tried of ['sudah dicoba 1 kali', 'sudah dicoba 2 kali', 'sudah dicoba 3 kali']) {
      await desk.button(/^Tidak diangkat: /).click()
      await task.getByText(tried).waitFor()
    }
    expect(await barriers(page)).toEqual([])
    await desk.button(/^Hentikan: /).click()
    await desk.dialogFill('Catatan', 'Tiga kali tidak diangkat', 'Hentikan')
    await task.getByText('Dihentikan', { exact: true }).waitFor()
    await task.getByText(/Tiga kali tidak diangkat/).waitFor()
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)

  it('attaches a second caller by one key, asks only what is new, and settles what they do not agree about', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    await rings(desk, '+62 000 0000 0021')
    await page.keyboard.press('1')
    await fillsFire(desk, '1')
    await desk.button(/^Kirim ke /).click()
    await desk.seesStatus('DAMKAR', 'Menunggu jawaban')

    await rings(desk, '+62 000 0000 0033')
    await page.keyboard.press('1')
    const similar = page.getByRole('region', { name: 'Mungkin kejadian yang sama' })
    await similar.getByText(/Belum ada yang mirip/).waitFor()
    await fillsFire(desk, '1')
    await similar.getByText('Sangat mirip').waitFor()
    await similar.getByText(/baru saja · 0 m · jenis sama · 1 pelapor/).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('F4')
    await page.locator('[role="dialog"] input:focus').waitFor()
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')

    const conflicts = page.getByRole('region', { name: 'Keterangan pelapor berbeda' })
    await conflicts.getByRole('button', { name: 'Pakai Korban: Luka: 3' }).click()
    await conflicts.waitFor({ state: 'hidden' })
    await expect.poll(() => desk.field('Luka').inputValue()).toBe('3')
    await page
      .getByRole('region', { name: 'Pelapor lain (1)' })
      .getByText(/Luka 3/)
      .waitFor()
    expect(await page.locator('a.board-item[data-incident]').count()).toBe(1)

    // the first caller rings again about the same thing: nothing is asked
    await rings(desk, '+62 000 0000 0021')
    await page.getByRole('button', { name: /^Lekatkan ke / }).waitFor()
    await page.keyboard.press('5')
    await page.getByRole('region', { name: 'Pelapor lain (2)' }).getByText('menelepon lagi').waitFor()
    expect(await barriers(page)).toEqual([])
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)

  it('records by one key which answer was given, refers with a ticket, and corrects a wrong class', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    await rings(desk, '+62 000 0000 0055')
    await page.keyboard.press('3')
    await page.getByText('Selesai tanpa kejadian').waitFor()
    await desk.button('Koreksi golongan').click()
    await page.getByRole('menuitem', { name: 'Jadikan Informasi' }).click()
    await page.getByText('Golongan dikoreksi: Iseng → Informasi, oleh Operator Gladi').waitFor()

    await page.keyboard.type('pdam')
    await page.getByRole('option', { name: /PDAM/ }).first().waitFor()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('Gangguan air dan pipa bocor dilaporkan ke PDAM.').waitFor()
    expect(await desk.field('Diteruskan kepada').inputValue()).toBe('PDAM')
    await page.getByLabel('Nomor tiket (tidak wajib)').fill('A-112')
    await desk.button('Catat penerusan').click()
    await page.getByText('tiket A-112').waitFor()

    await page.getByRole('link', { name: 'Tindak lanjut' }).click()
    await desk.button('Sudah diterima PDAM').click()
    await desk.dialogFill('Diterima oleh (tidak wajib)', 'Bu Rini', 'Sudah diterima')
    await page.getByText('Tidak ada rujukan yang menunggu konfirmasi.').waitFor()
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)
})
