import { describe, expect, test } from 'vitest'
import type { IntakeAnswers } from '../../src/application/application.ts'
import { standardRunCards } from '../../src/dispatch/run-cards/standard-run-cards.ts'
import { type City, eachCity, ok, planOf } from './support/city.ts'
import type { Shown } from './support/platform.ts'

let city: City
eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR', 'POLRES', 'PMI')
})

const restricted = standardRunCards.filter(card => card.restricted).map(({ code }) => code)

/** Words that no group may read. Each is hostile in its own way, and each is found again wherever it stands. */
const secret = (where: string) => `RAHASIA-${where} <b>&_*\`[ ](tg://user?id=1)\n${'panjang '.repeat(40)}`
const hostile = (type: string): IntakeAnswers => ({
  reporterName: { known: secret('nama') },
  reporterPhone: { known: '+62 000 900 777' },
  type: { known: type },
  location: { known: 'Kelurahan Terang' },
  address: { known: 'Jl. Terang 1' },
  landmark: { known: 'Pagar hijau' },
  point: { known: { lat: -6.99, lng: 110.42, accuracyMetres: 20 } },
  condition: { known: secret('kondisi') },
  passable: { known: false },
  handlingSoFar: { known: secret('penanganan') },
  victims: { known: { injured: 4711, dead: 4712 } },
  hazards: ['child', 'weapon'],
})
const agencies = ['DAMKAR', 'POLRES', 'PMI']
const inGroups = (): Shown[] => agencies.flatMap(chat => city.platform.in(chat))
const leaks = (shown: Shown): string[] =>
  [/RAHASIA[^ <]*/, /900 777/, /900777/, /4711/, /4712/, /4713/, /ada anak/].flatMap(
    pattern => pattern.exec(JSON.stringify(shown.message))?.[0] ?? [],
  )

describe('the groups of a restricted type', () => {
  test('there are some', () => expect(restricted.length).toBeGreaterThan(8))

  test.each(restricted)('%s: no message of any kind tells who called, nor a clinical or intimate fact', async type => {
    const { incidents } = city.app
    const { id, number, priority } = await city.asked(hostile(type))
    ok(await incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead', 'POLRES', 'PMI inform'])))
    await city.settles()
    const card = () => city.platform.sees('DAMKAR', 'Roda 4')
    expect(card().message.content.text).toContain('Jl. Terang 1')
    expect(card().message.content.text).toContain('Roda 4: TIDAK bisa masuk')
    expect(card().message.content.text).toContain('senjata')

    // reminders to the groups, PEMBARUAN, messages and the map, before and after the job is taken
    const message = { text: secret('pesan'), venue: true, urgent: true }
    ok(await incidents.sendMessage(city.sender(), id, message))
    await city.forward('24m', '12m')
    ok(
      await incidents.answerIntake(city.sender(), id, {
        condition: { known: secret('kondisi baru') },
        victims: { known: { sick: 4713 } },
        hazards: ['child', 'violent'],
        address: { known: 'Jl. Terang 2' },
      }),
    )
    await city.settles()
    await city.presses(card(), 'Meluncur')
    ok(await incidents.sendMessage(city.sender(), id, message))
    for (const button of ['Kendala', 'Tiba di lokasi', 'Selesai', 'Ya, selesai', 'Kirim laporan', 'Tertangani']) {
      await city.presses(card(), button)
    }
    const reply = { messageId: 'x', text: secret('laporan'), lines: {} }
    const prompt = city.platform.sees('DAMKAR', `📝 Laporan ${number}`)
    await city.app.chats.reply('r', city.person('DAMKAR', 'Budi'), { ...reply, toMessageId: prompt.messageId })
    const { id: assignment } = await city.assignment(id, 'DAMKAR')
    ok(await incidents.returnReport(city.sender(), id, assignment, secret('catatan')))
    const { id: other } = await city.assignment(id, 'POLRES')
    ok(await incidents.standDown(city.sender(), id, other, secret('alasan')))
    await city.settles()
    const again = city.platform.sees('DAMKAR', 'dikembalikan 112')
    await city.app.chats.reply('r2', city.person('DAMKAR', 'Budi'), { ...reply, toMessageId: again.messageId })
    ok(await incidents.acceptReport(city.sender(), id, assignment))
    ok(await incidents.close(city.sender(), id))
    await city.settles()

    const kinds = (await city.stores.deliveries.forIncident(id)).map(({ content }) => content.kind)
    // what can wait reminds no group in this time
    const reminders = priority <= 2 ? ['clockPing'] : []
    for (const kind of ['alert', 'update', ...reminders, 'message', 'reportPrompt', 'reportReturned', 'closure']) {
      expect(kinds).toContain(kind)
    }
    expect(inGroups().filter(({ message: sent }) => sent.venue).length).toBeGreaterThan(0)
    expect(inGroups().flatMap(shown => leaks(shown).map(leak => `${leak} in: ${shown.message.content.text}`))).toEqual(
      [],
    )
    expect(city.errors()).toEqual([])
  })

  test('cancelled: the reason stays out, and so does the cancelled card', async () => {
    const { id } = await city.asked(hostile(restricted[0] ?? ''))
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
    ok(await city.app.incidents.cancel(city.sender(), id, secret('pembatalan')))
    await city.settles()
    expect(inGroups().flatMap(leaks)).toEqual([])
  })
})

describe('"Lihat detail"', () => {
  const seen = async (id: string) => (await city.app.queries.views(id))?.map(({ by, agency }) => `${by} ${agency}`)

  test('shows contact, facts and 112’s messages to whoever took the job, as often as needed; each look is on record', async () => {
    const { id } = await city.asked(hostile('KDRT'))
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead', 'PMI inform'])))
    await city.settles()
    const card = () => city.platform.sees('DAMKAR', 'Roda 4')
    const refused = { kind: 'refused', refusal: { code: 'notYourAssignment' } }
    expect(await city.pressesVerb(card(), 'detail')).toMatchObject(refused)
    expect(await city.pressesVerb(city.platform.sees('PMI', 'Roda 4'), 'detail')).toMatchObject(refused)
    await city.presses(card(), 'Kami tangani')
    ok(await city.app.incidents.sendMessage(city.sender(), id, { text: 'Korban di kamar belakang' }))
    await city.settles()
    const message = city.platform.sees('DAMKAR', 'Isi pesan: pilih Lihat detail')
    expect(await city.presses(message, 'Lihat detail', 'Dewi')).toMatchObject({
      kind: 'done',
      params: { phone: '+62 000 900 777', messages: 'Korban di kamar belakang', injured: 4711 },
    })
    await city.presses(card(), 'Lihat detail', 'Budi')
    await city.presses(card(), 'Lihat detail', 'Budi')
    expect(await seen(id)).toEqual(['Budi DAMKAR', 'Budi DAMKAR', 'Dewi DAMKAR'])
    expect(await city.app.queries.views('SMG-none')).toBeNull()
  })

  test('after the end, and for an agency that left, it says no and shows nothing', async () => {
    const { id } = await city.fire('DAMKAR lead', 'POLRES')
    await city.pressesVerb(city.platform.sees('DAMKAR', 'Roda 4'), 'acknowledge')
    await city.pressesVerb(city.platform.sees('POLRES', 'Roda 4'), 'acknowledge')
    const { id: polres } = await city.assignment(id, 'POLRES')
    ok(await city.app.incidents.standDown(city.sender(), id, polres, 'cukup'))
    await city.settles()
    const stale = city.platform.sees('POLRES', 'Roda 4')
    const cards = await city.stores.cards.forIncident(id)
    const left = cards.find(({ assignment }) => assignment === polres)?.token ?? ''
    expect(await city.pressesToken(stale, { token: left, verb: 'detail' })).toMatchObject({
      refusal: { code: 'notYourAssignment' },
    })
    const mine = cards.find(({ assignment }) => assignment !== polres)?.token ?? ''
    ok(await city.app.incidents.cancel(city.sender(), id, 'selesai'))
    await city.settles()
    const over = city.platform.sees('DAMKAR', 'Roda 4')
    expect(await city.pressesToken(over, { token: mine, verb: 'detail' })).toMatchObject({
      refusal: { code: 'incidentOver' },
    })
    expect(await seen(id)).toEqual([])
  })
})
