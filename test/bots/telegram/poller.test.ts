import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTelegramBot, type TelegramBot, type TelegramBotOptions } from '../../../src/bots/telegram/index.ts'
import { startTelegramStandIn } from '../../../src/simulator/telegram/index.ts'
import { startTestMongo, type TestMongo } from '../../support/mongo.ts'
import { botToken, startWorld, type World } from './world.ts'

const waits = { standbyMs: 50, conflictMs: 100 }

let mongo: TestMongo
let world: World
const started: TelegramBot[] = []

beforeAll(async () => {
  mongo = await startTestMongo()
})
afterAll(() => mongo.stop())
beforeEach(async () => {
  world = await startWorld({ waits }, mongo)
})
afterEach(async () => {
  for (const bot of started.splice(0)) await bot.stop()
  await world.stop()
})

const anotherBot = (given: Partial<TelegramBotOptions>): TelegramBot => {
  const bot = createTelegramBot({
    token: botToken,
    apiRoot: world.standIn.apiRoot,
    inbox: world.stores.inbox,
    leases: world.stores.leases,
    wakeUps: { chat: () => undefined, inbox: () => undefined, relay: () => undefined, due: () => undefined },
    clocks: { service: world.service, machine: { now: () => Date.now() } },
    chats: world.application.chats,
    pairedChats: world.stores.chats,
    log: world.log,
    owner: 'another',
    waits,
    ...given,
  })
  started.push(bot)
  return bot
}

const until = <T>(look: () => T | undefined | false | Promise<T | undefined | false>, what: string): Promise<T> =>
  world.people.waitFor(async () => (await look()) || undefined, 10_000, what)

/** Somebody writes to the bot in private: the plainest update there is. */
const someoneWrites = async (): Promise<number> => {
  const { chat } = await world.people.start((await world.people.createUser({ firstName: 'Sari' })).id)
  return chat.id
}

test('the start says who the bot is and lets updates in', async () => {
  expect(await world.bot.start()).toEqual({ ok: true, username: 'tanggap_test_bot' })
  await until(() => world.bot.health().status === 'polling', 'polling')
  expect(world.bot.health()).toMatchObject({ detail: '', username: 'tanggap_test_bot' })
  await someoneWrites()
  await until(async () => (await world.people.status()).pendingUpdates === 0, 'confirmed')
})

test('an update is confirmed only when the inbox has it', async () => {
  let refusals = 1
  const offered: string[] = []
  const kept: string[] = []
  const bot = anotherBot({
    inbox: {
      ...world.stores.inbox,
      add: async (entries, now) => {
        offered.push(...entries.map(({ id }) => id))
        if (refusals-- > 0) throw new Error('the store is away')
        const added = await world.stores.inbox.add(entries, now)
        kept.push(...added.map(({ id }) => id))
        return added
      },
    },
  })
  await someoneWrites()
  await bot.start()
  await until(() => bot.health().status === 'inboxDown', 'the failure shows')
  expect((await world.people.status()).pendingUpdates).toBe(1)
  await until(async () => (await world.people.status()).pendingUpdates === 0, 'confirmed')
  expect(offered).toHaveLength(2)
  expect(kept).toEqual([offered[0]])
  expect(await world.stores.inbox.countNew()).toBe(1)
})

test('what Telegram sends twice is kept once', async () => {
  const bot = anotherBot({})
  await world.people.duplicateUpdates(1)
  await someoneWrites()
  await bot.start()
  await until(async () => (await world.people.status()).pendingUpdates === 0, 'confirmed')
  expect(await world.stores.inbox.countNew()).toBe(1)
})

test('a wrong token is said plainly, and nobody polls', async () => {
  const bot = anotherBot({ token: '112000222:some-other-token-00000000000000000' })
  const detail = 'Token bot ditolak Telegram (401 Unauthorized). Periksa TELEGRAM_BOT_TOKEN.'
  expect(await bot.start()).toEqual({ ok: false, reason: 'tokenWrong', detail })
  expect(bot.health()).toMatchObject({ status: 'tokenWrong', detail })
  expect((await world.people.status()).polling).toBe(false)
})

test('a token that turns wrong stops the polling', async () => {
  const bot = anotherBot({})
  await world.people.addFault({ methods: ['getUpdates'], effect: { kind: 'error', code: 401 } })
  await bot.start()
  await until(() => bot.health().status === 'tokenWrong', 'stopped')
  expect((await world.people.status()).polling).toBe(false)
})

test('of two processes one polls, and the other follows when it stops', async () => {
  const second = anotherBot({})
  await world.bot.start()
  await until(() => world.bot.health().status === 'polling', 'the first polls')
  await second.start()
  await until(() => second.health().status === 'standby', 'the second waits')
  await world.bot.stop()
  await until(() => second.health().status === 'polling', 'the second polls')
  await someoneWrites()
  await until(async () => (await world.people.status()).pendingUpdates === 0, 'confirmed')
})

test('a foreign program that polls with our token makes us step back, and try again', async () => {
  await world.bot.start()
  await until(async () => (await world.people.status()).polling, 'polling')
  const foreign = await fetch(`${world.standIn.apiRoot}/bot${botToken}/getUpdates?timeout=0`)
  expect(foreign.ok).toBe(true)
  await until(() => world.bot.health().status === 'conflict', 'stepped back')
  await until(() => world.bot.health().status === 'polling', 'polls again')
})

test('a webhook of earlier days does not keep us from polling', async () => {
  const hook = 'http://127.0.0.1:9/hook'
  await fetch(`${world.standIn.apiRoot}/bot${botToken}/setWebhook?url=${encodeURIComponent(hook)}`)
  await world.bot.start()
  await until(async () => (await world.people.status()).polling, 'polling')
})

test('a Telegram that is away at the start is found when it comes', async () => {
  const { port } = world.standIn
  await world.standIn.close()
  expect(await world.bot.start()).toMatchObject({ ok: false, reason: 'unreachable' })
  expect(world.bot.health().status).toBe('unreachable')
  const back = await startTelegramStandIn({ token: botToken, botUsername: 'tanggap_test_bot', port })
  try {
    await until(() => world.bot.health().status === 'polling', 'polling')
  } finally {
    await world.bot.stop()
    await back.close()
    world.standIn.close = async () => undefined
  }
})

test('no log line holds the token', async () => {
  await world.people.addFault({ methods: ['getUpdates'], times: 1, effect: { kind: 'reset' } })
  await world.bot.start()
  await until(() => world.log.lines.some(line => line.includes('polling failed')), 'the failure is logged')
  expect(world.log.lines.join('\n')).not.toContain(botToken.split(':')[1])
})
