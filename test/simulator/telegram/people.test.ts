import type { Update } from '@grammyjs/types'
import { beforeEach, describe, expect, it } from 'vitest'
import { groupStory } from '../../support/telegram-driver.ts'
import { BOT, HandClock, onCleanup, type Rig, refusalOf, rig, TOKEN } from './stand-in.ts'

let sim: Rig
let sari: number
let budi: number

beforeEach(async () => {
  sim = await rig()
  sari = (await sim.driver.createUser({ firstName: 'Sari', username: 'sari' })).id
  budi = (await sim.driver.createUser({ firstName: 'Budi', lastName: 'Utomo' })).id
})

/** Updates not seen yet; each call confirms them. */
async function fresh(): Promise<Update[]> {
  const updates = await sim.api.getUpdates()
  const last = updates.at(-1)
  if (last) await sim.api.getUpdates({ offset: last.update_id + 1, limit: 1 })
  return updates
}

describe('the bot comes and goes', () => {
  it('tells with my_chat_member and service messages', async () => {
    const group = (await sim.driver.createChat({ title: 'Damkar', members: [sari], bot: 'left' })).id
    expect(await fresh()).toEqual([])
    const statuses = async (): Promise<(string | undefined)[]> =>
      (await fresh()).map(({ my_chat_member: change, message }) =>
        change
          ? `${change.old_chat_member.status}>${change.new_chat_member.status}`
          : Object.keys(message ?? {}).at(-1),
      )
    await sim.driver.setBot(group, 'member', sari)
    expect(await statuses()).toEqual(['left>member', 'new_chat_members'])
    await sim.driver.setBot(group, 'administrator', sari)
    expect(await statuses()).toEqual(['member>administrator'])
    await sim.driver.setBot(group, 'restricted', sari)
    expect(await statuses()).toEqual([])
    expect(await sim.driver.chat(group)).toMatchObject({ bot: 'administrator', botMaySend: { texts: false } })
    await sim.driver.setBot(group, 'kicked', sari)
    expect(await statuses()).toEqual(['administrator>kicked', 'left_chat_member'])
    const supergroup = (await sim.driver.createChat({ type: 'supergroup', title: 'BPBD', members: [sari] })).id
    expect(await statuses()).toEqual(['left>member', 'new_chat_members'])
    await sim.driver.setBot(supergroup, 'restricted', sari)
    await sim.driver.setBot(supergroup, 'kicked', sari)
    expect(await statuses()).toEqual(['member>restricted', 'restricted>kicked'])
    await sim.driver.start(budi)
    await fresh()
    await sim.driver.setBlocked(budi, true)
    expect(await statuses()).toEqual(['member>kicked'])
    await sim.driver.start(budi)
    expect(await statuses()).toEqual(['kicked>member', 'entities'])
  })
})

describe('what people send', () => {
  it('reaches the bot in a private chat, with the payload of a deep link', async () => {
    await expect(sim.driver.say(sari, { as: sari, text: 'x' })).rejects.toMatchObject({ code: 'unknown_chat' })
    await sim.driver.start('@sari', 'lapor_A7K')
    expect((await fresh())[0]?.message).toMatchObject({
      text: '/start lapor_A7K',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      from: { id: sari, first_name: 'Sari', username: 'sari', language_code: 'id' },
    })
  })

  it('comes in every kind', async () => {
    await sim.driver.start(sari)
    await fresh()
    const as = sari
    await sim.driver.say(sari, { as, photo: 'kebakaran', caption: 'Api' })
    await sim.driver.say(sari, { as, photo: 'bukan-foto' })
    await sim.driver.say(sari, { as, document: { name: 'a.pdf', mime: 'application/pdf', base64: 'JVBERg==' } })
    await sim.driver.say(sari, { as, voice: { seconds: 3 } })
    await sim.driver.say(sari, { as, sticker: { emoji: '👍' } })
    await sim.driver.say(sari, { as, location: { latitude: -6.99, longitude: 110.42 } })
    await sim.driver.say(sari, {
      as,
      location: { latitude: -6.99, longitude: 110.42 },
      venue: { title: 'Pasar', address: 'Jl. Pasar' },
    })
    await sim.driver.say(sari, { as, contact: { phone: '+62 000 0000 0000', firstName: 'Budi' } })
    await sim.driver.say(sari, { as, photo: 'banjir', album: 'a1' })
    await sim.driver.say(sari, { as, photo: 'laporan', album: 'a1' })
    const messages = (await fresh()).map(({ message }) => message)
    expect(messages[0]?.photo?.map(({ width }) => width)).toEqual([160, 960])
    expect(messages[0]?.caption).toBe('Api')
    expect(messages[2]?.document).toMatchObject({ file_name: 'a.pdf', mime_type: 'application/pdf' })
    expect(messages[3]?.voice?.duration).toBe(3)
    expect(messages[4]?.sticker?.emoji).toBe('👍')
    expect(messages[5]?.location?.latitude).toBe(-6.99)
    expect(messages[6]?.venue?.title).toBe('Pasar')
    expect(messages[7]?.contact?.first_name).toBe('Budi')
    expect(messages.slice(8).map(message => message?.media_group_id)).toEqual(['a1', 'a1'])
    expect((await sim.driver.messages(sari)).map(({ kind }) => kind)).toEqual([
      'text',
      'photo',
      'photo',
      'document',
      'voice',
      'sticker',
      'location',
      'venue',
      'contact',
      'photo',
      'photo',
    ])
  })

  it('may be a photo that is none: its file holds no picture', async () => {
    await sim.driver.start(sari)
    await sim.driver.say(sari, { as: sari, photo: 'bukan-foto' })
    const photo = (await fresh()).at(-1)?.message?.photo?.at(-1)
    const file = await sim.api.getFile(photo?.file_id ?? '')
    const response = await fetch(`${sim.telegram.apiRoot}/file/bot${TOKEN}/${file.file_path}`)
    expect(await response.text()).toContain('<html>')
    await expect(
      sim.driver.say(sari, { as: sari, photo: { base64: Buffer.from('junk').toString('base64') } }),
    ).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('can be replies, edits and deletions', async () => {
    const group = (await sim.driver.createChat({ title: 'Damkar', members: [sari, budi] })).id
    const card = await sim.api.sendMessage(group, 'kartu')
    await fresh()
    const said = await sim.driver.say(group, { as: sari, text: 'Korban: 1', replyTo: card.message_id })
    expect((await fresh())[0]?.message?.reply_to_message?.message_id).toBe(card.message_id)
    await expect(sim.driver.edit(group, said.messageId, 'x', budi)).rejects.toMatchObject({ code: 'not_your_message' })
    const edited = await sim.driver.edit(group, said.messageId, 'Korban: 2', sari)
    expect(edited).toMatchObject({ edits: 1, text: 'Korban: 2' })
    expect((await fresh())[0]?.edited_message).toMatchObject({ text: 'Korban: 2', edit_date: expect.any(Number) })
    await sim.driver.deleteMessage(group, said.messageId)
    expect(await fresh()).toEqual([])
    expect((await sim.driver.messages(group)).some(({ messageId }) => messageId === said.messageId)).toBe(false)
    expect((await sim.driver.messages(group, { deleted: true })).at(-1)?.deletedAt).toEqual(expect.any(Number))
  })

  it('may come from an anonymous administrator of a supergroup', async () => {
    const group = (await sim.driver.createChat({ type: 'supergroup', title: 'BPBD', members: [sari] })).id
    await fresh()
    await sim.driver.say(group, { as: { anonymous: true }, text: `/pasang@${BOT} 483920` })
    expect((await fresh())[0]?.message).toMatchObject({
      from: { id: 1087968824, username: 'GroupAnonymousBot' },
      sender_chat: { id: group, type: 'supergroup' },
    })
  })

  it('is refused from people who were put out', async () => {
    const group = (await sim.driver.createChat({ title: 'Damkar', members: [sari, budi] })).id
    await sim.driver.setMember(group, budi, 'kicked', sari)
    await expect(sim.driver.say(group, { as: budi, text: 'x' })).rejects.toMatchObject({ code: 'not_a_member' })
    await sim.driver.setMember(group, budi, 'member', sari)
    await expect(sim.driver.say(group, { as: budi, text: 'x' })).resolves.toMatchObject({ seenByBot: false })
    expect(await sim.api.getChatMember(group, budi)).toMatchObject({ status: 'member' })
  })
})

describe('pressing buttons', () => {
  const keyboard = {
    inline_keyboard: [
      [
        { text: '✅ Kami tangani', callback_data: 'k1:ack' },
        { text: 'Peta', url: 'https://peta.contoh.id/' },
      ],
    ],
  }

  it('brings the bot a callback query and the person the answer', async () => {
    const group = (await sim.driver.createChat({ title: 'Damkar', members: [sari] })).id
    const card = await sim.api.sendMessage(group, 'kartu', { reply_markup: keyboard })
    await fresh()
    const pressing = sim.driver.press(group, { as: sari, button: 'kami tangani' })
    const query = await sim.driver.waitFor(async () => (await fresh())[0]?.callback_query, 2_000)
    expect(query).toMatchObject({
      data: 'k1:ack',
      from: { id: sari },
      message: { message_id: card.message_id, text: 'kartu', reply_markup: keyboard },
    })
    expect(query.chat_instance).toMatch(/^-?\d+$/)
    expect(await refusalOf(sim.api.answerCallbackQuery(query.id, { text: 'x'.repeat(201) }))).toBe(
      '400 Bad Request: MESSAGE_TOO_LONG',
    )
    await sim.api.answerCallbackQuery(query.id, { text: 'Sudah dicatat', show_alert: true })
    expect(await pressing).toMatchObject({ status: 'answered', text: 'Sudah dicatat', alert: true })
    await sim.api.answerCallbackQuery(query.id, { text: 'lagi' })
    expect((await sim.driver.journal()).entries.at(-1)).toMatchObject({ kind: 'answer', repeated: true })
    expect(await refusalOf(sim.api.answerCallbackQuery('4711'))).toBe(
      '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
    )
  })

  it('tells when no answer comes, and expires on demand', async () => {
    const group = (await sim.driver.createChat({ title: 'Damkar', members: [sari] })).id
    await sim.api.sendMessage(group, 'kartu', { reply_markup: keyboard })
    await fresh()
    expect(await sim.driver.press(group, { as: sari, data: 'k1:ack', wait: 0.05 })).toMatchObject({
      status: 'unanswered',
    })
    expect(await sim.driver.press(group, { as: sari, data: 'k1:ack', wait: 0 })).toMatchObject({
      status: 'not-awaited',
    })
    expect((await sim.driver.status()).unansweredPresses).toBe(2)
    expect(await sim.driver.expirePresses()).toEqual({ expired: 2 })
    const id = (await fresh())[0]?.callback_query?.id ?? ''
    expect(await refusalOf(sim.api.answerCallbackQuery(id))).toMatch(/^400 Bad Request: query is too old/)
  })

  it('shows a deleted or too old message as inaccessible', async () => {
    const group = (await sim.driver.createChat({ title: 'Damkar', members: [sari] })).id
    const card = await sim.api.sendMessage(group, 'kartu', { reply_markup: keyboard })
    const press = { as: sari, message: card.message_id, button: 'Kami tangani', wait: 0 }
    await fresh()
    await sim.driver.press(group, { ...press, inaccessible: true })
    const gone = { chat: { id: group }, message_id: card.message_id, date: 0 }
    expect((await fresh())[0]?.callback_query?.message).toMatchObject(gone)
    await sim.driver.deleteMessage(group, card.message_id)
    await sim.driver.press(group, press)
    const [update] = await fresh()
    expect(update?.callback_query?.message).toMatchObject(gone)
    expect(update?.callback_query?.message).not.toHaveProperty('text')
  })

  it('counts a press that was under way during an edit, opens links, lets data be forged', async () => {
    const group = (await sim.driver.createChat({ title: 'Damkar', members: [sari] })).id
    const { message_id: message } = await sim.api.sendMessage(group, 'kartu', { reply_markup: keyboard })
    await sim.api.editMessageText(group, message, 'selesai')
    await fresh()
    await expect(sim.driver.press(group, { as: sari, button: 'Kami tangani' })).rejects.toMatchObject({
      code: 'unknown_button',
    })
    await sim.driver.press(group, { as: sari, message, button: 'Kami tangani', wait: 0 })
    expect((await fresh())[0]?.callback_query?.message).toMatchObject({ text: 'selesai' })
    expect(await sim.driver.press(group, { as: sari, message, button: 'Peta' })).toMatchObject({
      status: 'link',
      url: 'https://peta.contoh.id/',
    })
    await sim.driver.press(group, { as: budi, message, data: 'forged:token', forged: true, wait: 0 })
    expect((await fresh())[0]?.callback_query).toMatchObject({ data: 'forged:token', from: { id: budi } })
  })
})

describe('migration', () => {
  it.each(['before', 'after'] as const)('moves the group; the service messages come %s the refusal', async announce => {
    const group = (await sim.driver.createChat({ title: 'Damkar', members: [sari], labels: ['agency: DAMKAR'] })).id
    const card = await sim.api.sendMessage(group, 'kartu')
    await fresh()
    const supergroup = await sim.driver.migrate('agency: DAMKAR', announce)
    expect(supergroup).toMatchObject({
      type: 'supergroup',
      labels: ['agency: DAMKAR'],
      migratedFrom: group,
      bot: 'member',
    })
    const announced = async (): Promise<(number | undefined)[]> =>
      (await fresh()).map(({ message }) => message?.migrate_to_chat_id ?? message?.migrate_from_chat_id)
    const both = [supergroup.id, group]
    expect(await announced()).toEqual(announce === 'before' ? both : [])
    const refused = await sim.api.sendMessage(group, 'x').catch((error: unknown) => error)
    expect(refused).toMatchObject({
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: supergroup.id },
    })
    expect(await announced()).toEqual(announce === 'before' ? [] : both)
    expect(await refusalOf(sim.api.editMessageText(group, card.message_id, 'x'))).toBe(
      "400 Bad Request: message can't be edited",
    )
    expect(await refusalOf(sim.api.sendMessage(supergroup.id, 'x'))).toBe('no refusal')
    const shown = await sim.driver.messages('agency: DAMKAR')
    expect(shown.filter(({ kind }) => kind === 'text').map(({ text }) => text)).toEqual(['kartu', 'x'])
    await expect(sim.driver.say(group, { as: sari, text: 'x' })).rejects.toMatchObject({ code: 'chat_closed' })
  })
})

describe('stories', () => {
  it('read as what a crew sees and does', async () => {
    const { Bot } = await import('grammy')
    const bot = new Bot(TOKEN, { client: { apiRoot: sim.telegram.apiRoot } })
    bot.command('mulai', ctx =>
      ctx.reply('KEBAKARAN di Pasar', {
        reply_markup: { inline_keyboard: [[{ text: 'Kami tangani', callback_data: 'a' }]] },
      }),
    )
    bot.callbackQuery('a', async ctx => {
      await ctx.editMessageText('Ditangani')
      await ctx.reply('Laporan?', { reply_markup: { force_reply: true } })
      await ctx.answerCallbackQuery({ text: 'Dicatat' })
    })
    bot.on('message:photo', ctx => ctx.reply('Foto diterima'))
    const running = bot.start()
    onCleanup(async () => {
      await bot.stop()
      await running
    })
    const { story: damkar } = await groupStory(sim.driver, 'Damkar', ['Sari', 'Budi'], ['agency: DAMKAR'])
    await damkar.writes('/mulai')
    expect(await damkar.sees('KEBAKARAN', { with: 'Kami tangani' }).presses('Kami tangani')).toMatchObject({
      text: 'Dicatat',
    })
    await damkar.seesNoMore('KEBAKARAN')
    await damkar.sees('Laporan?').repliesWithPhoto('laporan', { caption: 'Korban: 0' })
    expect(await damkar.unexpected()).toEqual(['Foto diterima'])
    await damkar.sees(/Foto/)
    expect(await damkar.unexpected()).toEqual([])
    expect((await sim.driver.waitIdle(5_000)).idle).toBe(true)
  })
})

describe('the control API', () => {
  it('refuses with a code, a sentence and what is wrong', async () => {
    const post = async (
      path: string,
      body: string,
      headers: Record<string, string> = {},
    ): Promise<[number, unknown]> => {
      const response = await fetch(`${sim.telegram.url}/sim/api${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      })
      return [response.status, await response.json()]
    }
    expect(await post('/chats', '{"title":""}')).toMatchObject([
      400,
      {
        error: { code: 'invalid_input', message: 'Masukan tidak sesuai.', issues: [expect.stringMatching(/^title: /)] },
      },
    ])
    expect(await post('/chats', '{')).toMatchObject([400, { error: { code: 'invalid_input' } }])
    expect(await post('/nothing', '{}')).toMatchObject([404, { error: { code: 'unknown_route' } }])
    expect(await post('/users', '{"firstName":"X"}', { origin: 'https://elsewhere.example' })).toMatchObject([
      403,
      { error: { code: 'not_loopback' } },
    ])
    await expect(sim.driver.createUser({ firstName: 'X', username: 'sari' })).rejects.toMatchObject({
      code: 'id_taken',
    })
    await expect(sim.driver.chat('agency: NONE')).rejects.toMatchObject({ code: 'unknown_chat' })
    await sim.driver.createChat({ title: 'A', labels: ['agency: PMI'] })
    await expect(sim.driver.createChat({ title: 'B', labels: ['Agency: pmi'] })).rejects.toMatchObject({
      code: 'label_taken',
    })
    expect((await sim.driver.chats()).map(({ title }) => title)).toEqual(['A'])
  })

  it('keeps a journal with service time that can be read on and followed', async () => {
    const clock = new HandClock()
    sim = await rig({ clock })
    const { id: group } = await sim.driver.createChat({ title: 'Damkar' })
    const { seq } = await sim.driver.status()
    clock.forward(60_000)
    const stop = new AbortController()
    const followed: string[] = []
    const following = (async () => {
      for await (const entry of sim.driver.follow(seq, stop.signal)) {
        followed.push(entry.kind)
        if (followed.length === 2) return
      }
    })()
    const sent = await sim.api.sendMessage(group, 'satu')
    await sim.api.editMessageText(group, sent.message_id, 'dua')
    await following
    stop.abort()
    expect(followed).toEqual(['message', 'edit'])
    const page = await sim.driver.journal(seq)
    expect(page.entries).toMatchObject([
      { seq: seq + 1, at: clock.now(), kind: 'message', byBot: true, message: { text: 'satu' } },
      { kind: 'edit', before: { text: 'satu' }, message: { text: 'dua', edits: 1 } },
    ])
    expect(page).toMatchObject({ nextSeq: seq + 2, lost: 0 })
  })

  it('streams events with their numbers and goes on where it was cut', async () => {
    const { id: group } = await sim.driver.createChat({ title: 'Damkar' })
    const { seq } = await sim.driver.status()
    await sim.api.sendMessage(group, 'satu')
    const stop = new AbortController()
    const response = await fetch(`${sim.telegram.url}/sim/api/events`, {
      headers: { 'last-event-id': String(seq) },
      signal: stop.signal,
    })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (reader && !text.includes('dua')) {
      text += (await reader.read()).value ?? ''
      if (text.includes('satu') && !text.includes('dua')) await sim.api.sendMessage(group, 'dua')
    }
    stop.abort()
    expect(text).toMatch(/event: hello/)
    expect(text).toContain(`id: ${seq + 1}\n`)
    expect(text).toContain(`id: ${seq + 2}\n`)
  })

  it('gives up waiting with a clear error', async () => {
    await expect(sim.driver.waitFor(async () => undefined, 20, 'a miracle')).rejects.toMatchObject({ code: 'timeout' })
  })
})
