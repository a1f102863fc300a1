import { randomBytes } from 'node:crypto'
import type { ChatCommands } from '../../../src/application/application.ts'
import { createApplication } from '../../../src/application/create-application.ts'
import type { Pacing, WakeUps } from '../../../src/application/ports/signals.ts'
import { createServiceClock } from '../../../src/application/service-clock.ts'
import { createWorkInbox } from '../../../src/application/work-inbox.ts'
import { renderer } from '../../../src/bots/rendering/renderer.ts'
import { createTelegramBot, type TelegramBot, type TelegramBotOptions } from '../../../src/bots/telegram/index.ts'
import { connectModels } from '../../../src/models/stores.ts'
import { pacingOff } from '../../../src/queue/pacing.ts'
import {
  createTelegramDriver,
  startTelegramStandIn,
  type TelegramStandIn,
} from '../../../src/simulator/telegram/index.ts'
import { startTestMongo, type TestMongo } from '../../support/mongo.ts'
import { Turns } from '../turns.ts'
import { keptLog } from './kept-log.ts'

export const botToken = '112000222:bot-test-token-0000000000000000000'

/**
 * The real application on real stores, the real bot, and the stand-in of Telegram. Wake-ups are followed at once and in
 * this process, one after the other for each subject, as the queue does it.
 */
export const startWorld = async (
  { press, ...given }: Partial<TelegramBotOptions> & { press?: ChatCommands['press'] } = {},
  shared?: TestMongo,
  /** what an app that was killed left behind */
  left?: { uri: string; standIn: TelegramStandIn },
  pacing: Pacing = pacingOff,
): Promise<World> => {
  const mongo = shared ?? (await startTestMongo())
  const uri = left?.uri ?? anotherDatabase(mongo.uri)
  const stores = await connectModels(uri)
  const standIn =
    left?.standIn ?? (await startTelegramStandIn({ token: botToken, botUsername: 'tanggap_test_bot', limits: 'off' }))
  const machine = { now: () => Date.now() }
  const service = createServiceClock(machine)
  const log = keptLog()
  const turns = new Turns()
  const failures: unknown[] = []
  const follow = (key: string, work: () => Promise<void>): void =>
    turns.take(key, () => work().catch(error => void failures.push(error)))

  const wakeUps: WakeUps = {
    chat: (chat, delayMs = 0) => {
      if (delayMs === 0) follow(`chat ${chat}`, () => application.work.drainChat(chat))
    },
    inbox: (channel, chat) => follow(`inbox ${chat}`, () => workInbox(channel, chat)),
    relay: (aggregate, id) => follow(`relay ${id}`, () => application.work.relay(aggregate, id)),
    due: () => undefined,
  }
  const channels = new Map<'telegram', TelegramBot['channel']>()
  const deps = {
    stores,
    serviceClock: service,
    machineClock: machine,
    wakeUps,
    live: { publish: () => undefined, subscribe: () => () => undefined },
    pacing,
    channels,
    renderer,
    newToken: () => randomBytes(12).toString('base64url'),
    log,
    training: false,
  }
  const application = createApplication(deps)
  const bot = createTelegramBot({
    token: botToken,
    apiRoot: standIn.apiRoot,
    inbox: stores.inbox,
    leases: stores.leases,
    wakeUps,
    clocks: { service, machine },
    chats: press ? { ...application.chats, press } : application.chats,
    pairedChats: stores.chats,
    log,
    owner: 'test',
    ...given,
  })
  channels.set('telegram', bot.channel)
  const workInbox = createWorkInbox(deps, new Map([['telegram', bot.inbound]]))

  return {
    stores,
    standIn,
    people: createTelegramDriver(standIn.url),
    application,
    bot,
    service,
    log,
    failures,
    wakeUps,
    /** until nothing that was woken is under way, no update waits for its next try, and Telegram has nothing for us */
    settled: async () => {
      for (;;) {
        for (const { channel, chat } of await stores.inbox.chatsWaiting(machine.now(), 10)) wakeUps.inbox(channel, chat)
        await turns.idle()
        const { idle } = await createTelegramDriver(standIn.url).waitIdle(5000)
        if (turns.quiet && idle && (await stores.inbox.countNew()) === 0) return
      }
    },
    /** another process goes on with the same stores and the same Telegram: what this one knew in memory is gone */
    restarts: async (): Promise<World> => {
      await bot.stop()
      await turns.idle()
      const next: World = await startWorld({}, mongo, { uri, standIn })
      await next.bot.start()
      return {
        ...next,
        stop: async () => {
          await next.stop()
          await standIn.close()
          await stores.close()
          if (!shared) await mongo.stop()
        },
      }
    },
    stop: async () => {
      await bot.stop()
      await turns.idle()
      if (!left) await standIn.close()
      await stores.close()
      if (!shared) await mongo.stop()
    },
  }
}

const anotherDatabase = (uri: string): string => {
  const url = new URL(uri)
  url.pathname += `-${randomBytes(3).toString('hex')}`
  return url.toString()
}

export interface World {
  stores: Awaited<ReturnType<typeof connectModels>>
  standIn: TelegramStandIn
  people: ReturnType<typeof createTelegramDriver>
  application: ReturnType<typeof createApplication>
  bot: TelegramBot
  service: ReturnType<typeof createServiceClock>
  log: ReturnType<typeof keptLog>
  failures: unknown[]
  wakeUps: WakeUps
  settled(): Promise<void>
  restarts(): Promise<World>
  stop(): Promise<void>
}
