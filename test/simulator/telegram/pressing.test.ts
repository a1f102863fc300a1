import type { Update } from '@grammyjs/types'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Rig, refusalOf, rig } from './stand-in.ts'

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

describe('pressing buttons', () => {
  const keyboard = {
    inline_keyboard: [
      [
        { text: '✅ Kami tangani', callback_data: 'k1:ack' },
        { text: 'Peta', url: 'https://peta.contoh.id/' },
      ],
      [{ text: 'ℹ Lihat detail', callback_data: 'k1:det' }],
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

  it('finds a button by its words, whatever sign stands before them', async () => {
    const group = (await sim.driver.createChat({ title: 'Damkar', members: [sari] })).id
    await sim.api.sendMessage(group, 'kartu', { reply_markup: keyboard })
    await sim.driver.press(group, { as: sari, button: 'Lihat detail', wait: 0 })
    expect((await sim.driver.journal()).entries.at(-1)).toMatchObject({ kind: 'press', data: 'k1:det' })
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
