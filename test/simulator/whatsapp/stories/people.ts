import { expect, test } from 'vitest'
import type { GroupNotification, Message } from 'whatsapp-web.js'
import { next, until } from '../linked-client.ts'
import { BUDI, type Shared } from './shared.ts'

export function people(shared: () => Shared): void {
  test('a private chat is opened from either side', async () => {
    const { at, client } = shared()
    const { id } = await at.driver.privateChat('Budi')
    const heard = next(client, 'message')
    await at.driver.say(id, { as: 'Budi', text: 'Lihat detail' })
    const [message] = (await heard) as [Message]
    expect(message).toMatchObject({ from: `${BUDI}@c.us`, body: 'Lihat detail', author: undefined })
    await client.sendMessage(`${BUDI}@c.us`, 'Pelapor: …', { waitUntilMsgSent: true })
    expect((await at.driver.messages(id)).map(({ text }) => text)).toEqual(['Lihat detail', 'Pelapor: …'])
    const stranger = await at.driver.createPerson({ name: 'Tono' })
    await client.sendMessage(stranger.pn, 'Anda piket', { waitUntilMsgSent: true })
    const chat = await at.driver.privateChat('Tono')
    expect((await at.driver.messages(chat.id)).map(({ text }) => text)).toEqual(['Anda piket'])
  })

  test('in a group with @lid ids the author is one; the number is known, asked for, or never told', async () => {
    const { at, client } = shared()
    const always = await at.driver.createPerson({ name: 'Lama' })
    const onRequest = await at.driver.createPerson({ name: 'Baru', phoneShown: 'on-request' })
    const never = await at.driver.createPerson({ name: 'Rahasia', phoneShown: 'never' })
    const members = ['Lama', 'Baru', 'Rahasia']
    const group = await at.driver.createGroup({ title: 'BPBD', members, addressing: 'lid' })
    const heard = next(client, 'message')
    await at.driver.say('BPBD', { as: 'Lama', text: '1' })
    const [message] = (await heard) as [Message]
    expect(message.author).toBe(always.lid)
    const known = await client.getContactLidAndPhone([always.lid, onRequest.lid, never.lid])
    expect(known.map(({ pn }) => pn)).toEqual([always.pn, onRequest.pn, undefined])
    await client.sendMessage(group.id, 'siap', { waitUntilMsgSent: true })
    expect((await at.driver.messages('BPBD')).at(-1)).toMatchObject({ text: 'siap', ack: 2 })
  })

  test('to an unknown group nothing is sent and nothing thrown; an unknown number throws', async () => {
    const { client } = shared()
    expect(await client.sendMessage('120363999999999999@g.us', 'halo?')).toBeUndefined()
    await expect(client.sendMessage('62000999999999@c.us', 'halo?')).rejects.toThrow('No LID for user')
    expect(await client.getNumberId('62000999999999')).toBeNull()
  })

  test('who comes and goes is told; whoever is out cannot write', async () => {
    const { at, client } = shared()
    const group = await at.driver.createGroup({ title: 'PMI', members: ['Budi'], admins: ['Sari'] })
    const joined = next(client, 'group_join')
    await at.driver.setMember('PMI', 'Tono', 'member', 'Sari')
    const [join] = (await joined) as [GroupNotification]
    expect(join).toMatchObject({ chatId: group.id, recipientIds: [(await at.driver.person('Tono')).pn] })
    const left = next(client, 'group_leave')
    await at.driver.setMember('PMI', at.whatsapp.ownerPhone, 'out', 'Sari')
    const [leave] = (await left) as [GroupNotification]
    expect(leave).toMatchObject({ type: 'remove', recipientIds: [`${at.whatsapp.ownerPhone}@c.us`] })
    const refused = next(client, 'message_ack')
    await client.sendMessage(group.id, 'masih dengar?')
    const [message, ack] = (await refused) as [Message, number]
    expect([message.body, ack]).toEqual(['masih dengar?', -1])
    expect((await at.driver.messages('PMI')).map(({ text }) => text)).not.toContain('masih dengar?')
  })

  test('a group where only administrators write refuses the library', async () => {
    const { at, client } = shared()
    const group = await at.driver.createGroup({ title: 'SAR', members: ['Budi'], admins: ['Sari'], announce: true })
    await at.driver.waitIdle(5_000)
    expect((await client.getChatById(group.id)).isReadOnly).toBe(true)
    const refused = next(client, 'message_ack')
    await client.sendMessage(group.id, 'halo')
    expect(((await refused) as [Message, number])[1]).toBe(-1)
  })

  test('a phone that is off gets it later', async () => {
    const { at, client } = shared()
    await at.driver.changePerson('Tono', { online: false })
    const chat = await at.driver.privateChat('Tono')
    const acks: number[] = []
    client.on('message_ack', ({ body }: Message, ack: number) => {
      if (body === 'bangun') acks.push(ack)
    })
    await client.sendMessage((await at.driver.person('Tono')).pn, 'bangun', { waitUntilMsgSent: true })
    await until('one tick', () => acks[0])
    await at.driver.changePerson('Tono', { online: true })
    await until('two ticks', () => acks[1])
    expect(acks).toEqual([1, 2])
    expect((await at.driver.messages(chat.id)).at(-1)?.ack).toBe(2)
  })
}
