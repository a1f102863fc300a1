import { InlineKeyboard } from 'grammy'
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

const NOT_MODIFIED =
  '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

describe('sendMessage', () => {
  it('shows hostile text as typed, with and without entities', async () => {
    const text = 'Jl. <Kaligawe> & _1_ *2* `x` [a](b) \\ {}'
    const sent = await sim.api.sendMessage(group, text, {
      entities: [{ type: 'bold', offset: 0, length: 3 }],
    })
    expect(sent.text).toBe(text)
    const [shown] = (await sim.driver.messages(group)).slice(-1)
    expect(shown).toMatchObject({ text, kind: 'text', from: { isBot: true } })
    expect(shown?.entities).toContainEqual({ type: 'bold', offset: 0, length: 3 })
  })

  it('gives group messages the account counter and supergroups one of their own', async () => {
    const supergroup = (await sim.driver.createChat({ type: 'supergroup', title: 'BPBD', members: [sari] })).id
    expect(String(group)).toMatch(/^-4\d{9}$/)
    expect(String(supergroup)).toMatch(/^-100\d{10}$/)
    const first = await sim.api.sendMessage(group, 'satu')
    const second = await sim.api.sendMessage(group, 'dua')
    const third = await sim.api.sendMessage(supergroup, 'tiga')
    expect(second.message_id).toBe(first.message_id + 1)
    expect(third.message_id).toBe(2)
    expect(third.chat).toMatchObject({ id: supergroup, type: 'supergroup', title: 'BPBD' })
  })

  it('trims, drops carriage returns and moves entities along', async () => {
    const sent = await sim.api.sendMessage(group, '  \r\nApi\r\n besar  ', {
      entities: [{ type: 'bold', offset: 4, length: 3 }],
    })
    expect(sent.text).toBe('Api\n besar')
    expect(sent.entities).toEqual([{ type: 'bold', offset: 0, length: 3 }])
  })

  it('finds commands, mentions, addresses and hashtags by itself', async () => {
    const sent = await sim.api.sendMessage(
      group,
      '/aktif@tanggap112_bot @sari_damkar https://contoh.id/a #kebakaran a@b.id',
    )
    expect(sent.entities?.map(entity => entity.type)).toEqual(['bot_command', 'mention', 'url', 'hashtag', 'email'])
  })

  it.each([
    ['', '400 Bad Request: message text is empty'],
    [' \n ', '400 Bad Request: text must be non-empty'],
    ['x'.repeat(4097), '400 Bad Request: message is too long'],
    ['x'.repeat(40_000), '400 Bad Request: text is too long'],
    ['x\ud800', '400 Bad Request: strings must be encoded in UTF-8'],
  ])('refuses the text %#', async (text, refusal) => {
    expect(await refusalOf(sim.api.sendMessage(group, text))).toBe(refusal)
    expect(await sim.driver.messages(group)).toHaveLength(1)
  })

  it('takes 4096 characters, counted after parsing', async () => {
    const sent = await sim.api.sendMessage(group, `<b>${'x'.repeat(4096)}</b>`, { parse_mode: 'HTML' })
    expect(sent.text).toHaveLength(4096)
  })

  it.each([
    [999, '400 Bad Request: chat not found'],
    [-100_999, '400 Bad Request: chat not found'],
    ['@nobody', '400 Bad Request: chat not found'],
    ['', '400 Bad Request: chat_id is empty'],
  ])('refuses the chat %s', async (chat, refusal) => {
    expect(await refusalOf(sim.api.sendMessage(chat, 'x'))).toBe(refusal)
  })

  it('replies, and refuses to reply to nothing unless allowed', async () => {
    const said = await sim.driver.say(group, { as: sari, text: 'halo' })
    const sent = await sim.api.sendMessage(group, 'ya', { reply_parameters: { message_id: said.messageId } })
    expect(sent.reply_to_message).toMatchObject({ message_id: said.messageId, text: 'halo' })
    const wrong = { message_id: 4711 }
    expect(await refusalOf(sim.api.sendMessage(group, 'ya', { reply_parameters: wrong }))).toBe(
      '400 Bad Request: message to be replied not found',
    )
    const alone = await sim.api.sendMessage(group, 'ya', {
      reply_parameters: { ...wrong, allow_sending_without_reply: true },
    })
    expect(alone.reply_to_message).toBeUndefined()
  })

  it('asks with ForceReply, selectively for the author replied to', async () => {
    const said = await sim.driver.say(group, { as: sari, text: 'halo' })
    await sim.api.sendMessage(group, 'Laporan?', {
      reply_markup: { force_reply: true, selective: true, input_field_placeholder: 'Korban, unit …' },
      reply_parameters: { message_id: said.messageId },
      disable_notification: true,
    })
    const [shown] = (await sim.driver.messages(group)).slice(-1)
    expect(shown).toMatchObject({ forceReply: { placeholder: 'Korban, unit …', forUserIds: [sari] }, silent: true })
  })

  it('keeps link preview options', async () => {
    const sent = await sim.api.sendMessage(group, 'https://contoh.id', { link_preview_options: { is_disabled: true } })
    expect(sent.link_preview_options).toEqual({ is_disabled: true })
  })
})

describe('buttons', () => {
  it('takes callback data up to 64 bytes and links', async () => {
    const keyboard = new InlineKeyboard()
      .text('Kami tangani', 'x'.repeat(64))
      .row()
      .url('Peta', 'https://peta.contoh.id/?a=1')
    const sent = await sim.api.sendMessage(group, 'x', { reply_markup: keyboard })
    expect(sent.reply_markup?.inline_keyboard).toHaveLength(2)
    const [shown] = (await sim.driver.messages(group)).slice(-1)
    expect(shown?.buttons[1]).toEqual([{ text: 'Peta', url: 'https://peta.contoh.id/?a=1' }])
  })

  it.each([
    [{ text: 'x', callback_data: 'é'.repeat(33) }, '400 Bad Request: BUTTON_DATA_INVALID'],
    [
      { text: 'x', callback_data: '' },
      "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [{ text: ' ', callback_data: 'a' }, '400 Bad Request: inline keyboard button text must be non-empty'],
    [{ text: 'x', url: 'javascript:alert(1)' }, /^400 Bad Request: inline keyboard button URL '.*' is invalid/],
    [{ text: 'x', url: 'http://localhost' }, /^400 Bad Request: inline keyboard button URL '.*' is invalid/],
    [{ text: 'x', web_app: { url: 'https://contoh.id' } }, '400 Bad Request: BUTTON_TYPE_INVALID'],
  ])('refuses %j', async (button, refusal) => {
    const reply_markup = { inline_keyboard: [[button]] }
    expect(await refusalOf(sim.api.sendMessage(group, 'x', { reply_markup }))).toMatch(refusal)
  })
})

describe('editMessageText and its kin', () => {
  it('edits text and keyboard, remembers each version, refuses the same again', async () => {
    const keyboard = new InlineKeyboard().text('A', 'a')
    const sent = await sim.api.sendMessage(group, 'satu', { reply_markup: keyboard })
    const edited = await sim.api.editMessageText(group, sent.message_id, 'dua', { reply_markup: keyboard })
    expect(edited).toMatchObject({ text: 'dua', edit_date: expect.any(Number) })
    expect(await refusalOf(sim.api.editMessageText(group, sent.message_id, 'dua', { reply_markup: keyboard }))).toBe(
      NOT_MODIFIED,
    )
    await sim.api.editMessageReplyMarkup(group, sent.message_id)
    expect(await refusalOf(sim.api.editMessageReplyMarkup(group, sent.message_id))).toBe(NOT_MODIFIED)
    const [shown] = (await sim.driver.messages(group)).slice(-1)
    expect(shown).toMatchObject({ text: 'dua', edits: 2, buttons: [] })
    expect(shown?.versions.map(version => [version.text, version.buttons.length])).toEqual([
      ['satu', 1],
      ['dua', 1],
      ['dua', 0],
    ])
  })

  it('drops the keyboard when an edit brings none', async () => {
    const sent = await sim.api.sendMessage(group, 'satu', { reply_markup: new InlineKeyboard().text('A', 'a') })
    await sim.api.editMessageText(group, sent.message_id, 'dua')
    expect((await sim.driver.messages(group)).at(-1)?.buttons).toEqual([])
  })

  it('refuses what is gone, of others, or no text', async () => {
    expect(await refusalOf(sim.api.editMessageText(group, 4711, 'x'))).toBe(
      '400 Bad Request: message to edit not found',
    )
    expect(await refusalOf(sim.api.editMessageText(group, 0, 'x'))).toBe(
      '400 Bad Request: message identifier is not specified',
    )
    const said = await sim.driver.say(group, { as: sari, text: 'halo' })
    expect(await refusalOf(sim.api.editMessageText(group, said.messageId, 'x'))).toBe(
      "400 Bad Request: message can't be edited",
    )
    const place = await sim.api.sendLocation(group, -6.99, 110.42)
    expect(await refusalOf(sim.api.editMessageText(group, place.message_id, 'x'))).toBe(
      '400 Bad Request: there is no text in the message to edit',
    )
    const sent = await sim.api.sendMessage(group, 'satu')
    await sim.driver.deleteMessage(group, sent.message_id)
    expect(await refusalOf(sim.api.editMessageText(group, sent.message_id, 'x'))).toBe(
      '400 Bad Request: message to edit not found',
    )
  })

  it('deletes its own messages and not those of others', async () => {
    const sent = await sim.api.sendMessage(group, 'satu')
    expect(await sim.api.deleteMessage(group, sent.message_id)).toBe(true)
    expect(await refusalOf(sim.api.deleteMessage(group, sent.message_id))).toBe(
      '400 Bad Request: message to delete not found',
    )
    const said = await sim.driver.say(group, { as: sari, text: 'halo' })
    expect(await refusalOf(sim.api.deleteMessage(group, said.messageId))).toBe(
      "400 Bad Request: message can't be deleted",
    )
    await sim.driver.setBot(group, 'administrator')
    expect(await sim.api.deleteMessage(group, said.messageId)).toBe(true)
  })
})
