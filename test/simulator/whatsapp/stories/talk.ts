import { expect, test } from 'vitest'
import type { Message } from 'whatsapp-web.js'
import { next, until } from '../linked-client.ts'
import { BUDI, type Shared } from './shared.ts'

export function talk(shared: () => Shared): void {
  test('a linked library is connected as the one who scanned, and misses nothing in the page', async () => {
    const { at, client } = shared()
    expect(client.info.wid._serialized).toBe(`${at.whatsapp.ownerPhone}@c.us`)
    expect(await client.getState()).toBe('CONNECTED')
    expect(await at.driver.status()).toMatchObject({ linkedAs: at.whatsapp.ownerPhone, drift: [] })
  })

  test('a text reaches the group and gets its ticks', async () => {
    const { at, client, group } = shared()
    const acks: number[] = []
    client.on('message_ack', (message: Message, ack: number) => {
      if (message.body === 'KEBAKARAN di Jl. Pemuda') acks.push(ack)
    })
    const sent = await client.sendMessage(group, 'KEBAKARAN di Jl. Pemuda')
    await until('two ticks', () => acks.find(ack => ack === 2))
    await at.driver.read('DAMKAR', 'Budi')
    expect(acks).not.toContain(3)
    await at.driver.read('DAMKAR', 'Sari')
    await until('blue ticks', () => acks.find(ack => ack === 3))
    expect(acks).toEqual([...new Set(acks)].sort())
    expect((await at.driver.messages('DAMKAR')).at(-1)).toMatchObject({
      id: sent.id.id,
      text: 'KEBAKARAN di Jl. Pemuda',
      author: at.whatsapp.ownerPhone,
      byDevice: true,
      ack: 3,
    })
  })

  test('a text of a member reaches the library once, with its author', async () => {
    const { at, client, group } = shared()
    const heard: Message[] = []
    client.on('message', (message: Message) => heard.push(message))
    const said = await at.driver.say('DAMKAR', { as: 'Budi', text: '1 A7K' })
    await at.driver.say('DAMKAR', { as: 'Sari', text: 'sesudahnya' })
    await until('the second text', () => heard[1])
    expect(heard.map(({ body }) => body)).toEqual(['1 A7K', 'sesudahnya'])
    expect(heard[0]).toMatchObject({ type: 'chat', fromMe: false, from: group, author: `${BUDI}@c.us` })
    expect(heard[0]?.id._serialized).toBe(`false_${group}_${said.id}_${BUDI}@c.us`)
  })

  test('a reply names what it quotes, both ways', async () => {
    const { at, client } = shared()
    const asked = (await at.driver.messages('DAMKAR')).find(({ byDevice }) => byDevice)
    const heard = next(client, 'message')
    const said = await at.driver.say('DAMKAR', { as: 'Sari', text: '3', quote: asked?.id ?? '' })
    const [reply] = (await heard) as [Message]
    expect(reply.hasQuotedMsg).toBe(true)
    expect(reply.rawData).toMatchObject({ quotedStanzaID: asked?.id })
    expect((await reply.getQuotedMessage()).body).toBe('KEBAKARAN di Jl. Pemuda')
    await reply.reply('Diterima')
    const shown = await at.driver.waitFor(
      async () => (await at.driver.messages('DAMKAR')).find(({ text }) => text === 'Diterima'),
      5_000,
    )
    expect(shown.quotes).toBe(said.id)
  })

  test('what the account writes on its own phone is told as its own, not as a message to answer', async () => {
    const { at, client } = shared()
    const created = next(client, 'message_create')
    let answered = false
    client.once('message', () => {
      answered = true
    })
    await at.driver.say('DAMKAR', { as: at.whatsapp.ownerPhone, text: 'dari HP sendiri' })
    const [message] = (await created) as [Message]
    expect(message).toMatchObject({ body: 'dari HP sendiri', fromMe: true })
    expect(answered).toBe(false)
  })

  test('earlier messages are there to be fetched, the newest last', async () => {
    const { at, client, group } = shared()
    for (let number = 1; number <= 60; number += 1) {
      // The library sorts by whole seconds: within one second it keeps no order.
      at.forward(1_000)
      await at.driver.say('DAMKAR', { as: 'Budi', text: `obrolan ${number}` })
    }
    await client.pupPage?.reload()
    await next(client, 'ready')
    const chat = await client.getChatById(group)
    const fetched = await chat.fetchMessages({ limit: 65 })
    expect(fetched).toHaveLength(65)
    expect(fetched.at(-1)?.body).toBe('obrolan 60')
    expect(fetched.slice(-60).map(({ body }) => body)).toEqual(
      Array.from({ length: 60 }, (_, index) => `obrolan ${index + 1}`),
    )
  })
}
