import { setImmediate } from 'node:timers/promises'
import { afterAll, expect, test, vi } from 'vitest'
import type { Channel } from '../../src/application/ports/channel.ts'
import { createServiceClock } from '../../src/application/service-clock.ts'
import { openWakeUpQueue, type WakeUpQueue } from '../../src/queue/wake-up-queue.ts'
import { startTestRedis, type TestRedis } from '../support/redis.ts'
import { type City, ok, oneCity, planOf } from './support/city.ts'

let city: City
let redis: TestRedis
let queue: WakeUpQueue
/** most requests under way at once, by chat */
const together = new Map<string, number>()

/** The platform takes a moment, so that two senders of one chat would meet. */
const slow = (channel: Channel): Channel => {
  const underWay = new Map<string, number>()
  const counted = async <T>(chat: string, work: () => Promise<T>): Promise<T> => {
    const now = (underWay.get(chat) ?? 0) + 1
    underWay.set(chat, now)
    together.set(chat, Math.max(now, together.get(chat) ?? 0))
    await setImmediate()
    const result = await work()
    underWay.set(chat, now - 1)
    return result
  }
  return {
    name: channel.name,
    send: (to, message) => counted(to.chat, () => channel.send(to, message)),
    edit: (to, messageId, message) => counted(to.chat, () => channel.edit(to, messageId, message)),
    isMember: (chat, person) => channel.isMember(chat, person),
    check: chat => channel.check(chat),
  }
}

/** The city on the real queue, with the machine's own time. */
oneCity(async found => {
  city = found
  redis = await startTestRedis()
  const machine = { now: () => Date.now() }
  const clock = createServiceClock(machine)
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
  queue = await openWakeUpQueue({ redisUrl: redis.url, clock, log })
  city.restarts({
    wakeUps: queue.wakeUps,
    pacing: queue.pacing,
    live: queue.liveFeed,
    machineClock: machine,
    serviceClock: clock,
    channels: new Map([['telegram', slow(city.platform.channel)]]),
  })
  const { drainChat, relay, fireDue } = city.app.work
  await queue.work({ drainChat, relay, fireDue, workInbox: async () => undefined })
  await city.pairsAgencies('DAMKAR', 'PLN', 'DINKES')
})
afterAll(async () => {
  await queue.close()
  await redis.stop()
})

const nothingWaits = async () => {
  const { effects, deliveries, cards } = await city.app.work.sweep.waiting()
  expect({ effects, deliveries, cards, idle: await queue.idle() }).toEqual({
    effects: 0,
    deliveries: 0,
    cards: 0,
    idle: true,
  })
}
const dispatch = async (id: string, ...plan: string[]) =>
  ok(await city.app.incidents.dispatch(city.sender(), id, planOf(plan)))

test('many incidents at once: every card once, one message at a time in each chat', async () => {
  const incidents = await Promise.all(Array.from({ length: 6 }, () => city.located()))
  await Promise.all(incidents.map(({ id }) => dispatch(id, 'DAMKAR lead', 'PLN', 'DINKES')))
  await vi.waitFor(nothingWaits, { timeout: 20_000, interval: 50 })
  for (const { id, number } of incidents) {
    for (const chat of ['DAMKAR', 'PLN', 'DINKES']) expect(city.platform.count(chat, number)).toBe(1)
    expect((await city.incident(id)).assignments.map(({ status }) => status)).toEqual(Array(3).fill('notified'))
  }
  expect([...together.values()]).toEqual([1, 1, 1])
  expect(city.platform.count('DAMKAR', 'ULANG')).toBe(0)
})

test('a wiped Redis loses nothing but time', async () => {
  const incident = await city.located()
  const dispatched = dispatch(incident.id, 'DAMKAR lead', 'PLN')
  await redis.flush()
  await dispatched
  await redis.flush()
  const swept = async () => {
    await city.app.work.sweep.forgotten()
    await nothingWaits()
  }
  await vi.waitFor(swept, { timeout: 20_000, interval: 50 })
  for (const chat of ['DAMKAR', 'PLN']) expect(city.platform.count(chat, incident.number)).toBe(1)
})
