import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmergencyScenario, isEmergency } from '../../src/scenarios/scenario.ts'
import { semarangScenarios } from '../../src/scenarios/semarang.ts'
import { goesToScene, reports } from './support/crew.ts'
import { KeysOnly } from './support/keys-only.ts'
import type { OperatorPage } from './support/operator-page.ts'
import { openRoom, type Room } from './support/room.ts'
import { answersAndRefers, rings, takesCall } from './support/takes-call.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

let room: Room
let desk: OperatorPage
let keys: KeysOnly
beforeAll(async () => {
  room = await openRoom()
  desk = await room.signIn('operator')
  keys = await KeysOnly.at(desk)
}, 180_000)
afterAll(() => room?.close())

const call = (id: string): EmergencyScenario => {
  const found = semarangScenarios.find(scenario => scenario.id === id)
  if (!found || !isEmergency(found)) throw new Error(`no emergency call ${id}`)
  return found
}

/** The call taker's part from the ring to the alert, by keys. */
const takesAndSends = async (scenario: EmergencyScenario): Promise<void> => {
  await takesCall(keys, scenario)
  await keys.press('F8')
  await desk.page.getByText(/Dinyatakan lengkap/).waitFor()
  await desk.planIsReady()
  await keys.press('F9')
  await desk.page.locator('li.assignment').first().waitFor()
}

const number = async (): Promise<string> =>
  /SMG-\d{6}-\d+/.exec((await desk.page.locator('.incident-title').textContent()) ?? '')?.[0] ?? 'no number'
const menu = async (item: string): Promise<void> => {
  await desk.button('Tindakan lain').click()
  await desk.page.getByRole('menuitem', { name: item, exact: true }).click()
}
const status = (words: string) => desk.page.locator('.incident-title').getByText(words, { exact: true }).waitFor()
const closes = async (): Promise<void> => {
  await desk.button('Tutup kejadian').click()
  // crews that pressed everything within seconds have used up what a group takes in a minute
  await desk.page.locator('.incident-title').getByText('Diarsipkan', { exact: true }).waitFor({ timeout: 90_000 })
}

/** One day at the 112 of Semarang through the page alone; only the crews are elsewhere, in their groups. */
describe.sequential('a day in Semarang', () => {
  it('01: takes a burning house by keys alone, up to the alert and the end of the call', async () => {
    await takesAndSends(call('01'))
    await desk.button('Akhiri panggilan').waitFor()
    await keys.chooses('button', 'Akhiri panggilan')
    await desk.page.getByText(/Panggilan berakhir/).waitFor()
    await keys.mouseRests()
  }, 90_000)

  it('01: one agency declines, one is silent until it is rung up, a slip is undone, reports come, the incident is archived', async () => {
    const { page } = desk
    const card = call('01').address
    const damkar = await room.crew(desk, 'DAMKAR')
    await damkar.sees(card, { with: 'Kami tangani' }).presses('Kami tangani')
    await desk.seesStatus('DAMKAR', 'Ditangani')
    const pln = await room.group('PLN')
    await pln.sees(card).presses('Tidak bisa')
    await pln.sees(card, { with: 'Tidak ada unit' }).presses('Tidak ada unit')
    await desk.seesStatus('PLN', 'Menolak')
    await desk.button('Sudah ditindaklanjuti: OPD menolak: PLN').click()

    // silence: the duty officer's turn comes, then the telephone
    await room.forward(page, 61_000)
    await room.forward(page, 61_000)
    await desk.button('DINKES lewat telepon: Tidak diangkat').click()
    await page.getByText(/sudah dicoba 1 kali/).waitFor()
    await desk.button('DINKES lewat telepon: Kami tangani').click()
    await desk.seesStatus('DINKES', 'Ditangani')

    // DAMKAR's thumb slips
    await damkar.sees(card, { with: 'Meluncur' }).presses('Meluncur')
    await desk.seesStatus('DAMKAR', 'Meluncur')
    await desk.button('Urungkan langkah terakhir DAMKAR').click()
    await desk.seesStatus('DAMKAR', 'Ditangani')

    for (const action of ['Tiba di lokasi', 'Selesai']) await desk.record('DINKES', action)
    await desk.report('DINKES', 'Satu luka ringan, dirawat di tempat')
    await desk.button('Terima laporan DINKES').click()
    await desk.seesStatus('DINKES', 'Laporan diterima')
    for (const button of ['Meluncur', 'Tiba di lokasi']) await damkar.sees(card, { with: button }).presses(button)
    await reports(damkar, card, 'Api padam, penyebab kompor.\nKorban: 1 luka\nUnit: 2 mobil')
    await desk.button('Terima laporan DAMKAR').dblclick()
    await closes()
  }, 240_000)

  it('01: a fire that flares up again is reopened, gets one more agency, and is closed a second time', async () => {
    await menu('Buka kembali')
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Buka kembali' }).click()
    await status('Sedang ditutup')
    await desk.button('Tambah OPD lain').click()
    await desk.page.getByRole('combobox', { name: 'Cari OPD…' }).click()
    await desk.page.keyboard.type('PDAM')
    await desk.page.getByRole('option', { name: /^PDAM/ }).click()
    await desk.button('Kirim').click()
    await desk.seesStatus('PDAM', 'Menunggu jawaban')
    const pdam = await room.group('PDAM')
    await goesToScene(pdam, call('01').address)
    await reports(pdam, call('01').address, 'Hidran dibuka, air cukup')
    await desk.button('Terima laporan PDAM').click()
    await closes()
  }, 240_000)

  it('07: the only agency has no unit; the next proposal takes its place by one press', async () => {
    const snake = call('07')
    await takesAndSends(snake)
    const damkar = await room.crew(desk, 'DAMKAR')
    await damkar.sees(snake.address).presses('Tidak bisa')
    await damkar.sees(snake.address, { with: 'Tidak ada unit' }).presses('Tidak ada unit')
    await desk.button('Kirim BKSDA menggantikan DAMKAR').click()
    await desk.seesStatus('BKSDA', 'Menunggu jawaban')
    const bksda = await room.group('BKSDA')
    await goesToScene(bksda, snake.address)
    await desk.seesStatus('BKSDA', 'Di lokasi')
    const alarms = desk.page.getByRole('region', { name: 'Perlu perhatian' })
    for (const button of await alarms.getByRole('button', { name: /^Sudah ditindaklanjuti/ }).all())
      await button.click()
    await reports(bksda, snake.address, 'Ular sanca ditangkap')
    await desk.button('Terima laporan BKSDA').click()
    await closes()
  }, 240_000)

  it('03 and 13: a second caller is attached, found to mean another crash, detached, and merged after all', async () => {
    const { page } = desk
    const [crash, again] = [call('03'), call('13')]
    await takesAndSends(crash)
    const first = await number()
    await takesCall(keys, again)
    const similar = page.getByRole('region', { name: 'Mungkin kejadian yang sama' })
    await similar.getByText('Sangat mirip').waitFor()
    await keys.press('F4')
    await page.locator('[role="dialog"] input:focus').waitFor()
    await keys.press('Enter')
    await page.getByRole('region', { name: 'Pelapor lain (1)' }).waitFor()
    expect(await number()).toBe(first)
    await page.getByRole('region', { name: 'Keterangan pelapor berbeda' }).waitFor()

    await page.getByRole('region', { name: 'Pelapor lain (1)' }).getByRole('link').click()
    await desk.button('Lepas dari kejadian').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Lepas dari kejadian' }).click()
    await status('Sedang diisi')
    const second = await number()
    expect(second).not.toBe(first)
    expect(await desk.field('Alamat').inputValue()).toBe(again.address)

    await menu('Gabungkan ke kejadian lain')
    const dialog = page.getByRole('dialog')
    // the likeliest is chosen already
    await dialog.getByRole('button', { name: `Gabungkan ke ${first}` }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(number).toBe(first)
    await page.getByRole('region', { name: 'Pelapor lain (1)' }).waitFor()
    await page.goBack()
    await status('Digabung')
    await page.locator('.incident-title').getByRole('link', { name: first }).click()
    await expect.poll(number).toBe(first)
  }, 240_000)

  it('09: a search goes on for days: reminders rest, SITREPs are asked for and written down, then it ends', async () => {
    const { page } = desk
    const sea = call('09')
    await takesAndSends(sea)
    const basarnas = await room.group('BASARNAS')
    await goesToScene(basarnas, sea.address)
    await desk.seesStatus('BASARNAS', 'Di lokasi')
    await menu('Mulai operasi lanjutan')
    await page.getByRole('dialog').getByRole('button', { name: 'Mulai operasi lanjutan' }).click()
    const operation = page.getByRole('region', { name: 'Operasi lanjutan' })
    await operation.getByText(/Peringatan dijeda/).waitFor()
    await room.forward(page, 12 * hourMs + minuteMs)
    await basarnas.sees('🧭 SITREP').replies('Dua kapal menyisir 4 mil ke timur')
    await operation.getByText(/^BASARNAS.*SITREP terakhir/).waitFor()
    await basarnas.sees(/SITREP .* diterima/)
    // the second turn is told by radio
    await room.forward(page, 12 * hourMs)
    await desk.button('Catat SITREP BASARNAS').click()
    await desk.dialogFill('Isi SITREP', 'Nelayan ditemukan selamat', 'Catat SITREP')
    await page
      .getByRole('region', { name: 'Jejak kejadian' })
      .getByText(/Nelayan ditemukan selamat/)
      .waitFor()
    await menu('Akhiri operasi lanjutan')
    await page.getByRole('dialog').getByRole('button', { name: 'Akhiri operasi lanjutan' }).click()
    await operation.waitFor({ state: 'hidden' })
  }, 240_000)

  it('a snake beyond the border is offered to the neighbour, refused once, then taken', async () => {
    const { page } = desk
    const snake = {
      ...call('07'),
      address: 'Jl. Perbatasan 1',
      caller: { name: 'Pelapor Contoh 21', phone: '+620000000021' },
    }
    await takesCall(keys, snake)
    await keys.press('F8')
    await page.getByText(/Dinyatakan lengkap/).waitFor()
    const offers = async (reason: string): Promise<void> => {
      await menu('Serahkan ke pusat tetangga')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('combobox', { name: 'Diserahkan kepada' }).click()
      await page.getByRole('option', { name: /Cilegon/ }).click()
      await desk.dialogFill('Alasan', reason, 'Serahkan')
    }
    const neighbour = await room.signIn('dispatcher', 'CLG')
    const received = neighbour.page.getByRole('region', { name: 'Penyerahan ke pusat tetangga' })
    await offers('Lokasi di wilayah tetangga')
    const item = neighbour.page.locator('a.board-item', { hasText: 'Jl. Perbatasan 1' })
    await item.click()
    await received.getByText(/^Dari SMG \(SMG-.*Lokasi di wilayah tetangga/).waitFor()
    await received.getByRole('button', { name: 'Kembalikan ke pusat asal' }).click()
    await neighbour.dialogFill('Alasan', 'Masih di wilayah Semarang', 'Kembalikan ke pusat asal')
    const offer = page.getByRole('region', { name: 'Penyerahan ke pusat tetangga' })
    await offer.getByText('Tidak diterima.').waitFor()
    await offer.getByText(/Masih di wilayah Semarang/).waitFor()
    await desk.button('Sudah ditindaklanjuti: Pusat tetangga tidak menerima').click()

    await offers('Sudah dipastikan lewat radio')
    await item.click()
    await neighbour.button('Ambil kejadian').click()
    await neighbour.page.locator('.incident-title').getByText('Diambil dispatcher').waitFor()
    await offer.getByText('Sudah diambil.').waitFor()
    await status('Diserahkan')
    expect(neighbour.problems).toEqual([])
    await neighbour.close()
  }, 240_000)

  it('10 and 12: a prank is over by one key; a question is answered and referred', async () => {
    const { page } = desk
    await rings(keys, '+620000000010')
    await keys.press('3')
    await page.getByText('Selesai tanpa kejadian').waitFor()
    await rings(keys, '+620000000012')
    await keys.press('4')
    await answersAndRefers(keys, 'listrik padam', 'Listrik padam')
    await page
      .getByText(/Gangguan listrik dilaporkan ke PLN 123/)
      .first()
      .waitFor()
    await page.getByLabel('Rujukan ke PLN').getByText('Menunggu konfirmasi').waitFor()
    await keys.press('F10')
    await page.getByText(/Panggilan berakhir/).waitFor()
  }, 180_000)

  it('ends with nothing wrong on the page', () => {
    expect(desk.problems).toEqual([])
  })
})
