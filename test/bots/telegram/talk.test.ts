import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IncidentView } from '../../../src/application/views.ts'
import { ok } from '../../support/desk.ts'
import { Crews } from './crews.ts'

let crews: Crews
let incident: IncidentView
beforeAll(async () => {
  crews = await Crews.start()
  incident = await crews.fire({}, ['DAMKAR', 'DINKES'])
  await crews.damkar.story.sees(incident.number, { with: 'Kami tangani' }).presses('Kami tangani')
  await crews.world.settled()
})
afterAll(async () => {
  await crews.stop()
  expect(crews.world.failures).toEqual([])
})

const talk = async () => (await crews.view(incident)).talk
const card = () => crews.damkar.story.sees('Status: KAMI TANGANI')

describe('a reply to one of our messages', () => {
  test('lands in the timeline with who, when and which agency; one line tells the crew that 112 has it', async () => {
    const before = await crews.said(crews.damkar)
    await card().replies('Butuh jalan lain, Jl. Lodan macet. Korban: 3')
    await card().replies('Atau lewat Tambakmulyo?', { as: crews.damkar.people[1] ?? 0 })
    expect(await crews.saidSince(crews.damkar, before)).toEqual([`✉️ Diteruskan ke 112 (${incident.number}).`])
    expect(await talk()).toMatchObject([
      { direction: 'in', kind: 'text', by: 'Dewi', agency: 'DAMKAR', text: 'Atau lewat Tambakmulyo?', report: false },
      { direction: 'in', kind: 'text', by: 'Budi', agency: 'DAMKAR', at: expect.any(Number) },
    ])
    expect((await crews.view(incident)).assignments[0]?.status).toBe('acknowledged')
  })

  test('a line Korban is the crew’s own count, kept as a figure', async () => {
    await card().replies('Sudah di dalam.\nKorban = dua belas orang')
    expect((await talk())[0]).toMatchObject({ victims: 12 })
  })

  test('a photo with words, a place and a named place are kept; a voice note is noted and said to be unheard', async () => {
    const before = await crews.said(crews.damkar)
    const { chatId, messageId } = await card()
    const say = (wish: object) =>
      crews.world.people.say(chatId, { as: crews.damkar.people[0] ?? 0, replyTo: messageId, ...wish })
    await say({ photo: 'kebakaran', caption: 'tampak depan' })
    await say({ location: { latitude: -6.961, longitude: 110.42 } })
    await say({
      location: { latitude: -6.962, longitude: 110.42 },
      venue: { title: 'Hidran', address: 'Jl. Ronggowarsito' },
    })
    await say({ voice: { seconds: 4 } })
    await say({ sticker: { emoji: '👍' } })
    expect((await talk()).slice(0, 4)).toMatchObject([
      { kind: 'voice', text: '' },
      { kind: 'place', place: { lat: -6.962, title: 'Hidran', address: 'Jl. Ronggowarsito' } },
      { kind: 'place', place: { lat: -6.961, lng: 110.42, accuracyMetres: null } },
      { kind: 'photo', text: 'tampak depan', photo: expect.stringContaining('/api/centres/SMG/photos/') },
    ])
    expect((await crews.saidSince(crews.damkar, before)).map(text => text.slice(0, 18))).toEqual([
      '📷 Foto tersimpan.',
      'Pesan ini sampai (',
    ])
  })

  test('an edit is one more version beside the first, and changes nothing else', async () => {
    const { chatId, messageId } = await card().replies('Korban: 2')
    await crews.world.settled()
    const { version } = await crews.view(incident)
    await crews.world.people.edit(chatId, messageId, 'Korban: 4, satu di lantai dua')
    const [newest] = await talk()
    expect(newest).toMatchObject({
      text: 'Korban: 4, satu di lantai dua',
      victims: 4,
      versions: [{ text: 'Korban: 2' }, { text: 'Korban: 4, satu di lantai dua' }],
    })
    await crews.world.people.deleteMessage(chatId, messageId)
    const after = await crews.view(incident)
    expect(after.talk[0]).toEqual(newest)
    expect(after.version).toBe(version)
  })

  test('a live location shows where the unit is while it moves, and where it ended; no status changes', async () => {
    const { chatId, messageId: replyTo } = await card()
    const as = crews.damkar.people[0] ?? 0
    const start = { latitude: -6.98, longitude: 110.41, livePeriod: 900 }
    const { messageId } = await crews.world.people.say(chatId, { as, replyTo, location: start })
    const position = async () => (await crews.view(incident)).positions
    expect(await position()).toMatchObject([{ agency: 'DAMKAR', by: 'Budi', place: { lat: -6.98 }, live: true }])
    await crews.world.people.moveLive(chatId, messageId, { latitude: -6.97, longitude: 110.415 })
    expect(await position()).toMatchObject([{ place: { lat: -6.97, lng: 110.415 }, live: true }])
    await crews.world.people.moveLive(chatId, messageId, { latitude: -6.9593, longitude: 110.4176, stop: true })
    expect(await position()).toMatchObject([{ place: { lat: -6.9593 }, live: false }])
    expect((await crews.view(incident)).assignments[0]?.status).toBe('acknowledged')
  })

  test('talk in the group that answers none of our messages stays unheard', async () => {
    const before = (await talk()).length
    await crews.damkar.story.writes('siapa bawa selang?')
    const mine = await crews.damkar.story.writes('halo')
    await crews.world.people.say(mine.chatId, { as: crews.damkar.people[1] ?? 0, text: 'ya?', replyTo: mine.messageId })
    expect(await talk()).toHaveLength(before)
  })

  test('older messages are asked for page by page', async () => {
    const { queries } = crews.world.application
    const all = await talk()
    const first = await queries.talk(incident.id, { limit: 3 })
    const second = await queries.talk(incident.id, { limit: 100, after: first?.next ?? '' })
    expect([...(first?.messages ?? []), ...(second?.messages ?? [])]).toEqual(all)
    expect(second?.next).toBeNull()
    expect(await queries.talk('SMG-none', { limit: 3 })).toBeNull()
  })
})

describe('the control room writes', () => {
  const write = async (message: object) =>
    ok(await crews.world.application.incidents.sendMessage(crews.sender(), incident.id, message))

  test('to one group, named by centre and code; its answer stands under the same incident', async () => {
    const [dinkesBefore] = [await crews.said(crews.dinkes)]
    const assignment = incident.assignments[0]?.id ?? ''
    await write({ text: 'Lewat Jl. Ronggowarsito, gang masih terbuka.', assignments: [assignment] })
    const message = crews.damkar.story.sees(`✉️ Pesan 112 Semarang: ${incident.number}`)
    expect((await message).text).toContain('Lewat Jl. Ronggowarsito, gang masih terbuka.')
    await message.replies('Siap, putar balik')
    const [answer, sent] = await talk()
    expect(answer).toMatchObject({ direction: 'in', text: 'Siap, putar balik' })
    expect(sent).toMatchObject({
      direction: 'out',
      by: 'Sari',
      text: 'Lewat Jl. Ronggowarsito, gang masih terbuka.',
      to: [{ agency: 'DAMKAR', delivery: 'sent' }],
    })
    expect(await crews.saidSince(crews.dinkes, dinkesBefore)).toEqual([])
  })

  test('to all groups; where one cannot be shown, the page says so for that one', async () => {
    await crews.world.people.setBot(crews.dinkes.story.chat, 'kicked')
    await write({ text: 'Angin berubah ke utara.', urgent: true })
    await crews.damkar.story.sees(`📢 PESAN PENTING 112 Semarang: ${incident.number}`)
    expect((await talk())[0]?.to).toMatchObject([
      { agency: 'DAMKAR', delivery: 'sent' },
      { agency: 'DINKES', delivery: 'failed' },
    ])
    await crews.world.people.setBot(crews.dinkes.story.chat, 'member')
    await crews.world.settled()
  })

  test('the point goes as a place that opens the map', async () => {
    await write({ venue: true })
    await crews.world.settled()
    const shown = (await crews.damkar.story.fromBot()).at(-1)
    expect(shown).toMatchObject({
      kind: 'venue',
      location: { latitude: -6.9592, longitude: 110.4175 },
      venue: { title: `${incident.number}: KEBAKARAN BANGUNAN/RUMAH — P1`, address: 'Jl. Lodan 1' },
    })
  })

  test('nothing at all, to nobody, or a place that nobody knows is refused', async () => {
    const { incidents } = crews.world.application
    const send = async (id: string, message: object) => {
      const outcome = await incidents.sendMessage(crews.sender(), id, message)
      return outcome.ok ? 'sent' : outcome.refusal.code
    }
    expect(await send(incident.id, {})).toBe('messageEmpty')
    expect(await send(incident.id, { text: '  ' })).toBe('textEmpty')
    expect(await send(incident.id, { text: 'x', assignments: ['nobody'] })).toBe('notFound')
    const noPoint = await crews.fire({ point: 'unknown' })
    expect(await send(noPoint.id, { venue: true })).toBe('pointMissing')
  })
})

test('after the end nobody reads a reply, and the crew hears that once', async () => {
  const { id, number } = await crews.fire({ address: { known: 'Jl. Akhir 9' } })
  const shown = crews.damkar.story.sees('Jl. Akhir 9', { with: 'Kami tangani' })
  await shown
  ok(await crews.world.application.incidents.cancel(crews.sender(), id, 'salah alamat'))
  await crews.world.settled()
  const before = await crews.said(crews.damkar)
  await shown.replies('Kami putar balik')
  await shown.replies('ya')
  expect(await crews.saidSince(crews.damkar, before)).toEqual([
    'Kejadian sudah selesai; tidak ada lagi yang bisa diubah.',
  ])
  expect((await crews.view({ id })).talk).toEqual([])
  expect(number).toMatch(/^SMG-/)
})
