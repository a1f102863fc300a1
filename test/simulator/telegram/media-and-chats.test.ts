import { readFile } from 'node:fs/promises'
import { InputFile } from 'grammy'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Rig, refusalOf, rig } from './stand-in.ts'

let sim: Rig
let group: number
let sari: number

beforeEach(async () => {
  sim = await rig()
  sari = (await sim.driver.createUser({ firstName: 'Sari', username: 'sari_damkar' })).id
  group = (await sim.driver.createChat({ title: 'Damkar', members: [sari] })).id
})

describe('photos, places and files', () => {
  const media = new URL('../../../src/simulator/shared/media/', import.meta.url)

  it('takes an uploaded photo, hands it out again and sends it by file_id', async () => {
    const bytes = await readFile(new URL('kebakaran.jpg', media))
    const sent = await sim.api.sendPhoto(group, new InputFile(bytes, 'foto.jpg'), { caption: 'Api <besar>' })
    expect(sent.caption).toBe('Api <besar>')
    const size = sent.photo.at(-1)
    expect(size).toMatchObject({ width: 960, height: 720, file_size: bytes.length })
    const file = await sim.api.getFile(size?.file_id ?? '')
    const response = await fetch(`${sim.telegram.apiRoot}/file/bot${sim.telegram.token}/${file.file_path}`)
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
    const again = await sim.api.sendPhoto(group, size?.file_id ?? '')
    expect(again.photo.at(-1)?.file_id).toBe(size?.file_id)
    await sim.api.editMessageCaption(group, sent.message_id, { caption: 'Api padam' })
    expect((await sim.driver.messages(group)).find(m => m.messageId === sent.message_id)?.text).toBe('Api padam')
  })

  it('refuses what is no photo, an unknown file and a long caption', async () => {
    const junk = new InputFile(Buffer.from('<html>'), 'foto.jpg')
    expect(await refusalOf(sim.api.sendPhoto(group, junk))).toBe('400 Bad Request: IMAGE_PROCESS_FAILED')
    expect(await refusalOf(sim.api.sendPhoto(group, 'AgAC-unknown'))).toBe(
      '400 Bad Request: wrong file identifier/HTTP URL specified',
    )
    expect(await refusalOf(sim.api.getFile('AgAC-unknown'))).toBe('400 Bad Request: invalid file_id')
    expect(await refusalOf(sim.api.sendPhoto(group, 'x', { caption: 'x'.repeat(1025) }))).toBe(
      '400 Bad Request: message caption is too long',
    )
    const missing = await fetch(`${sim.telegram.apiRoot}/file/bot${sim.telegram.token}/photos/file_99.jpg`)
    expect(missing.status).toBe(404)
  })

  it('sends locations and venues', async () => {
    const place = await sim.api.sendLocation(group, -6.9902, 110.4229)
    expect(place.location).toEqual({ latitude: -6.9902, longitude: 110.4229 })
    const venue = await sim.api.sendVenue(group, -6.99, 110.42, 'Pasar', 'Jl. Pasar 1')
    expect(venue.venue.title).toBe('Pasar')
    expect((await sim.driver.messages(group)).at(-1)).toMatchObject({
      kind: 'venue',
      venue: { title: 'Pasar', address: 'Jl. Pasar 1' },
    })
    expect(await refusalOf(sim.api.sendLocation(group, 91, 0))).toBe('400 Bad Request: wrong location specified')
  })
})

describe('a live location', () => {
  it('moves by edits of its message; the last one is without its period', async () => {
    const card = await sim.api.sendMessage(group, 'kartu')
    const location = { latitude: -6.98, longitude: 110.41, livePeriod: 900 }
    const { messageId } = await sim.driver.say(group, { as: sari, location, replyTo: card.message_id })
    await sim.driver.moveLive(group, messageId, { latitude: -6.97, longitude: 110.42 })
    await sim.driver.moveLive(group, messageId, { latitude: -6.96, longitude: 110.43, stop: true })
    const updates = await sim.api.getUpdates({ allowed_updates: ['message', 'edited_message'] })
    const places = updates.flatMap(({ message, edited_message: edited }) => (message ?? edited)?.location ?? [])
    expect(places).toEqual([
      { latitude: -6.98, longitude: 110.41, live_period: 900 },
      { latitude: -6.97, longitude: 110.42, live_period: 900 },
      { latitude: -6.96, longitude: 110.43 },
    ])
    const again = sim.driver.moveLive(group, messageId, { latitude: 0, longitude: 0 })
    await expect(again).rejects.toMatchObject({ code: 'unknown_message' })
  })
})

describe('the bot and its chats', () => {
  it('tells about itself and keeps its commands', async () => {
    expect(await sim.api.getMe()).toMatchObject({
      id: 112000112,
      is_bot: true,
      username: 'tanggap112_bot',
      can_read_all_group_messages: false,
    })
    await sim.api.setMyCommands([{ command: 'aktif', description: 'Kejadian aktif' }])
    expect(await sim.api.getMyCommands()).toEqual([{ command: 'aktif', description: 'Kejadian aktif' }])
    expect(await refusalOf(sim.api.setMyCommands([{ command: 'Aktif!', description: 'x' }]))).toBe(
      '400 Bad Request: BOT_COMMAND_INVALID',
    )
    await sim.api.deleteMyCommands()
    expect(await sim.api.getMyCommands()).toEqual([])
  })

  it('tells about chats and members', async () => {
    expect(await sim.api.getChat(group)).toMatchObject({ id: group, type: 'group', title: 'Damkar' })
    expect(await sim.api.getChatMember(group, sari)).toMatchObject({ status: 'creator' })
    expect(await sim.api.getChatMember(group, 112000112)).toMatchObject({ status: 'member' })
    expect(await sim.api.getChatAdministrators(group)).toHaveLength(1)
    expect(await sim.api.getChatMemberCount(group)).toBe(2)
    expect(await sim.api.sendChatAction(group, 'typing')).toBe(true)
  })

  it('leaves a chat and is refused there', async () => {
    await sim.api.leaveChat(group)
    expect(await refusalOf(sim.api.sendMessage(group, 'x'))).toBe(
      '403 Forbidden: bot is not a member of the group chat',
    )
  })

  it('logs out: the token is refused from then on', async () => {
    expect(await sim.api.close()).toBe(true)
    expect(await sim.api.logOut()).toBe(true)
    expect(await refusalOf(sim.api.getMe())).toBe('400 Logged out')
  })

  it('knows no other token, no unknown method, no other path', async () => {
    const status = async (path: string): Promise<string> => {
      const response = await fetch(sim.telegram.apiRoot + path)
      return `${response.status} ${(await response.text()).slice(0, 120)}`
    }
    expect(await status('/bot112000112:wrong-token-wrong/getMe')).toBe(
      '401 {"ok":false,"error_code":401,"description":"Unauthorized"}',
    )
    expect(await status('/botnonsense/getMe')).toMatch(/^404 .*"description":"Not Found"/)
    expect(await status(`/bot${sim.telegram.token}/noSuchMethod`)).toMatch(/^404 .*"Not Found: method not found"/)
    expect(await status('/elsewhere')).toMatch(/^404 /)
    expect(await status(`/bot${sim.telegram.token}/GETME`)).toMatch(/^200 /)
  })

  it('takes arguments from the query, a form, JSON and multipart alike', async () => {
    const base = `${sim.telegram.apiRoot}/bot${sim.telegram.token}/sendMessage`
    const text = 'halo'
    const form = new FormData()
    form.set('chat_id', String(group))
    form.set('text', text)
    form.set('reply_markup', JSON.stringify({ inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] }))
    const answers = await Promise.all([
      fetch(`${base}?chat_id=${group}&text=${text}`),
      fetch(base, { method: 'POST', body: new URLSearchParams({ chat_id: String(group), text }) }),
      fetch(base, { method: 'POST', body: form }),
      fetch(base, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ chat_id: String(group), text }),
      }),
    ])
    expect(answers.map(answer => answer.status)).toEqual([200, 200, 200, 200])
    const broken = await fetch(base, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' })
    expect(await broken.json()).toEqual({
      ok: false,
      error_code: 400,
      description: "Bad Request: can't parse JSON object",
    })
  })
})
