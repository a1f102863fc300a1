import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IncidentView } from '../../../src/application/views.ts'
import { ok } from '../../support/desk.ts'
import { Crews } from './crews.ts'

let crews: Crews
const dewi = () => crews.damkar.people[1] ?? 0
beforeAll(async () => {
  crews = await Crews.start()
})
afterAll(async () => {
  await crews.stop()
  expect(crews.world.failures).toEqual([])
})

/** The crew is through, and Budi has chosen the outcome. */
const begun = async (): Promise<IncidentView> => {
  const incident = await crews.fire()
  const { story } = crews.damkar
  await story.sees(incident.number, { with: 'Meluncur' }).presses('Meluncur')
  for (const button of ['Tiba di lokasi', 'Selesai', 'Ya, selesai', 'Kirim laporan', 'Tertangani']) {
    await story.sees(`\n${incident.number}\n`, { with: button }).presses(button)
  }
  await prompt(incident)
  return incident
}
const prompt = (incident: IncidentView) => crews.damkar.story.sees(`📝 Laporan ${incident.number} (DAMKAR)`)
const card = (incident: IncidentView, button = 'Ambil alih laporan') =>
  crews.damkar.story.sees(`\n${incident.number}\n`, { with: button })
const report = async (incident: IncidentView) => (await crews.view(incident)).assignments[0]?.report

describe('a report in a noisy group (DESIGN "Reports in a noisy group")', () => {
  test('is taken over by a colleague, who is asked anew; who files it is its author', async () => {
    const incident = await begun()
    const shown = card(incident)
    expect((await shown).text).toContain('Laporan: sedang diisi Budi')
    expect(await shown.presses('Ambil alih laporan', { as: dewi() })).toMatchObject({
      text: 'Anda melanjutkan laporan ini. Balas pesan laporan yang baru.',
    })
    await crews.damkar.story.sees('Hasil: Tertangani (dipilih Dewi)').replies('Api padam', { as: dewi() })
    expect(await report(incident)).toMatchObject({ outcome: 'handled', text: 'Api padam', by: 'Dewi' })
  })

  test('put off: the card says so, and the crew is asked again after fifteen minutes', async () => {
    const incident = await begun()
    expect(await card(incident, 'Tunda').presses('Tunda 15 menit')).toMatchObject({
      text: 'Ditunda: diingatkan lagi 15 menit lagi.',
    })
    await crews.damkar.story.sees(/Laporan: ditunda Budi sampai \d\d\.\d\d/)
    const prompts = async () =>
      (await crews.damkar.story.fromBot()).filter(({ text }) => text.startsWith(`📝 Laporan ${incident.number}`)).length
    expect(await prompts()).toBe(1)
    await crews.forward(16 * 60_000)
    expect(await prompts()).toBe(2)
    await prompt(incident).replies('Api padam')
    expect(await report(incident)).toMatchObject({ by: 'Budi' })
  })

  test('taken back: an answer to its message counts no more and says why; its words are not lost', async () => {
    const incident = await begun()
    const old = prompt(incident)
    await old
    await card(incident).presses('Batalkan laporan', { as: dewi() })
    await card(incident, 'Kirim laporan')
    await old.replies('Api padam, korban: 2')
    await crews.damkar.story.sees('Pesan laporan ini sudah dibatalkan oleh Dewi')
    expect(await report(incident)).toBeUndefined()
    expect((await crews.view(incident)).talk[0]).toMatchObject({ text: 'Api padam, korban: 2', report: false })
    await card(incident, 'Kirim laporan').presses('Kirim laporan')
    await card(incident, 'Nihil').presses('Nihil')
    await crews.damkar.story.sees('Hasil: Nihil (dipilih Budi)').replies('Tidak ada api')
    expect(await report(incident)).toMatchObject({ outcome: 'nothingFound', text: 'Tidak ada api' })
  })

  test('an edited answer is one more version; the report stays as it was filed', async () => {
    const incident = await begun()
    const said = await prompt(incident).replies('Korban: 2')
    await crews.damkar.story.sees('LAPORAN TERKIRIM')
    await crews.world.people.edit(said.chatId, said.messageId, 'Korban: 9')
    const view = await crews.view(incident)
    expect(view.assignments[0]?.report).toMatchObject({ text: 'Korban: 2', victims: 2 })
    expect(view.talk[0]).toMatchObject({ report: true, text: 'Korban: 9', versions: [{ text: 'Korban: 2' }, {}] })
    await crews.world.people.deleteMessage(said.chatId, said.messageId)
    expect((await crews.view(incident)).assignments[0]).toMatchObject({ status: 'reported', report: { victims: 2 } })
  })

  test('returned with a remark: the photos and the first words stay, the second report counts', async () => {
    const incident = await begun()
    await prompt(incident).repliesWithPhoto('kebakaran')
    await prompt(incident).replies('Padam')
    const { assignments } = await crews.view(incident)
    const { incidents } = crews.world.application
    ok(await incidents.returnReport(crews.sender(), incident.id, assignments[0]?.id ?? '', 'berapa unit?'))
    await crews.damkar.story.sees('Catatan: berapa unit?').replies('Padam.\nUnit: 3 mobil', { as: dewi() })
    const view = await crews.view(incident)
    expect(view.assignments[0]?.report).toMatchObject({ outcome: 'handled', units: '3 mobil', by: 'Dewi' })
    expect(view.photos).toHaveLength(1)
    const filed = view.timeline.filter(({ type }) => type === 'ReportFiled').map(({ facts }) => facts.text)
    expect(filed).toEqual(['Padam', 'Padam.\nUnit: 3 mobil'])
  })

  test('a reply to a copy whose number we never learned is the report all the same', async () => {
    const incident = await crews.fire()
    const { story } = crews.damkar
    await story.sees(incident.number, { with: 'Meluncur' }).presses('Meluncur')
    for (const button of ['Tiba di lokasi', 'Selesai', 'Ya, selesai', 'Kirim laporan']) {
      await story.sees(`\n${incident.number}\n`, { with: button }).presses(button)
    }
    await story.sees(`\n${incident.number}\n`, { with: 'Nihil' })
    await crews.world.settled()
    // the answer to the prompt is lost: it goes again, and the first copy stays without a number on our side
    await crews.world.people.addFault({ methods: ['sendMessage'], effect: { kind: 'drop' } })
    await card(incident, 'Nihil').presses('Nihil')
    const copies = await crews.world.people.waitFor(
      async () => {
        crews.world.wakeUps.chat('chat-DAMKAR')
        await crews.world.settled()
        const found = (await story.fromBot()).filter(({ text }) => text.includes(`📝 Laporan ${incident.number}`))
        return found.length === 2 ? found : undefined
      },
      10_000,
      'the second copy of the prompt',
    )
    const [lost, known] = copies
    expect(known?.text).toContain('ULANG, mungkin ganda')
    expect(lost?.text).not.toContain('ULANG')
    await crews.world.people.say(lost?.chatId ?? 0, {
      as: dewi(),
      text: 'Tidak ada api. Korban: nihil',
      replyTo: lost?.messageId ?? 0,
    })
    expect(await report(incident)).toMatchObject({ outcome: 'nothingFound', text: 'Tidak ada api. Korban: nihil' })
  })

  test('a reply to our own short answer still finds its incident, and small talk files nothing', async () => {
    const incident = await begun()
    await card(incident).replies('siap')
    await crews.damkar.story.sees(`Diteruskan ke 112 (${incident.number})`).replies('kami tunggu di pos')
    const view = await crews.view(incident)
    expect(view.talk.map(({ text }) => text)).toEqual(['kami tunggu di pos', 'siap'])
    expect(view.assignments[0]?.status).toBe('cleared')
  })
})
