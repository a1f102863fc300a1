import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Update } from '@grammyjs/types'
import { Bot, webhookCallback } from 'grammy'
import { beforeEach, describe, expect, it } from 'vitest'
import { BOT, onCleanup, type Rig, refusalOf, rig, TOKEN } from './stand-in.ts'

let sim: Rig
let sari: number

beforeEach(async () => {
  sim = await rig()
  sari = (await sim.driver.createUser({ firstName: 'Sari' })).id
})

describe('long polling', () => {
  it('waits for an update, hands it out until it is confirmed, honours limit', async () => {
    const waiting = sim.api.getUpdates({ timeout: 30 })
    await sim.driver.waitFor(async () => ((await sim.driver.status()).polling ? true : undefined), 2_000)
    expect((await sim.driver.status()).idle).toBe(true)
    await sim.driver.start(sari)
    const [update] = await waiting
    expect(update?.message).toMatchObject({ text: '/start', chat: { id: sari, type: 'private' } })
    expect(await sim.api.getUpdates()).toHaveLength(1)
    expect((await sim.driver.status()).idle).toBe(false)
    await sim.driver.say(sari, { as: sari, text: 'dua' })
    await sim.driver.say(sari, { as: sari, text: 'tiga' })
    const next = await sim.api.getUpdates({ offset: (update?.update_id ?? 0) + 1, limit: 1 })
    expect(next.map(({ message }) => message?.text)).toEqual(['dua'])
    expect((await sim.api.getUpdates({ offset: -1 })).map(({ message }) => message?.text)).toEqual(['tiga'])
    expect(await sim.api.getUpdates({ offset: (next[0]?.update_id ?? 0) + 2 })).toEqual([])
    expect((await sim.driver.status()).idle).toBe(true)
  })

  it('gives back nothing when its time is over', async () => {
    expect(await sim.api.getUpdates({ timeout: 1 })).toEqual([])
  })

  it('ends the older of two pollers', async () => {
    const older = refusalOf(sim.api.getUpdates({ timeout: 30 }))
    await sim.driver.waitFor(async () => ((await sim.driver.status()).polling ? true : undefined), 2_000)
    await sim.api.getUpdates()
    expect(await older).toBe(
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
  })

  it('makes only the kinds asked for', async () => {
    await sim.api.getUpdates({ allowed_updates: ['callback_query'] })
    await sim.driver.start(sari)
    expect(await sim.api.getUpdates()).toEqual([])
    await sim.api.getUpdates({ allowed_updates: [] })
    await sim.driver.say(sari, { as: sari, text: 'x' })
    expect(await sim.api.getUpdates()).toHaveLength(1)
  })
})

interface Hook {
  readonly url: string
  readonly got: { headers: IncomingHttpHeaders; update: Update }[]
}

/** A bot's address; `answer` decides about each delivery. */
async function hook(answer: (res: ServerResponse, count: number) => void): Promise<Hook> {
  const got: Hook['got'] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', chunk => {
      body += chunk
    })
    req.on('end', () => {
      got.push({ headers: req.headers, update: JSON.parse(body) })
      answer(res, got.length)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onCleanup(async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/hook`, got }
}

describe('webhook', () => {
  it('delivers in order with the secret, retries until 2xx, reports its trouble', async () => {
    const { url, got } = await hook((res, count) => res.writeHead(count === 1 ? 500 : 200).end())
    await sim.api.setWebhook(url, { secret_token: 'rahasia-112' })
    await sim.driver.start(sari)
    await sim.driver.say(sari, { as: sari, text: 'dua' })
    expect((await sim.driver.waitIdle(5_000)).idle).toBe(true)
    expect(got.map(({ update }) => update.message?.text)).toEqual(['/start', '/start', 'dua'])
    expect(got[0]?.headers['x-telegram-bot-api-secret-token']).toBe('rahasia-112')
    expect(await sim.api.getWebhookInfo()).toMatchObject({
      url,
      pending_update_count: 0,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    })
  })

  it('refuses polling while it is set, and the other way round ends a poll', async () => {
    const { url } = await hook(res => res.end())
    const poll = refusalOf(sim.api.getUpdates({ timeout: 30 }))
    await sim.driver.waitFor(async () => ((await sim.driver.status()).polling ? true : undefined), 2_000)
    await sim.api.setWebhook(url)
    expect(await poll).toBe('409 Conflict: terminated by setWebhook request')
    expect(await refusalOf(sim.api.getUpdates())).toBe(
      "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    await sim.api.deleteWebhook({ drop_pending_updates: true })
    expect(await sim.api.getUpdates()).toEqual([])
    expect((await sim.api.getWebhookInfo()).url).toBe('')
  })

  it.each([
    ['http://contoh.id/hook', '400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook'],
    ['nonsense', '400 Bad Request: invalid webhook URL specified'],
  ])('refuses the address %s', async (url, refusal) => {
    expect(await refusalOf(sim.api.setWebhook(url))).toBe(refusal)
  })

  it('refuses a secret with other signs', async () => {
    expect(await refusalOf(sim.api.setWebhook('https://contoh.id', { secret_token: 'a b' }))).toBe(
      '400 Bad Request: secret token contains unallowed characters',
    )
  })

  it('carries out a method that the answer names, and serves grammY as it is', async () => {
    const bot = new Bot(TOKEN, {
      client: { apiRoot: sim.telegram.apiRoot, canUseWebhookReply: method => method === 'sendMessage' },
    })
    bot.command('start', ctx => ctx.reply('Halo'))
    await bot.init()
    const server = createServer(webhookCallback(bot, 'http', { secretToken: 'rahasia' }))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    onCleanup(async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    })
    const { port } = server.address() as AddressInfo
    await sim.api.setWebhook(`http://127.0.0.1:${port}/`, { secret_token: 'rahasia' })
    await sim.driver.start(sari)
    const answer = await sim.driver.waitFor(
      async () => (await sim.driver.messages(sari)).find(message => message.text === 'Halo'),
      5_000,
    )
    expect(answer.from.isBot).toBe(true)
  })
})

describe('privacy mode', () => {
  const seen = async (chat: number, text: string, replyTo?: number): Promise<boolean> =>
    (await sim.driver.say(chat, { as: sari, text, ...(replyTo === undefined ? {} : { replyTo }) })).seenByBot

  it('shows a group bot commands, replies to it and mentions only', async () => {
    const group = (await sim.driver.createChat({ title: 'Damkar', members: [sari] })).id
    const card = await sim.api.sendMessage(group, 'kartu')
    const chatter = await sim.driver.say(group, { as: sari, text: 'halo semua' })
    expect(chatter.seenByBot).toBe(false)
    expect(await seen(group, 'halo', chatter.messageId)).toBe(false)
    expect(await seen(group, 'api padam', card.message_id)).toBe(true)
    expect(await seen(group, '/aktif')).toBe(true)
    expect(await seen(group, `/aktif@${BOT}`)).toBe(true)
    expect(await seen(group, '/aktif@other_bot')).toBe(false)
    expect(await seen(group, `@${BOT} halo`)).toBe(true)
    expect(await seen(group, '@other_bot halo')).toBe(false)
    await sim.driver.setBot(group, 'administrator', sari)
    expect(await seen(group, 'halo semua')).toBe(true)
    await sim.driver.setBot(group, 'member', sari)
    await sim.driver.setPrivacy(false)
    expect(await seen(group, 'halo semua')).toBe(true)
    await sim.driver.setBot(group, 'kicked', sari)
    expect(await seen(group, '/aktif')).toBe(false)
  })
})
