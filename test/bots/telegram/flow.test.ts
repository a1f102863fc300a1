import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IncidentView } from '../../../src/application/views.ts'
import { ok, operator } from '../../support/desk.ts'
import { ChatStory, groupStory } from '../../support/telegram-driver.ts'
import { startWorld, type World } from './world.ts'

let world: World
let damkar: ChatStory
let supervisors: ChatStory
let crew: number[]
let count = 0

const command = () => {
  count += 1
  return { commandId: `test-command-${count}`, by: operator }
}

const pairingCode = async (code: string, audience: Parameters<World['stores']['chats']['addCode']>[0]['audience']) =>
  world.stores.chats.addCode({
    code,
    centre: 'SMG',
    audience,
    createdBy: 'u1',
    expiresAt: world.service.now() + 3_600_000,
  })

/** A call is taken, its fields asked, and DAMKAR sent. */
const fire = async (more: { type?: string; condition?: string } = {}): Promise<IncidentView> => {
  const { calls, incidents } = world.application
  const call = ok(
    await calls.open(command(), {
      centre: 'SMG',
      callId: `call-${count}`,
      phone: '+62 000 777',
      name: 'Pelapor Rahasia',
    }),
  )
  const { incident } = ok(await calls.classify(command(), call.id, 'normal'))
  if (!incident) throw new Error('no incident')
  await world.settled()
  ok(
    await incidents.answerIntake(command(), incident, {
      type: { known: more.type ?? 'KBK-BGN' },
      location: { known: 'Bandarharjo' },
      address: { known: 'Jl. Lodan <&_*' },
      point: { known: { lat: -6.9592, lng: 110.4175, accuracyMetres: 300 } },
      condition: { known: more.condition ?? 'Api di atap' },
      passable: { known: true },
      handlingSoFar: 'unknown',
      victims: { known: { injured: 1 } },
      hazards: ['fire'],
    }),
  )
  ok(await incidents.submitIntake(command(), incident))
  const view = ok(await incidents.dispatch(command(), incident, [{ agency: 'DAMKAR', role: 'lead', duty: 'act' }]))
  await world.settled()
  return view
}

beforeAll(async () => {
  world = await startWorld()
  const { directory } = world.stores
  await directory.putCentre({ code: 'SMG', name: '112 Semarang', timeZone: 'Asia/Jakarta', profile: 'semarang' })
  await directory.putAgency({
    centre: 'SMG',
    code: 'DAMKAR',
    name: 'Dinas Pemadam Kebakaran',
    transports: false,
    dutyPhones: ['+62 000 113'],
    commanderPhone: null,
    answerSeconds: null,
    active: true,
  })
  ;({ story: damkar, crew } = await groupStory(world.people, 'DAMKAR Semarang', ['Budi', 'Dewi']))
  ;({ story: supervisors } = await groupStory(world.people, 'Pengawas 112'))
  await world.bot.start()
})
afterAll(async () => {
  await world.stop()
  expect(world.failures).toEqual([])
})

describe('pairing', () => {
  test('a chat that is not paired hears nothing, whatever it says', async () => {
    for (const text of ['/bantuan', 'halo', '/start', '/pasang@other_bot 123456']) await damkar.writes(text)
    await world.settled()
    expect(await damkar.fromBot()).toEqual([])
  })

  test('a wrong code is refused, a missing one explained', async () => {
    await damkar.writes('/pasang 000000')
    await damkar.sees('Kode pasang salah, sudah dipakai, atau kedaluwarsa')
    await damkar.writes('/pasang')
    await damkar.sees('Ketik /pasang dan kode enam angka')
  })

  test('the right code makes it the agency’s group, once', async () => {
    await pairingCode('483920', { kind: 'agency', agency: 'DAMKAR' })
    await damkar.writes('/pasang@tanggap_test_bot 483 920')
    await damkar.sees('✅ Chat ini sekarang terhubung dengan 112 SMG sebagai grup DAMKAR.')
    await supervisors.writes('/pasang 483920')
    await supervisors.sees('Kode pasang salah')
    await pairingCode('112112', { kind: 'supervisorsChat' })
    await supervisors.writes('/pasang 112112')
    await supervisors.sees('sebagai grup pengawas')
  })

  test('a code for one person is refused in a group, and good in the private chat with the bot', async () => {
    await pairingCode('220011', { kind: 'user', user: 'u1' })
    await damkar.writes('/pasang 220011')
    await damkar.sees('Kode ini untuk chat pribadi dengan bot')
    const { id } = await world.people.createUser({ firstName: 'Siti' })
    const { chat } = await world.people.start(id, '220011')
    const siti = new ChatStory(world.people, chat.id, id)
    await siti.sees('sebagai chat pribadi petugas 112')
    await pairingCode('220022', { kind: 'agency', agency: 'PLN' })
    await siti.writes('/pasang 220022')
    await siti.sees('Kode ini untuk grup, bukan untuk chat pribadi')
  })

  test('an anonymous administrator pairs, too, and a forum topic is a chat of its own', async () => {
    const forum = await world.people.createChat({ title: 'OPD', type: 'supergroup', forum: true, bot: 'administrator' })
    const topic = await world.people.createTopic(forum.id, 'PLN')
    await pairingCode('555111', { kind: 'agency', agency: 'PLN' })
    await world.people.say(forum.id, { as: { anonymous: true }, text: '/pasang 555111', topic: topic.id })
    await world.settled()
    const paired = (await world.stores.chats.list('SMG')).find(({ title }) => title === 'OPD')
    expect(paired).toMatchObject({
      address: { chat: String(forum.id), thread: topic.id },
      pairedBy: { name: 'Admin grup' },
    })
    const answers = await world.people.messages(forum.id, { topic: topic.id })
    expect(answers.at(-1)?.text).toContain('sebagai grup PLN')
  })

  test('who guesses codes is not answered for long', async () => {
    const { story, crew: guessers } = await groupStory(world.people, 'Iseng', ['Iseng'])
    for (let code = 100_000; code < 100_008; code += 1) await story.writes(`/pasang ${code}`)
    await world.settled()
    const answers = (await story.fromBot()).map(({ text }) => text)
    expect(answers).toHaveLength(6)
    expect(answers.at(-1)).toMatch(/^Terlalu banyak kode yang salah/)
    await pairingCode('777000', { kind: 'agency', agency: 'DAMKAR' })
    await story.writes('/pasang 777000', { as: guessers[0] ?? 0 })
    await world.settled()
    expect(await story.fromBot()).toHaveLength(6)
  })

  test('a reply to the bot where nobody is paired is told so, and nothing else is', async () => {
    const { story } = await groupStory(world.people, 'Bukan OPD', ['Orang'])
    await story.writes('/pasang')
    await story.sees('Ketik /pasang dan kode enam angka').replies('Laporan: api padam')
    await story.sees('Obrolan ini belum dipasangkan')
    await story.writes('halo')
    await world.settled()
    expect(await story.fromBot()).toHaveLength(2)
  })

  test('/bantuan answers each in its own way', async () => {
    await damkar.writes('/bantuan')
    await damkar.sees('Jawab dengan tombol di bawah kartu')
    await supervisors.writes('/bantuan@tanggap_test_bot')
    await supervisors.sees('Tekan Saya tangani')
  })
})

describe('a fire, from the card to the closure', () => {
  let incident: IncidentView

  test('the card comes with its buttons; a press edits it and is answered', async () => {
    incident = await fire()
    const press = await damkar.sees(incident.number, { with: 'Kami tangani' }).presses('Kami tangani')
    expect(press).toMatchObject({ status: 'answered', text: 'Tercatat: Kami tangani.', alert: false })
    await damkar.sees('Status: KAMI TANGANI – Budi', { with: 'Urungkan' })
  })

  test('a second crew member learns who was first', async () => {
    const card = await damkar.sees('KAMI TANGANI')
    const late = await world.people.press(card.chatId, {
      as: crew[1] ?? 0,
      message: card.messageId,
      data: dataOf(card, 'ak'),
      forged: true,
    })
    expect(late).toMatchObject({ status: 'answered', alert: true })
    expect(late.text).toMatch(/^Sudah dicatat: Kami tangani oleh Budi, \d+ detik lalu\. Tidak ada yang diubah\.$/)
  })

  test('Lihat detail shows the caller to the presser only', async () => {
    const press = await damkar.sees('KAMI TANGANI').presses('ℹ Lihat detail')
    expect(press).toMatchObject({ status: 'answered', alert: true })
    expect(press.text).toContain('Telepon pelapor: +62 000 777')
    expect(press.text).toContain('Pelapor: Pelapor Rahasia')
    const all = await damkar.fromBot()
    for (const message of all) expect(JSON.stringify(message)).not.toContain('Rahasia')
  })

  test('Selesai asks once more, then asks for the report', async () => {
    expect(await damkar.sees('KAMI TANGANI').presses('Selesai (tanpa ke lokasi)')).toMatchObject({
      text: 'Yakin? Jawab di kartu.',
    })
    await damkar.sees('Benar sudah selesai?', { with: 'Batal' }).presses('Ya, selesai')
    await damkar.sees('SELESAI, laporan belum masuk', { with: 'Kirim laporan' }).presses('Kirim laporan')
    await damkar.sees('Bagaimana hasilnya?', { with: 'Nihil' }).presses('Tertangani')
    const prompt = await damkar.sees(`📝 Laporan ${incident.number} (DAMKAR)`)
    expect(prompt.forceReply).toMatchObject({ placeholder: `Laporan ${incident.number}` })
  })

  test('a photo and one reply are the report', async () => {
    const prompt = damkar.sees(`📝 Laporan ${incident.number}`)
    await prompt.repliesWithPhoto('kebakaran')
    await damkar.sees('📷 Foto tersimpan')
    await prompt.replies('Api padam.\nKorban: 2 luka\nUnit: 3 mobil', { as: crew[1] ?? 0 })
    await damkar.sees('LAPORAN TERKIRIM, menunggu 112 – Dewi')
    const view = await world.application.queries.incident(incident.id)
    expect(view?.assignments[0]?.report).toMatchObject({ outcome: 'handled', victims: 2, units: '3 mobil' })
    expect(view?.photos).toHaveLength(1)
  })

  test.each([
    ['a voice note', { voice: { seconds: 3 } }],
    ['a document', { document: { name: 'a.pdf', mime: 'application/pdf', base64: 'JVBERg==' }, caption: 'Korban: 2' }],
  ])('%s is no report, and the crew is told', async (_name, said) => {
    const { chatId, messageId } = await damkar.sees(`📝 Laporan ${incident.number}`)
    await world.settled()
    const before = (await damkar.fromBot()).length
    await world.people.say(chatId, { as: crew[0] ?? 0, ...said, replyTo: messageId })
    await world.people.say(chatId, { as: crew[0] ?? 0, sticker: { emoji: '👍' }, replyTo: messageId })
    await world.settled()
    const after = (await damkar.fromBot()).slice(before)
    expect(after.map(({ text }) => text)).toEqual([
      `Pesan ini sampai (${incident.number}), tetapi isinya tidak tersimpan: 112 hanya membaca teks, foto, dan lokasi. Kirim ulang sebagai teks atau foto, sebagai balasan pesan yang sama.`,
    ])
  })

  test('a file that is no photo is refused in words', async () => {
    const { chatId, messageId } = await damkar.sees(`📝 Laporan ${incident.number}`)
    const document = { name: 'foto.jpg', mime: 'image/jpeg', base64: Buffer.from('no photo').toString('base64') }
    await world.people.say(chatId, { as: crew[0] ?? 0, document, replyTo: messageId })
    await damkar.sees('Berkas ini bukan foto yang bisa dibaca')
  })
})

/** The data that a card's button would carry for another verb: a press that came late. */
const dataOf = (card: { buttons: readonly (readonly { data?: string }[])[] }, code: string): string =>
  `${card.buttons.flat()[0]?.data?.split(':')[0]}:${code}`

describe('what must not work', () => {
  test('forged data is answered and changes nothing', async () => {
    const incident = await fire()
    const card = await damkar.sees(incident.number, { with: 'Kami tangani' })
    for (const data of ['x', 'aaaaaaaaaaaaaaaa:ak', `${dataOf(card, 'zz')}`]) {
      const press = await world.people.press(card.chatId, {
        as: crew[0] ?? 0,
        message: card.messageId,
        data,
        forged: true,
      })
      expect(press).toMatchObject({ status: 'answered', alert: true })
    }
    expect((await world.application.queries.incident(incident.id))?.assignments[0]?.status).toBe('notified')
  })

  test('another group cannot press our buttons', async () => {
    const card = await damkar.sees('BELUM DIJAWAB', { with: 'Kami tangani' })
    const foreign = await supervisors.sees('sebagai grup pengawas')
    const press = await world.people.press(foreign.chatId, {
      as: (await world.people.chat(foreign.chatId)).memberIds[0] ?? 0,
      message: foreign.messageId,
      data: dataOf(card, 'ak'),
      forged: true,
    })
    expect(press).toMatchObject({ alert: true, text: 'Kartu ini milik grup lain; tidak ada yang diubah.' })
  })

  test('an edited message and small talk change nothing', async () => {
    const said = await damkar.writes('siap komandan')
    await world.people.edit(said.chatId, said.messageId, '/pasang 483920', crew[0] ?? 0)
    const before = (await damkar.fromBot()).length
    await world.settled()
    expect(await damkar.fromBot()).toHaveLength(before)
  })
})

describe('DESIGN: an edited or deleted message in the group changes no status', () => {
  test('neither a crew’s words, edited or taken away, nor a card that somebody deleted; /aktif shows it again', async () => {
    const { id, number } = await fire()
    await damkar.sees(number, { with: 'Kami tangani' }).presses('Kami tangani')
    await world.settled()
    const state = async () => {
      const view = await world.application.queries.incident(id)
      const { status, steps } = view?.assignments[0] ?? {}
      return { status, steps }
    }
    const before = await state()
    expect(before.status).toBe('acknowledged')
    const card = await damkar.sees(number)
    const said = await damkar.sees(number).replies('siap meluncur')
    await world.settled()
    await world.people.edit(said.chatId, said.messageId, 'Selesai', crew[0] ?? 0)
    await world.settled()
    await world.people.deleteMessage(said.chatId, said.messageId)
    await world.people.deleteMessage(card.chatId, card.messageId)
    await world.settled()
    expect(await state()).toEqual(before)
    await damkar.writes('/aktif')
    await damkar.sees('Kejadian terbuka')
    await world.settled()
    await damkar.sees(number, { with: 'Meluncur' }).presses('Meluncur')
    await world.settled()
    expect((await state()).status).toBe('enRoute')
  })
})

describe('bad days of Telegram', () => {
  test('a press whose message is out of reach still counts', async () => {
    const incident = await fire()
    const { chatId, messageId } = await damkar.sees(incident.number, { with: 'Kami tangani' })
    const press = await world.people.press(chatId, {
      as: crew[0] ?? 0,
      message: messageId,
      button: 'Meluncur',
      inaccessible: true,
    })
    expect(press.text).toBe('Tercatat: Meluncur. Hati-hati di jalan.')
    await world.settled()
    expect((await world.application.queries.incident(incident.id))?.assignments[0]?.status).toBe('enRoute')
  })

  test('an alert whose answer was lost goes again and says so; both copies work', async () => {
    await world.people.addFault({ methods: ['sendMessage'], effect: { kind: 'drop' } })
    const incident = await fire()
    const chat = (await world.stores.chats.list('SMG')).find(({ title }) => title.startsWith('DAMKAR'))
    await world.people.waitFor(
      async () => {
        world.wakeUps.chat(chat?.id ?? '')
        await world.settled()
        return (await damkar.fromBot()).filter(({ text }) => text.includes(incident.number)).length === 2 || undefined
      },
      10_000,
      'the second copy',
    )
    const [lost] = (await damkar.fromBot()).filter(({ text }) => text.includes(incident.number))
    await damkar.sees('⚠️ ULANG, mungkin ganda')
    const press = await world.people.press(lost?.chatId ?? 0, {
      as: crew[0] ?? 0,
      message: lost?.messageId ?? 0,
      button: 'Kami tangani',
    })
    expect(press.text).toBe('Tercatat: Kami tangani.')
    await world.settled()
    const copies = (await damkar.fromBot()).filter(({ text }) => text.includes(incident.number))
    expect(copies.map(({ text }) => text.includes('KAMI TANGANI'))).toEqual([true, true])
  })

  test('a group that became a supergroup goes on', async () => {
    const incident = await fire()
    await damkar.sees(incident.number, { with: 'Kami tangani' })
    const moved = await world.people.migrate(damkar.chat, 'before')
    await world.settled()
    expect((await world.stores.chats.list('SMG')).map(({ address }) => address.chat)).toContain(String(moved.id))
  })

  test('a bot that is thrown out says so, and is back when it is back', async () => {
    const group = await supervisors.sees('sebagai grup pengawas')
    const health = async () =>
      (await world.stores.chats.list('SMG')).find(({ address }) => address.chat === String(group.chatId))?.health
    await world.people.setBot(group.chatId, 'kicked')
    await world.settled()
    expect(await health()).toMatchObject({ status: 'down', detail: 'bot dikeluarkan' })
    await world.people.setBot(group.chatId, 'member')
    await world.settled()
    expect(await health()).toEqual({ status: 'ok' })
  })

  test('no log line holds a token, a name, a number or an address', () => {
    const log = world.log.lines.join('\n')
    for (const secret of ['bot-test-token', 'Rahasia', '+62 000 777', 'Lodan']) expect(log).not.toContain(secret)
  })
})
