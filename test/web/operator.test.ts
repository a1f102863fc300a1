import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OperatorPage } from './support/operator-page.ts'
import { openRoom, type Room } from './support/room.ts'

let room: Room
beforeAll(async () => {
  room = await openRoom()
}, 180_000)
afterAll(() => room?.close())

describe('an operator at the page', () => {
  it('takes a fire from the first ring to the archive', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    await expect.poll(() => page.getByText(/GLADI: latihan/).isVisible()).toBe(true)

    await page.keyboard.press('n')
    await desk.field('Nomor penelepon').fill('+62 000 0000 0001')
    await page.keyboard.press('Enter')
    await page.getByText('Belum pernah menelepon sebelumnya.').waitFor()
    await page.keyboard.press('1')

    await desk.field('Jenis kejadian').waitFor()
    await page.keyboard.press('F9')
    await page.getByRole('alert').filter({ hasText: 'Belum dikirim' }).waitFor()
    await desk.chooseType('kobong', 'Kebakaran bangunan/rumah')
    await desk.field('Kelurahan / kecamatan').fill('Bandarharjo, Semarang Utara')
    await desk.field('Alamat').fill('Jl. Lodan <gang> & permukiman')
    await desk.field('Titik koordinat').fill('https://www.google.com/maps?q=-6.9592,110.4175')
    await desk.field('Keadaan di lokasi').fill('Api di atap')
    await page.getByText('Api', { exact: true }).click()
    await desk.field('Luka').fill('1')
    await page.getByText('Tersimpan', { exact: true }).waitFor()
    await page.getByText('Belum terisi: f, g').waitFor()

    await desk.answerUnknown('Dapat dilalui roda empat')
    await desk.answerUnknown('Penanganan sementara')
    await page.keyboard.press('F8')
    await page.getByText(/Dinyatakan lengkap/).waitFor()
    await desk.tick('PMI')
    await page.getByText('karena ada korban luka').waitFor()
    await desk.button('Kirim ke 5 OPD').click()

    // the place is in the area of a fire station with a group of its own
    const damkar = await room.group('DAMKAR/pos/UTARA')
    await damkar.sees('Jl. Lodan <gang> & permukiman').presses('Meluncur')
    await desk.seesStatus('DAMKAR', 'Meluncur')
    const pln = await room.group('PLN')
    await pln.sees('KEBAKARAN').presses('Tidak bisa')
    await pln.sees('KEBAKARAN', { with: 'Tidak ada unit' }).presses('Tidak ada unit')
    await desk.seesStatus('PLN', 'Menolak')
    await desk.button('Sudah ditindaklanjuti: OPD menolak: PLN').click()

    await desk.record('DINKES', 'Kami tangani')
    await desk.record('DINKES', 'Selesai')
    await desk.button('Bebaskan laporan DINKES').click()
    await desk.dialogFill('Alasan', 'Pasien diantar keluarga', 'Bebaskan laporan')
    await desk.seesStatus('DINKES', 'Laporan dibebaskan')
    await desk.record('PMI', 'Kami tangani')
    await desk.standDown('PMI', 'Tidak diperlukan lagi')
    await desk.seesStatus('PMI', 'Ditarik')

    await desk.record('DAMKAR', 'Tiba di lokasi')
    await desk.record('DAMKAR', 'Selesai')
    await desk.report('DAMKAR', 'Api padam')
    await desk.button('Kembalikan laporan DAMKAR').click()
    await desk.dialogFill('Catatan untuk petugas', 'Sebutkan penyebabnya', 'Kembalikan laporan')
    await desk.seesStatus('DAMKAR', 'Selesai, menunggu laporan')
    await page.getByText('laporan DAMKAR belum diterima').waitFor()
    expect(await desk.button('Tutup kejadian').isDisabled()).toBe(true)
    await desk.report('DAMKAR', 'Api padam, penyebab kompor')
    await desk.button('Terima laporan DAMKAR').dblclick()
    await desk.button('Tutup kejadian').click()
    await page.getByText('Diarsipkan', { exact: true }).first().waitFor()

    await page.getByRole('link', { name: 'Arsip' }).click()
    await page.getByLabel('Cari nomor atau kata').fill('kompor')
    await page.getByRole('link', { name: /^Buka arsip SMG-/ }).click()
    await page.getByText('Api padam, penyebab kompor').waitFor()
    expect(await desk.field('Alamat').getAttribute('readonly')).not.toBeNull()
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)

  it('shows a limit in its colour as service time passes, to a supervisor with "Saya tangani"', async () => {
    const desk = await room.signIn('supervisor')
    const { page } = desk
    await desk.button('Panggilan baru').click()
    await desk.waitForOpenCall()
    await page.keyboard.press('1')
    await desk.chooseType('pohon', 'Pohon tumbang')
    await desk.field('Alamat').fill('Jl. Pahlawan')
    await desk.button(/^Kirim ke 2 OPD/).click()
    await desk.seesStatus('DISPERKIM', 'Menunggu jawaban')

    const clock = page.locator('.clock', { hasText: 'DISPERKIM · Tindak lanjut petugas call center' })
    expect(await clock.getAttribute('data-tone')).toBe('calm')
    await room.forward(page, 140_000)
    await expect.poll(() => clock.getAttribute('data-tone')).toBe('amber')
    await room.forward(page, 60_000)
    await expect.poll(() => clock.getAttribute('data-tone')).toBe('red')
    await page.getByRole('button', { name: 'Saya tangani: DISPERKIM · Tindak lanjut petugas call center' }).click()
    await clock.getByText(/Peringatan senyap sampai/).waitFor()
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)

  it('records ghost, prank and information calls, and speaks English by a switch', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    for (const key of ['2', '3']) {
      await desk.button('Panggilan baru').click()
      await desk.waitForOpenCall()
      await page.keyboard.press(key)
      await page.getByText('Selesai tanpa kejadian').waitFor()
    }
    await desk.button('Panggilan baru').click()
    await desk.waitForOpenCall()
    await page.keyboard.press('4')
    await page.getByRole('tab', { name: 'Jawaban sendiri' }).click()
    await desk.field('Pokok pertanyaan').fill('Jadwal SIM keliling')
    await desk.field('Jawaban yang diberikan').fill('Silakan hubungi Satpas')
    await desk.button('Catat jawaban').click()
    await page.getByText('Silakan hubungi Satpas').waitFor()
    await page.getByText('EN', { exact: true }).click()
    await page.getByText('Answer given:').waitFor()
    await page.getByRole('button', { name: 'End call' }).click()
    await page.getByText(/^Call ended/).waitFor()
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)

  it('keeps what was typed while the line is down, and says so', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    await desk.button('Panggilan baru').click()
    await desk.waitForOpenCall()
    await page.keyboard.press('1')
    await desk.field('Patokan').waitFor()
    await page.route('**/intake', route => route.abort())
    await desk.field('Patokan').fill('dekat jembatan')
    await page.getByText(/Belum terkirim: jaringan terputus/).waitFor({ timeout: 15_000 })
    await page.unroute('**/intake')
    await page.reload()
    await expect.poll(() => desk.field('Patokan').inputValue()).toBe('dekat jembatan')
    await page.getByText('Tersimpan', { exact: true }).waitFor()
    await desk.close()
  }, 180_000)

  it('lets the administrator add an agency, pair its group and make a sign-in link', async () => {
    const desk = await room.signIn('administrator')
    const { page } = desk
    await page.getByRole('link', { name: 'Administrasi' }).click()
    await page.getByRole('tab', { name: 'OPD' }).click()
    await desk.button('Tambah OPD').click()
    await desk.dialogFill('Kode', 'UJI')
    await desk.dialogFill('Nama', 'Dinas Uji', 'Simpan')
    await page.getByRole('tab', { name: 'Kode pasang' }).click()
    await desk.field('OPD').click()
    await page.getByRole('option', { name: 'UJI – Dinas Uji' }).click()
    await desk.button('Buat kode').click()
    const typed = await page.locator('code', { hasText: '/pasang' }).textContent()

    const sari = await room.driver.createUser({ firstName: 'Sari' })
    const chat = await room.driver.createChat({ title: 'Grup Uji', members: [sari.id] })
    await room.driver.say(chat.id, { as: sari.id, text: typed ?? '' })
    await page.getByText('sudah dipakai').waitFor()
    await page.getByRole('tab', { name: 'Kanal' }).click()
    await page
      .getByRole('row', { name: /Grup Uji/ })
      .getByText('Sehat')
      .waitFor()

    await page.getByRole('tab', { name: 'Pengguna' }).click()
    await desk.button('Buat tautan masuk untuk Operator Gladi').click()
    const link = await page.getByRole('textbox', { name: 'Tautan masuk untuk Operator Gladi' }).inputValue()
    const guest = await OperatorPage.open(room.browser, link, 'SMG')
    // the link opens a page with a button: a preview that opens it must not use it up
    await guest.button(/^Masuk/).click()
    await guest.button('Menu pengguna: Operator Gladi').waitFor()
    await guest.close()
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)

  it('asks for sign-in when nobody is, and refuses a wrong password in words', async () => {
    const desk = await OperatorPage.open(room.browser, room.url, 'SMG')
    const { page } = desk
    await desk.field('Nama pengguna').fill('Operator Gladi')
    await desk.field('Kata sandi').fill('bukan-sandi-itu')
    await desk.button('Masuk').click()
    await page.getByRole('alert').waitFor()
    await desk.close()
  }, 30_000)
})
