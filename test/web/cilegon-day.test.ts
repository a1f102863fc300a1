import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cilegonScenarios } from '../../src/scenarios/cilegon.ts'
import { type EmergencyScenario, isEmergency } from '../../src/scenarios/scenario.ts'
import { goesToScene, reports } from './support/crew.ts'
import { KeysOnly } from './support/keys-only.ts'
import type { OperatorPage } from './support/operator-page.ts'
import { openRoom, type Room } from './support/room.ts'
import { answersAndRefers, rings, takesCall } from './support/takes-call.ts'

let room: Room
let operator: OperatorPage
let keys: KeysOnly
let dispatcher: OperatorPage
beforeAll(async () => {
  room = await openRoom()
  operator = await room.signIn('operator', 'CLG')
  keys = await KeysOnly.at(operator)
  dispatcher = await room.signIn('dispatcher', 'CLG')
}, 180_000)
afterAll(() => room?.close())

const call = (id: string): EmergencyScenario => {
  const found = cilegonScenarios.find(scenario => scenario.id === id)
  if (!found || !isEmergency(found)) throw new Error(`no emergency call ${id}`)
  return found
}

/** The operator's part, by keys: asks, says that it is complete, hangs up. The rest is the dispatcher's. */
const handsOff = async (scenario: EmergencyScenario): Promise<void> => {
  const { page } = operator
  await takesCall(keys, scenario)
  expect(await operator.button(/^Kirim ke/).count()).toBe(0)
  await keys.press('F8')
  await page.getByText(/Dinyatakan lengkap/).waitFor()
  await keys.chooses('button', 'Akhiri panggilan')
  await page.getByText(/Panggilan berakhir/).waitFor()
  await keys.mouseRests()
}

/** Finds it on the board, takes it and sends the proposal as it is. */
const takesAndSends = async (desk: OperatorPage, { address }: EmergencyScenario): Promise<void> => {
  await desk.page.locator('a.board-item', { hasText: address }).click()
  await desk.button('Ambil kejadian').click()
  await desk.sendsByKey()
  await desk.page.locator('li.assignment').first().waitFor()
}

/** Where what was closed stands on the page. */
const closed: string[] = []
const closes = async (desk: OperatorPage): Promise<void> => {
  await desk.button('Tutup kejadian').click()
  const onItsWay = desk.page.getByRole('status').filter({ hasText: 'Kejadian ditutup.' })
  await onItsWay.or(desk.page.locator('.incident-title').getByText('Diarsipkan', { exact: true })).waitFor()
  closed.push(new URL(desk.page.url()).hash)
}

/** One day at the 112 of Cilegon through the page alone, where operators hand over to a dispatcher. */
describe.sequential('a day in Cilegon', () => {
  it('C3: no ambulance is left, the Red Cross goes instead; both reports come and it is closed', async () => {
    const caught = call('C3')
    await handsOff(caught)
    // it calls who may take it, not who handed it over, until it is taken
    const signal = ({ page }: OperatorPage) =>
      page.getByRole('region', { name: 'Isyarat' }).getByText('Kejadian menunggu diambil')
    await signal(dispatcher).waitFor()
    expect(await signal(operator).count()).toBe(0)
    await takesAndSends(dispatcher, caught)
    await signal(dispatcher).waitFor({ state: 'hidden' })
    await operator.seesStatus('DAMKAR', 'Menunggu jawaban')
    const dinkes = await room.crew(dispatcher, 'DINKES', 'CLG')
    await dinkes.sees(caught.address).presses('Tidak bisa')
    await dinkes.sees(caught.address, { with: 'Tidak ada unit' }).presses('Tidak ada unit')
    // the operator sees that it came back; whom to send is the dispatcher's to say
    await operator.page.getByRole('region', { name: 'Perlu perhatian' }).getByText('OPD menolak: DINKES').waitFor()
    expect(await operator.button('Kirim PMI menggantikan DINKES').count()).toBe(0)
    await dispatcher.button('Kirim PMI menggantikan DINKES').click()
    await dispatcher.seesStatus('PMI', 'Menunggu jawaban')
    for (const agency of ['DAMKAR', 'PMI']) {
      const crew = await room.crew(dispatcher, agency, 'CLG')
      await goesToScene(crew, caught.address)
      await reports(crew, caught.address, `${agency}: korban dibebaskan`)
      await dispatcher.button(`Terima laporan ${agency}`).click()
      await dispatcher.seesStatus(agency, 'Laporan diterima')
    }
    await closes(dispatcher)
  }, 240_000)

  it('C5: a slip of the thumb, noticed too late to undo, is put right by the dispatcher with a reason', async () => {
    const { page } = dispatcher
    const crash = call('C5')
    await handsOff(crash)
    await takesAndSends(dispatcher, crash)
    const dinkes = await room.crew(dispatcher, 'DINKES', 'CLG')
    await goesToScene(dinkes, crash.address)
    await dispatcher.seesStatus('DINKES', 'Di lokasi')
    await room.forward(page, 121_000)
    await dispatcher.button('Urungkan langkah terakhir DINKES').waitFor({ state: 'hidden' })
    await dispatcher.button('Catat atas nama DINKES').click()
    await page.getByRole('menuitem', { name: 'Koreksi langkah', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Koreksi Tiba di lokasi', exact: true }).click()
    await dialog.getByText('Tidak terjadi', { exact: true }).click()
    await dialog.getByLabel('Alasan koreksi').fill('Salah tekan, ambulans masih di jalan')
    await dialog.getByRole('button', { name: 'Simpan koreksi' }).click()
    await dialog.getByText(/Tidak terjadi · .*Salah tekan, ambulans masih di jalan/).waitFor()
    await page.keyboard.press('Escape')
    await dispatcher.seesStatus('DINKES', 'Meluncur')
    await dinkes.sees(crash.address, { with: 'Tiba di lokasi' }).presses('Tiba di lokasi')
    await dispatcher.seesStatus('DINKES', 'Di lokasi')
  }, 240_000)

  it('C2: the dispatcher is silent, the supervisor sees it climb, says "Saya tangani" and takes it', async () => {
    const grass = call('C2')
    await handsOff(grass)
    const supervisor = await room.signIn('supervisor', 'CLG')
    await room.forward(supervisor.page, 130_000)
    await supervisor.page.getByRole('link', { name: 'Pengawas' }).click()
    const escalations = supervisor.page.getByRole('region', { name: 'Eskalasi' })
    await escalations
      .getByRole('button', { name: /^Saya tangani: .*[Dd]ispatcher/ })
      .first()
      .click()
    await escalations.getByText(/^ditangani Supervisor Gladi sampai /).waitFor()
    await supervisor.page.getByRole('link', { name: 'Meja panggilan' }).click()
    await takesAndSends(supervisor, grass)
    const damkar = await room.crew(supervisor, 'DAMKAR', 'CLG')
    await goesToScene(damkar, grass.address)
    await reports(damkar, grass.address, 'ok')
    await supervisor.button('Kembalikan laporan DAMKAR').click()
    await supervisor.dialogFill('Catatan untuk petugas', 'Tuliskan luas dan sebabnya', 'Kembalikan laporan')
    await damkar.sees('Tuliskan luas dan sebabnya').replies('Padam, 200 m2, puntung rokok')
    await supervisor.button('Terima laporan DAMKAR').click()
    await closes(supervisor)
    expect(supervisor.problems).toEqual([])
    await supervisor.close()
  }, 240_000)

  it('C7: a silent call is over by one key; a complaint is passed on', async () => {
    const { page } = operator
    await rings(keys, '+620000000107')
    await keys.press('2')
    await page.getByText('Selesai tanpa kejadian').waitFor()
    await rings(keys, '+620000000108')
    await keys.press('4')
    await answersAndRefers(keys, 'keluhan', 'Keluhan layanan publik')
    await page.getByLabel('Rujukan ke SP4N-LAPOR!').getByText('Menunggu konfirmasi').waitFor()
    await keys.press('F10')
    await page.getByText(/Panggilan berakhir/).waitFor()
  }, 180_000)

  it('ends with all that was closed in the archive, and nothing wrong on the pages', async () => {
    await keys.mouseRests()
    expect(closed).toHaveLength(2)
    for (const hash of closed) {
      await dispatcher.page.goto(`${room.url}/${hash}`)
      // crews that pressed everything within seconds have used up what a group takes in a minute
      const title = dispatcher.page.locator('.incident-title')
      await title.getByText('Diarsipkan', { exact: true }).waitFor({ timeout: 90_000 })
    }
    expect(operator.problems).toEqual([])
    expect(dispatcher.problems).toEqual([])
  }, 240_000)
})
