import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client, Message } from 'whatsapp-web.js'
import { next, type Rig, rig } from './linked-client.ts'

let at: Rig
let client: Client

beforeAll(async () => {
  at = await rig()
  await at.driver.createPerson({ name: 'Budi', phone: '62000111222333' })
  await at.driver.createPerson({ name: 'Sari' })
  await at.driver.createGroup({ title: 'Damkar', members: ['Budi', 'Sari'], labels: ['DAMKAR'] })
})

afterAll(async () => {
  await at.close()
})

test('the library signs in by the QR code that the phone scans, and is ready', async () => {
  client = at.client()
  const qr = next(client, 'qr')
  const ready = next(client, 'ready')
  const started = client.initialize()
  const [code] = (await qr) as [string]
  await at.driver.link({ qr: code })
  await ready
  await started
  expect(client.info.wid._serialized).toBe(`${at.whatsapp.ownerPhone}@c.us`)
  expect(await client.getState()).toBe('CONNECTED')
  expect(await at.driver.status()).toMatchObject({ linkedAs: at.whatsapp.ownerPhone, drift: [] })
})

test('a text reaches the group and gets its ticks', async () => {
  const { id } = await at.driver.chat('DAMKAR')
  const acks: number[] = []
  client.on('message_ack', (message: Message, ack) => {
    if (message.body === 'KEBAKARAN di Jl. Pemuda') acks.push(ack)
  })
  const sent = await client.sendMessage(id, 'KEBAKARAN di Jl. Pemuda')
  await at.driver.waitFor(async () => (acks.includes(2) ? true : undefined), 10_000, 'two ticks')
  await at.driver.read('DAMKAR', 'Budi')
  await at.driver.read('DAMKAR', 'Sari')
  await at.driver.waitFor(async () => (acks.includes(3) ? true : undefined), 10_000, 'blue ticks')
  expect(acks.filter((ack, index) => acks.indexOf(ack) === index)).toEqual([...acks])
  const [shown] = (await at.driver.messages('DAMKAR')).slice(-1)
  expect(shown).toMatchObject({
    id: sent.id.id,
    text: 'KEBAKARAN di Jl. Pemuda',
    author: at.whatsapp.ownerPhone,
    byDevice: true,
    ack: 3,
  })
})

test('a text of a member reaches the library once, with its author', async () => {
  const texts: Message[] = []
  client.on('message', message => texts.push(message))
  const heard = next(client, 'message')
  const said = await at.driver.say('DAMKAR', { as: 'Budi', text: '1 A7K' })
  const [message] = (await heard) as [Message]
  await at.driver.waitIdle(5_000)
  expect(texts).toHaveLength(1)
  expect(message).toMatchObject({
    body: '1 A7K',
    type: 'chat',
    fromMe: false,
    from: said.chatId,
    author: '62000111222333@c.us',
  })
  expect(message.id._serialized).toBe(`false_${said.chatId}_${said.id}_62000111222333@c.us`)
})

test('a reply names what it quotes, both ways', async () => {
  const [asked] = (await at.driver.messages('DAMKAR')).filter(({ byDevice }) => byDevice)
  if (!asked) throw new Error('the group has no message of ours')
  const heard = next(client, 'message')
  const said = await at.driver.say('DAMKAR', { as: 'Sari', text: '3', quote: asked.id })
  const [reply] = (await heard) as [Message]
  expect(reply.hasQuotedMsg).toBe(true)
  expect(reply.rawData).toMatchObject({ quotedStanzaID: asked.id })
  expect((await reply.getQuotedMessage()).body).toBe('KEBAKARAN di Jl. Pemuda')
  await reply.reply('Diterima')
  await at.driver.waitFor(async () => (await at.driver.messages('DAMKAR')).find(one => one.text === 'Diterima'), 5_000)
  const [shown] = (await at.driver.messages('DAMKAR')).slice(-1)
  expect(shown?.quotes).toBe(said.id)
})
