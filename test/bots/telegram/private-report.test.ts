import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IncidentView } from '../../../src/application/views.ts'
import { Crews } from './crews.ts'

let crews: Crews
const person = (index: number) => crews.damkar.people[index] ?? 0
beforeAll(async () => {
  crews = await Crews.start()
})
afterAll(async () => {
  await crews.stop()
  expect(crews.world.failures).toEqual([])
})

const card = (incident: IncidentView, button: string) =>
  crews.damkar.story.sees(`\n${incident.number}\n`, { with: button })

const cleared = async (): Promise<IncidentView> => {
  const incident = await crews.fire()
  await crews.damkar.story.sees(incident.number, { with: 'Meluncur' }).presses('Meluncur')
  for (const button of ['Tiba di lokasi', 'Selesai', 'Ya, selesai']) await card(incident, button).presses(button)
  await card(incident, 'Kirim laporan')
  return incident
}

const begun = async (): Promise<IncidentView> => {
  const incident = await cleared()
  for (const button of ['Kirim laporan', 'Tertangani']) await card(incident, button).presses(button)
  await crews.damkar.story.sees(`📝 Laporan ${incident.number} (DAMKAR)`)
  return incident
}

/** The link that the question in the group carries in its text. */
const promptLink = async (incident: IncidentView): Promise<string> => {
  const { entities } = await crews.damkar.story.sees(`📝 Laporan ${incident.number} (DAMKAR)`)
  return (
    entities.flatMap(entity => (entity.type === 'text_link' && entity.url.includes('start=') ? [entity.url] : []))[0] ??
    ''
  )
}
const cardLink = async (incident: IncidentView): Promise<string> => {
  const { buttons } = await card(incident, 'Isi di chat pribadi')
  return buttons.flat().find(({ text }) => text === 'Isi di chat pribadi')?.url ?? ''
}
const assignment = async (incident: IncidentView) => (await crews.view(incident)).assignments[0]

describe('a report in a private chat (DESIGN "Reports in a noisy group")', () => {
  test('by the link of the question: words in several messages, a photo, Selesai; the group sees that it is in', async () => {
    const incident = await begun()
    const budi = await crews.privately(person(0), await promptLink(incident))
    await budi.sees(`📝 Laporan ${incident.number} (DAMKAR), chat pribadi`)
    await budi.sees('Tulis laporannya di sini')
    await budi.writes('Api padam pukul 15.00.')
    await budi.sees('Tersimpan: 1 pesan, 0 foto.', { with: 'Selesai menulis' })
    await budi.writes('Korban = dua orang')
    await budi.says({ photo: 'kebakaran' })
    await budi.says({ voice: { seconds: 2 } })
    await budi.sees('Yang ini tidak bisa dibaca 112')
    await budi.sees('Tersimpan: 2 pesan, 1 foto.').presses('Selesai menulis')
    await budi.sees('✅ Laporan terkirim')
    await crews.damkar.story.sees('LAPORAN TERKIRIM, menunggu 112 – Budi')
    const view = await crews.view(incident)
    expect(view.assignments[0]?.report).toMatchObject({
      outcome: 'handled',
      text: 'Api padam pukul 15.00.\nKorban = dua orang',
      victims: 2,
      by: 'Budi',
    })
    expect(view.photos).toHaveLength(1)
    const answers = (await budi.fromBot()).length
    await budi.writes('terima kasih')
    await crews.world.settled()
    expect(await budi.fromBot()).toHaveLength(answers)
  })

  test('asks for the outcome when none is chosen; Batalkan gives it up, and Kirim laporan comes back', async () => {
    const incident = await begun()
    const link = await cardLink(incident)
    await card(incident, 'Batalkan laporan').presses('Batalkan laporan')
    await card(incident, 'Kirim laporan')
    const budi = await crews.privately(person(0), link)
    await budi.sees('Bagaimana hasilnya? Pilih satu.', { with: 'Nihil' }).presses('Nihil')
    await crews.damkar.story.sees('Laporan: sedang diisi Budi')
    await budi.sees('Hasil: Nihil')
    await budi.sees('Tulis laporannya di sini', { with: 'Batalkan laporan' }).presses('Batalkan laporan')
    await budi.sees('Laporan dibatalkan.')
    await card(incident, 'Kirim laporan')
  })

  test('a colleague takes over with what was written so far; who files it is its author', async () => {
    const incident = await begun()
    const link = await cardLink(incident)
    const budi = await crews.privately(person(0), link)
    await budi.writes('Api di dapur, padam.')
    await budi.sees('Tersimpan: 1 pesan')
    const dewi = await crews.privately(person(1), link)
    await dewi.sees('Laporan ini sedang diisi Budi.', { with: 'Ambil alih laporan' }).presses('Ambil alih laporan')
    await dewi.sees('Tersimpan: 1 pesan')
    await budi.writes('masih saya tulis')
    await budi.sees('Laporan ini sekarang dilanjutkan Dewi')
    await dewi.writes('Unit: 3 mobil')
    await dewi.sees('Tersimpan: 2 pesan').presses('Selesai menulis')
    await dewi.sees('✅ Laporan terkirim')
    const view = await crews.view(incident)
    expect(view.assignments[0]?.report).toMatchObject({
      text: 'Api di dapur, padam.\nUnit: 3 mobil',
      units: '3 mobil',
      by: 'Dewi',
    })
    expect(view.talk.map(({ text, report }) => [text, report])).toContainEqual(['masih saya tulis', false])
  })

  test('survives restarts: between outcome and words, between words and Selesai', async () => {
    const incident = await begun()
    const link = await promptLink(incident)
    await crews.restarts()
    const budi = await crews.privately(person(0), link)
    await budi.sees('Tulis laporannya di sini')
    await budi.writes('Padam sebelum tengah malam')
    await budi.sees('Tersimpan: 1 pesan')
    await crews.restarts()
    await budi.sees('Tersimpan: 1 pesan').presses('Selesai menulis')
    await budi.sees('✅ Laporan terkirim')
    expect((await assignment(incident))?.report).toMatchObject({ text: 'Padam sebelum tengah malam', by: 'Budi' })
  })

  test('a restart between the outcome and the reply in the group loses nothing either', async () => {
    const incident = await begun()
    await crews.restarts()
    await crews.damkar.story.sees(`📝 Laporan ${incident.number}`).replies('Padam', { as: person(1) })
    await crews.damkar.story.sees('LAPORAN TERKIRIM, menunggu 112 – Dewi')
    expect((await assignment(incident))?.report).toMatchObject({ text: 'Padam', by: 'Dewi' })
  })

  test('the report that came in by the group meanwhile stands; what was written in private is in the timeline', async () => {
    const incident = await begun()
    const budi = await crews.privately(person(0), await cardLink(incident))
    await budi.writes('Catatan saya')
    await budi.sees('Tersimpan: 1 pesan')
    await crews.damkar.story.sees(`📝 Laporan ${incident.number}`).replies('Padam', { as: person(1) })
    await crews.damkar.story.sees('LAPORAN TERKIRIM, menunggu 112 – Dewi')
    await budi.writes('dan sisanya')
    await budi.sees('Sudah dicatat: Kirim laporan oleh Dewi')
    await crews.world.settled()
    const { talk, assignments } = await crews.view(incident)
    expect(assignments[0]?.report).toMatchObject({ text: 'Padam', by: 'Dewi' })
    // two chats are worked side by side: which of the two entries is the newer one is chance
    const written = { text: 'Catatan saya\ndan sisanya', report: false, by: 'Budi' }
    expect(talk).toContainEqual(expect.objectContaining(written))
  })
})

describe('whoever has no business there', () => {
  test('a stranger, somebody who left the group, and a forged link get nothing but a sentence', async () => {
    const incident = await begun()
    const link = await promptLink(incident)
    const { id: stranger } = await crews.world.people.createUser({ firstName: 'Orang' })
    const refused = 'Tautan ini hanya untuk anggota grup OPD itu.'
    await (await crews.privately(stranger, link)).sees(refused)
    await crews.world.people.setMember(crews.damkar.story.chat, person(1), 'left')
    await (await crews.privately(person(1), link)).sees(refused)
    await crews.world.people.setMember(crews.damkar.story.chat, person(1), 'member')
    const forged = await crews.privately(stranger, 'https://t.me/x?start=l-aaaaaaaaaaaaaaaa')
    await forged.sees('Pilihan ini tidak berlaku lagi')
    await forged.writes('halo')
    await crews.world.settled()
    expect(await forged.fromBot()).toHaveLength(1)
    expect((await assignment(incident))?.report).toBeUndefined()
  })

  test('buttons of one person’s private report do nothing for another', async () => {
    const incident = await begun()
    const budi = await crews.privately(person(0), await cardLink(incident))
    const data = (await budi.sees('Tulis laporannya')).buttons.flat()[0]?.data ?? ''
    const dewi = await crews.privately(person(1), await cardLink(incident))
    const shown = await dewi.sees('sedang diisi Budi')
    const press = await crews.world.people.press(shown.chatId, {
      as: person(1),
      message: shown.messageId,
      data,
      forged: true,
    })
    expect(press).toMatchObject({ alert: true, text: 'Pilihan ini tidak berlaku lagi; pakai kartu yang terbaru.' })
  })

  test('a link of a question goes out after a day; the card has one that lasts as long as the report is awaited', async () => {
    const incident = await begun()
    const [old, fresh] = [await promptLink(incident), await cardLink(incident)]
    await crews.forward(25 * 3_600_000)
    await (await crews.privately(person(0), old)).sees('Tautan ini sudah kedaluwarsa')
    await (await crews.privately(person(0), fresh)).sees(`📝 Laporan ${incident.number} (DAMKAR), chat pribadi`)
  })
})
