import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTelegramBot, type TelegramBot } from '../../../src/bots/telegram/index.ts'
import { botToken, startWorld, type World } from './world.ts'

/** Errors of the driver carry what could not be kept. */
class StoreError extends Error {
  override readonly name = 'MongoBulkWriteError'
}

const secret = 'webhook-secret_0123456789'
let world: World
let server: Server
let bot: TelegramBot
let url: string
let storeIsAway = false

beforeAll(async () => {
  world = await startWorld()
  server = createServer((req, res) => bot.webhookHandler?.(req, res)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram/webhook`
  bot = createTelegramBot({
    token: botToken,
    apiRoot: world.standIn.apiRoot,
    webhook: { url, secret },
    inbox: {
      ...world.stores.inbox,
      add: async (entries, now) => {
        if (storeIsAway) throw Object.assign(new StoreError('not kept: Laporan Rahasia'), { writeErrors: entries })
        return world.stores.inbox.add(entries, now)
      },
    },
    leases: world.stores.leases,
    wakeUps: { chat: () => undefined, inbox: () => undefined, relay: () => undefined, due: () => undefined },
    clocks: { service: world.service, machine: { now: () => Date.now() } },
    chats: world.application.chats,
    pairedChats: world.stores.chats,
    log: world.log,
    owner: 'web',
  })
})
afterAll(async () => {
  await bot.stop()
  server.close()
  server.closeAllConnections()
  await world.stop()
})

const call = (body: string, headers: Record<string, string> = { 'X-Telegram-Bot-Api-Secret-Token': secret }) =>
  fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body })
const update = (id: number) => JSON.stringify({ update_id: id, message: { chat: { id: 5 }, text: 'Laporan Rahasia' } })

describe('the webhook', () => {
  test('brings what people write into the inbox', async () => {
    expect(await bot.start()).toMatchObject({ ok: true })
    await world.people.waitFor(
      async () => (bot.health().status === 'webhook' ? true : undefined),
      5000,
      'the webhook is announced',
    )
    await world.people.start((await world.people.createUser({ firstName: 'Sari' })).id)
    await world.people.waitFor(
      async () => ((await world.people.status()).pendingUpdates === 0 ? true : undefined),
      5000,
      'delivered',
    )
    expect(await world.stores.inbox.countNew()).toBe(1)
  })

  test('refuses whoever does not know the secret', async () => {
    expect((await call(update(1), {})).status).toBe(401)
    expect((await call(update(1), { 'X-Telegram-Bot-Api-Secret-Token': '' })).status).toBe(403)
    expect((await call(update(1), { 'X-Telegram-Bot-Api-Secret-Token': `${secret}x` })).status).toBe(403)
    expect((await fetch(url)).status).toBe(405)
    expect(await world.stores.inbox.countNew()).toBe(1)
  })

  test('takes an update once', async () => {
    expect((await call(update(77))).status).toBe(200)
    expect((await call(update(77))).status).toBe(200)
    expect(await world.stores.inbox.countNew()).toBe(2)
  })

  test('refuses what is no update, and what is too long', async () => {
    for (const body of ['', '{', '[]', 'null', '{"update_id":"1"}']) expect((await call(body)).status).toBe(400)
    expect((await call(`"${'x'.repeat(1_000_001)}"`)).status).toBe(413)
  })

  test('does not say 200 to what could not be stored, so that it comes again', async () => {
    storeIsAway = true
    expect((await call(update(78))).status).toBe(500)
    storeIsAway = false
    expect((await call(update(78))).status).toBe(200)
    expect(await world.stores.inbox.countNew()).toBe(3)
  })

  test('the log tells what failed, and neither the secret nor what people wrote', () => {
    const log = world.log.lines.join('\n')
    expect(log).toContain('"kind":"MongoBulkWriteError"')
    for (const unsaid of [secret, 'Rahasia']) expect(log).not.toContain(unsaid)
  })
})
