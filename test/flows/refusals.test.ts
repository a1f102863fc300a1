import { expect, test } from 'vitest'
import { ApiRefusal } from '../../src/drill/api/desk.ts'
import type { TestIncident } from '../support/app.ts'
import { useApp } from '../support/flow.ts'

const flow = useApp()

/** The buttons' data of the agency's card, by label. */
const dataOf = async (label: string, number: string): Promise<Record<string, string>> => {
  const card = await (await flow.chat(label)).sees(number)
  return Object.fromEntries(card.buttons.flat().map(({ text, data = '' }) => [text, data]))
}

const alerted = async (...agencies: string[]): Promise<TestIncident> => {
  const incident = await flow.app.emergency()
  await incident.sends(...agencies)
  for (const agency of agencies) await (await flow.chat(`SMG/${agency.split(':')[0]}`)).sees(incident.number)
  return incident
}

/** What must be the same before and after a refusal. */
const stateOf = async (incident: TestIncident): Promise<string> => {
  const { version, assignments } = await incident.view()
  return JSON.stringify([version, assignments])
}

test("a press with another agency's button changes nothing and says so", async () => {
  const incident = await alerted('DAMKAR', 'PLN')
  const data = (await dataOf('SMG/DAMKAR', incident.number))['Kami tangani'] ?? ''
  const before = await stateOf(incident)
  const pln = await flow.chat('SMG/PLN')
  const { messageId } = await pln.sees(incident.number)
  const as = (await flow.app.driver.chat('SMG/PLN')).memberIds.at(-1) ?? 0
  const outcome = await flow.app.driver.press('SMG/PLN', { as, message: messageId, data, forged: true })
  expect(outcome).toMatchObject({ text: 'Kartu ini milik grup lain; tidak ada yang diubah.', alert: true })
  expect(await stateOf(incident)).toBe(before)
  expect(await flow.unexpected()).toEqual([])
})

test.each([
  ['an unknown token', 'AAAABBBBCCCCDDDD:ak', /^Pilihan ini tidak berlaku lagi/],
  ['something else altogether', '{"$ne":null}', /^Tombol ini tidak dikenal/],
  ['a verb of nobody', 'AAAABBBBCCCCDDDD:zz', /^Tombol ini tidak dikenal/],
])('a forged press with %s changes nothing and says so', async (_name, data, answer) => {
  const incident = await alerted('DAMKAR')
  const before = await stateOf(incident)
  const { messageId } = await (await flow.chat('SMG/DAMKAR')).sees(incident.number)
  const as = (await flow.app.driver.chat('SMG/DAMKAR')).memberIds.at(-1) ?? 0
  const outcome = await flow.app.driver.press('SMG/DAMKAR', { as, message: messageId, data, forged: true })
  expect(outcome.text).toMatch(answer)
  expect(await stateOf(incident)).toBe(before)
  expect(await flow.unexpected()).toEqual([])
})

test('a press that Telegram thinks too old to be answered counts all the same', async () => {
  const { app } = flow
  const incident = await alerted('DAMKAR')
  const damkar = await flow.chat('SMG/DAMKAR')
  await app.driver.addFault({ methods: ['getUpdates'], times: 1, effect: { kind: 'slow', ms: 300 } })
  const press = await damkar.sees(incident.number).presses('Kami tangani', { wait: 0 })
  await app.driver.expirePresses()
  expect(press.status).toBe('not-awaited')
  await damkar.sees('KAMI TANGANI')
  expect(await incident.statusOf('DAMKAR')).toBe('acknowledged')
  expect(await flow.unexpected()).toEqual([])
})

test('a press after the close says that it is over', async () => {
  const { app } = flow
  const incident = await alerted('DAMKAR')
  const damkar = await flow.chat('SMG/DAMKAR')
  const { messageId } = await damkar.sees(incident.number)
  await incident.does('/cancel', { reason: 'salah sambung' })
  await app.rest()
  await damkar.sees(`❌ PEMBARUAN ${incident.number}: kejadian DIBATALKAN`)
  const before = await stateOf(incident)
  const as = (await app.driver.chat('SMG/DAMKAR')).memberIds.at(-1) ?? 0
  const outcome = await app.driver.press('SMG/DAMKAR', { as, message: messageId, button: 'Kami tangani' })
  expect(outcome).toMatchObject({ text: 'Kejadian sudah selesai; tidak ada lagi yang bisa diubah.', alert: true })
  expect(await stateOf(incident)).toBe(before)
  expect(await flow.unexpected()).toEqual([])
})

test('a chat that is not paired any more acts no longer', async () => {
  const { app } = flow
  const incident = await alerted('KAI')
  const kai = await flow.chat('SMG/KAI')
  const path = '/api/admin/centres/SMG/chats'
  const { chats } = await app.administrator.get<{ chats: { id: string; audience: { agency?: string } }[] }>(path)
  const before = await stateOf(incident)
  await app.administrator.delete(`${path}/${chats.find(({ audience }) => audience.agency === 'KAI')?.id}`)
  const outcome = await kai.sees(incident.number).presses('Kami tangani')
  expect(outcome.text).toMatch(/^Obrolan ini belum dipasangkan/)
  await kai.sees(incident.number).replies('Kami tangani')
  await kai.sees(incident.number).repliesWithPhoto('kebakaran')
  await app.rest()
  expect(await stateOf(incident)).toBe(before)
  // A crew must not believe that its report arrived.
  const told = expect.stringMatching(/^Obrolan ini belum dipasangkan/)
  expect(await flow.unexpected()).toEqual([told, told])
})

test('an unpaired group is answered on /pasang only, and a wrong code pairs nothing', async () => {
  const { app } = flow
  const { id } = await app.driver.createUser({ firstName: 'Orang Luar' })
  await app.driver.createChat({ title: 'Grup luar', members: [id], labels: ['LUAR'] })
  const outside = await flow.chat('LUAR')
  await outside.writes('halo, ada kebakaran')
  await outside.writes('/bantuan')
  await outside.writes('/pasang 000000')
  await outside.sees('Kode pasang salah, sudah dipakai, atau kedaluwarsa')
  expect(await flow.unexpected()).toEqual([])
})

test('a photo that is none, and a report of a megabyte, are refused with a word', async () => {
  const { app } = flow
  const incident = await alerted('DAMKAR')
  const damkar = await flow.chat('SMG/DAMKAR')
  for (const button of ['Tiba di lokasi', 'Selesai', 'Ya, selesai', 'Kirim laporan', 'Tertangani']) {
    if (button === 'Tiba di lokasi') await damkar.sees(incident.number, { with: 'Meluncur' }).presses('Meluncur')
    await app.rest()
    await damkar.sees(incident.number, { with: button }).presses(button)
    await app.rest()
  }
  const before = await stateOf(incident)
  await damkar.sees('📝 Laporan').repliesWithPhoto('bukan-foto')
  await damkar.sees('Berkas ini bukan foto yang bisa dibaca')
  await damkar.sees('📝 Laporan').replies('panjang '.repeat(125_000))
  await damkar.sees('Teks terlalu panjang')
  await app.rest()
  expect(await stateOf(incident)).toBe(before)
  expect((await incident.view()).photos).toEqual([])
  expect(await flow.unexpected()).toEqual([])
})

test.each([
  ['an unknown type', { type: { known: 'NAGA' } }, 'unknownType'],
  ['a point outside the world', { point: { known: { lat: 91, lng: 0, accuracyMetres: 5 } } }, 'pointOutsideWorld'],
  ['fewer victims than none', { victims: { known: { injured: -1 } } }, 'negativeCount'],
  ['a text of a megabyte', { condition: { known: 'x'.repeat(1_000_000) } }, 'tooLarge'],
  ['a text too long for a field', { condition: { known: 'x'.repeat(5_000) } }, 'textTooLong'],
  ['an operator of the database', { condition: { known: { $gt: '' } } }, 'invalidInput'],
  ['a key with an operator', { $where: 'sleep(1000)' }, 'invalidInput'],
])('the intake refuses %s and changes nothing', async (_name, answers, code) => {
  const incident = await flow.app.emergency()
  const before = await stateOf(incident)
  const refusal = await flow.app.operator.patch(incident.path('/intake'), answers).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(ApiRefusal)
  expect((refusal as ApiRefusal).code).toBe(code)
  expect(await stateOf(incident)).toBe(before)
})
