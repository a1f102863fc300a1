import type { Update } from '@grammyjs/types'
import { beforeEach, describe, expect, it } from 'vitest'
import { BOT, type Rig, rig, TOKEN } from './stand-in.ts'

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
