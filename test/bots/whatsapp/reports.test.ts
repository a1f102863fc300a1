import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IncidentView } from '../../../src/application/views.ts'
import { Crews, codeIn } from './crews.ts'

let crews: Crews
beforeAll(async () => {
  crews = await Crews.start()
}, 180_000)
afterAll(async () => {
  await crews.stop()
  expect(crews.world.failures).toEqual([])
}, 60_000)

/** The crew is through: only its report is awaited. */
const cleared = async (): Promise<{ incident: IncidentView; code: string }> => {
  const incident = await crews.fire()
  const code = codeIn(await crews.card(incident))
  for (const number of ['3', '4', '7', '7']) await crews.says('DAMKAR', { as: 'Budi', text: `${code} ${number}` })
  await crews.card(incident, '9 Kirim laporan')
  return { incident, code }
}
const report = async (incident: IncidentView) => (await crews.view(incident)).assignments[0]?.report
const asked = (incident: IncidentView) => crews.sees('DAMKAR', `Laporan ${incident.number} (DAMKAR)`, 'Balas pesan ini')

describe('the report in the group', () => {
  test('9, an outcome, a reply to the question, a photo as a reply', async () => {
    const { incident, code } = await cleared()
    const nine = await crews.says('DAMKAR', { as: 'Budi', text: `${code} 9` })
    const question = await crews.sees('DAMKAR', '❓ Bagaimana hasilnya?', '21 Tertangani', '22 Nihil')
    expect(question.quotes).toBe(nine.id)
    await crews.says('DAMKAR', { as: 'Budi', text: '21', quote: question.id })
    const prompt = await asked(incident)
    expect(prompt.text).toContain('Grup ramai? balas 20 (Isi di chat pribadi)')
    await crews.says('DAMKAR', { as: 'Budi', photo: 'kebakaran', quote: prompt.id })
    await crews.sees('DAMKAR', '📷 Foto tersimpan')
    await crews.says('DAMKAR', { as: 'Dewi', text: 'Korban: 2 luka\nUnit: 3 mobil\nApi padam', quote: prompt.id })
    expect(await report(incident)).toMatchObject({
      outcome: 'handled',
      victims: 2,
      units: '3 mobil Api padam',
      by: 'Dewi',
    })
    expect((await crews.view(incident)).photos).toHaveLength(1)
  })

  test('as the caption of a photo, by code, the report comes with the picture', async () => {
    const { incident, code } = await cleared()
    const text = `${code} 21\nKorban: 1 luka\nUnit: 1 ambulans`
    const said = await crews.says('DAMKAR', { as: 'Budi', photo: 'kebakaran', caption: text })
    expect(await report(incident)).toMatchObject({ outcome: 'handled', victims: 1, units: '1 ambulans', by: 'Budi' })
    expect((await crews.view(incident)).photos).toHaveLength(1)
    expect(await crews.reactionTo('DAMKAR', said)).toEqual(['👍'])
  })

  test('all in one message, by code', async () => {
    const { incident, code } = await cleared()
    const said = await crews.says('DAMKAR', { as: 'Budi', text: `${code} 22\nKorban: nihil\nLaporan palsu` })
    expect(await report(incident)).toMatchObject({
      outcome: 'nothingFound',
      victims: 0,
      text: 'Korban: nihil\nLaporan palsu',
    })
    expect(await crews.reactionTo('DAMKAR', said)).toEqual(['👍'])
    const again = await crews.says('DAMKAR', { as: 'Dewi', text: `${code} 21: sudah padam` })
    const answer = await crews.sees('DAMKAR', 'Sudah dicatat: Kirim laporan oleh Budi')
    expect(answer.quotes).toBe(again.id)
    expect(await report(incident)).toMatchObject({ outcome: 'nothingFound', by: 'Budi' })
  })

  test('beside the question for words a figure is an answer to the card, a word is the report', async () => {
    const { incident, code } = await cleared()
    await crews.says('DAMKAR', { as: 'Budi', text: `${code} 22` })
    const prompt = await asked(incident)
    await crews.says('DAMKAR', { as: 'Budi', text: '18', quote: prompt.id })
    await crews.card(incident, 'ditunda Budi')
    expect(await report(incident)).toBeUndefined()
    await crews.says('DAMKAR', { as: 'Budi', text: 'Nihil', quote: prompt.id })
    expect(await report(incident)).toMatchObject({ outcome: 'nothingFound', text: 'Nihil' })
  })
})

describe('in private', () => {
  test('Lihat detail goes to whoever asked, never into the group, and each look is on record', async () => {
    const incident = await crews.fire()
    const card = await crews.card(incident)
    const early = await crews.says('DAMKAR', { as: 'Dewi', text: '13', quote: card.id })
    expect((await crews.sees('DAMKAR', 'Kami tangani', '↩ Balas pesan ini')).quotes).toBe(early.id)
    await crews.says('DAMKAR', { as: 'Budi', text: '1', quote: card.id })
    const said = await crews.says('DAMKAR', { as: 'Budi', text: '13', quote: card.id })
    const { id } = await crews.world.driver.privateChat('Budi')
    await crews.sees(id, 'Telepon pelapor')
    expect(await crews.reactionTo('DAMKAR', said)).toEqual(['👍'])
    const group = await crews.world.driver.messages('DAMKAR')
    expect(group.filter(({ text }) => text.includes('777'))).toEqual([])
    const views = await crews.world.application.queries.views(incident.id)
    expect(views?.map(({ by }) => by)).toEqual(['Budi'])
  })

  test('20 opens the report in the private chat: outcome, words, photo, 16; a restart half-way loses nothing', async () => {
    const { incident, code } = await cleared()
    await crews.says('DAMKAR', { as: 'Budi', text: `${code} 21` })
    const prompt = await asked(incident)
    await crews.says('DAMKAR', { as: 'Budi', text: '20', quote: prompt.id })
    const { id: budi } = await crews.world.driver.privateChat('Budi')
    await crews.sees(budi, incident.number, 'Tulis laporannya di sini', '19 Batalkan laporan')
    await crews.says(budi, { as: 'Budi', text: 'Api padam pukul 15.00.' })
    await crews.world.restarts()
    await crews.says(budi, { as: 'Budi', photo: 'kebakaran' })
    await crews.says(budi, { as: 'Budi', text: 'Korban = dua orang' })
    await crews.sees(budi, 'Tersimpan: 2 pesan, 1 foto.', '16 Selesai menulis')
    await crews.says(budi, { as: 'Budi', text: '99' })
    await crews.sees(budi, 'Belum jelas', '16 Selesai menulis')
    expect(await report(incident)).toBeUndefined()
    await crews.says(budi, { as: 'Budi', text: '16' })
    await crews.sees(budi, '✅ Laporan terkirim')
    expect(await report(incident)).toMatchObject({
      outcome: 'handled',
      text: 'Api padam pukul 15.00.\nKorban = dua orang',
      victims: 2,
      by: 'Budi',
    })
    const before = await crews.said(budi)
    await crews.says(budi, { as: 'Budi', text: 'terima kasih' })
    await crews.says(budi, { as: 'Budi', text: '7' })
    expect(await crews.said(budi)).toBe(before)
  })

  test('a colleague takes over by number; asked for the outcome in private', async () => {
    const { incident, code } = await cleared()
    await crews.says('DAMKAR', { as: 'Budi', text: `${code} 21` })
    await crews.says('DAMKAR', { as: 'Dewi', text: `${code} 20` })
    const { id: dewi } = await crews.world.driver.privateChat('Dewi')
    await crews.sees(dewi, 'sedang diisi Budi', '17 Ambil alih laporan')
    await crews.says(dewi, { as: 'Dewi', text: '17' })
    await crews.sees(dewi, 'Tulis laporannya di sini')
    await crews.says(dewi, { as: 'Dewi', text: 'Sudah padam' })
    await crews.says(dewi, { as: 'Dewi', text: '16' })
    await crews.sees(dewi, '✅ Laporan terkirim')
    expect(await report(incident)).toMatchObject({ text: 'Sudah padam', by: 'Dewi' })
  })
})
