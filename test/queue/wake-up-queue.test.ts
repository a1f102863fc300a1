import { Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { ServiceClock } from '../../src/application/ports/clocks.ts'
import { keyPrefix, queueNames } from '../../src/queue/names.ts'
import { openWakeUpQueue, type WakeUpQueue } from '../../src/queue/wake-up-queue.ts'
import type { WakeUpHandlers } from '../../src/queue/workers.ts'
import { startTestRedis, type TestRedis } from '../support/redis.ts'
import { latch, machineSpeed, noLog } from './support.ts'

let redis: TestRedis
const open: WakeUpQueue[] = []

beforeAll(async () => {
  redis = await startTestRedis()
})
beforeEach(() => redis.flush())
afterEach(async () => {
  await Promise.all(open.splice(0).map(queue => queue.close()))
})
afterAll(() => redis.stop())

const patience = { timeout: 10_000, interval: 10 }

async function queueWith(handlers: Partial<WakeUpHandlers>, clock: ServiceClock = machineSpeed): Promise<WakeUpQueue> {
  const queue = await openWakeUpQueue({ redisUrl: redis.url, clock, log: noLog })
  open.push(queue)
  const nothing = () => Promise.resolve()
  await queue.work({ drainChat: nothing, workInbox: nothing, relay: nothing, fireDue: nothing, ...handlers })
  return queue
}

const idle = (queue: WakeUpQueue) => vi.waitFor(async () => expect(await queue.idle()).toBe(true), patience)

test('each kind of wake-up reaches its handler with its ids', async () => {
  const seen: unknown[] = []
  const note = async (...ids: unknown[]) => void seen.push(ids)
  const queue = await queueWith({ drainChat: note, workInbox: note, relay: note, fireDue: note })
  queue.wakeUps.chat('telegram:-100:7')
  queue.wakeUps.inbox('telegram', '-100')
  queue.wakeUps.relay('incident', 'i/1')
  queue.wakeUps.due('call', 'c1', Date.now())
  await vi.waitFor(() => expect(seen).toHaveLength(4), patience)
  expect(seen).toEqual(
    expect.arrayContaining([['telegram:-100:7'], ['telegram', '-100'], ['incident', 'i/1'], ['call', 'c1']]),
  )
})

test('a wake-up that comes while its job is worked is worked after it, however many came', async () => {
  const started = latch()
  const finish = latch()
  let runs = 0
  const queue = await queueWith({
    drainChat: async () => {
      runs += 1
      if (runs > 1) return
      started.open()
      await finish.opened
    },
  })
  queue.wakeUps.chat('a')
  await started.opened
  for (let i = 0; i < 20; i++) queue.wakeUps.chat('a')
  await vi.waitFor(async () => expect(await queue.idle()).toBe(false), patience)
  finish.open()
  await vi.waitFor(() => expect(runs).toBe(2), patience)
  await idle(queue)
  expect(runs).toBe(2)
})

test('a chat whose time has come goes before those that only come to ask', async () => {
  const finish = latch()
  const order: string[] = []
  const queue = await openWakeUpQueue({ redisUrl: redis.url, clock: machineSpeed, log: noLog })
  open.push(queue)
  const drainChat = async (chat: string) => {
    order.push(chat)
    await finish.opened
  }
  const nothing = () => Promise.resolve()
  await queue.work({ drainChat, workInbox: nothing, relay: nothing, fireDue: nothing }, { deliveries: 1 })
  const waiting = async (jobs: number) =>
    vi.waitFor(async () => expect((await queue.depths()).deliveries.waiting).toBe(jobs), patience)
  queue.wakeUps.chat('first')
  await vi.waitFor(() => expect(order).toEqual(['first']), patience)
  queue.wakeUps.chat('asks')
  queue.wakeUps.chat('asks too')
  await waiting(2)
  queue.wakeUps.chat('in turn', 30)
  await waiting(3)
  finish.open()
  await idle(queue)
  expect(order).toEqual(['first', 'in turn', 'asks', 'asks too'])
})

test('no wake-up is lost and none of a chat runs beside another, under a storm of them', async () => {
  const wanted = new Map<string, number>()
  const seen = new Map<string, number>()
  const running = new Set<string>()
  let collisions = 0
  const queue = await queueWith({
    drainChat: async chat => {
      if (running.has(chat)) collisions += 1
      running.add(chat)
      // what a drain reads at its beginning is what it has seen
      const version = wanted.get(chat) ?? 0
      await new Promise(resolve => setImmediate(resolve))
      seen.set(chat, version)
      running.delete(chat)
    },
  })
  for (let round = 1; round <= 200; round++) {
    const chat = `chat-${round % 5}`
    wanted.set(chat, round)
    queue.wakeUps.chat(chat)
    if (round % 7 === 0) await new Promise(resolve => setImmediate(resolve))
  }
  await idle(queue)
  expect(seen).toEqual(wanted)
  expect(collisions).toBe(0)
})

test('a handler that throws leaves the way free for the next wake-up', async () => {
  let runs = 0
  const queue = await queueWith({
    relay: async () => {
      runs += 1
      if (runs === 1) throw new Error('first time fails')
    },
  })
  queue.wakeUps.relay('call', 'c')
  await vi.waitFor(() => expect(runs).toBe(1), patience)
  await idle(queue)
  queue.wakeUps.relay('call', 'c')
  await vi.waitFor(() => expect(runs).toBe(2), patience)
})

test('a deadline fires close to its time, also when a later one was known before', async () => {
  const fired: number[] = []
  const queue = await queueWith({ fireDue: async () => void fired.push(Date.now()) })
  const at = Date.now() + 300
  queue.wakeUps.due('incident', 'i', at + 60_000)
  queue.wakeUps.due('incident', 'i', at)
  queue.wakeUps.due('incident', 'i', at + 30_000)
  await vi.waitFor(() => expect(fired).toHaveLength(1), patience)
  expect(fired[0]).toBeGreaterThanOrEqual(at)
  expect(Number(fired[0]) - at).toBeLessThan(500)
})

test('deadlines follow a service clock that is held and set', async () => {
  let service = 1_000_000
  const held: ServiceClock = {
    now: () => service,
    rate: () => 0,
    delayUntil: at => (at <= service ? 0 : Number.POSITIVE_INFINITY),
  }
  const fired: string[] = []
  const queue = await queueWith({ fireDue: async (_, id) => void fired.push(id) }, held)
  queue.wakeUps.due('incident', 'soon', service + 60_000)
  queue.wakeUps.due('incident', 'late', service + 600_000)
  await vi.waitFor(async () => expect((await queue.depths()).due.delayed).toBe(2), patience)
  expect(await queue.idle()).toBe(true)
  service += 120_000
  await queue.clockChanged()
  await vi.waitFor(() => expect(fired).toEqual(['soon']), patience)
  await vi.waitFor(async () => expect((await queue.depths()).due.delayed).toBe(1), patience)
  expect(fired).toEqual(['soon'])
})

test('a pause of a chat ends in time and does not hold back what is new', async () => {
  const drained: number[] = []
  const queue = await queueWith({ drainChat: async () => void drained.push(Date.now()) })
  const asked = Date.now()
  queue.wakeUps.chat('a', 1_500)
  queue.wakeUps.chat('a')
  await vi.waitFor(() => expect(drained).toHaveLength(1), patience)
  expect(Number(drained[0]) - asked).toBeLessThan(1_200)
  await vi.waitFor(() => expect(drained).toHaveLength(2), patience)
  expect(Number(drained[1]) - asked).toBeGreaterThanOrEqual(1_500)
})

test('a pause without end is asked again, not an error', async () => {
  const queue = await queueWith({})
  queue.wakeUps.chat('a', Number.POSITIVE_INFINITY)
  await vi.waitFor(async () => expect((await queue.depths()).due.delayed).toBe(1), patience)
})

test('after Redis was wiped, wake-ups are worked as before', async () => {
  const drained: string[] = []
  const started = latch()
  const finish = latch()
  const queue = await queueWith({
    drainChat: async chat => {
      drained.push(chat)
      if (chat !== 'under way') return
      started.open()
      await finish.opened
    },
  })
  queue.wakeUps.chat('under way')
  await started.opened
  queue.wakeUps.chat('under way')
  queue.wakeUps.chat('paused', 60_000)
  await redis.flush()
  finish.open()
  await idle(queue)
  queue.wakeUps.chat('new')
  queue.wakeUps.chat('paused')
  await vi.waitFor(() => expect(drained).toEqual(expect.arrayContaining(['new', 'paused'])), patience)
  queue.wakeUps.chat('under way', 50)
  await vi.waitFor(() => expect(drained.filter(chat => chat === 'under way').length).toBeGreaterThan(1), patience)
})

test.skipIf(process.env.REDIS_URL)('after Redis was killed, wake-ups are worked as before', async () => {
  const drained: string[] = []
  const queue = await queueWith({ drainChat: async chat => void drained.push(chat) })
  queue.wakeUps.chat('before')
  await vi.waitFor(() => expect(drained).toEqual(['before']), patience)
  await redis.kill()
  await vi.waitFor(() => {
    queue.wakeUps.chat('after')
    expect(drained).toContain('after')
  }, patience)
  await vi.waitFor(async () => expect(await queue.ping()).toBeGreaterThan(0), patience)
})

test('wake-ups while Redis is away throw nothing and are not piled up', async () => {
  const own = await startTestRedis()
  const queue = await openWakeUpQueue({ redisUrl: own.url, clock: machineSpeed, log: noLog })
  await own.stop()
  for (let i = 0; i < 100; i++) queue.wakeUps.chat(`chat-${i}`)
  await vi.waitFor(() => expect(queue.idle()).rejects.toThrow(), patience)
  await queue.close()
})

test('a start alone clears away what a killed process was working on', async () => {
  const before = await openWakeUpQueue({ redisUrl: redis.url, clock: machineSpeed, log: noLog })
  before.wakeUps.inbox('telegram', 'a')
  await vi.waitFor(async () => expect((await before.depths()).inbox.waiting).toBe(1), patience)
  await before.close()
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null })
  const killed = new Worker(queueNames.inbox, null, { connection, prefix: keyPrefix })
  expect(await killed.getNextJob('a token that nobody renews')).toBeDefined()
  await killed.close(true)
  connection.disconnect()

  const worked: string[] = []
  const next = await openWakeUpQueue({ redisUrl: redis.url, clock: machineSpeed, log: noLog, alone: true })
  open.push(next)
  await next.work({
    drainChat: async () => undefined,
    workInbox: async (_, chat) => void worked.push(chat),
    relay: async () => undefined,
    fireDue: async () => undefined,
  })
  next.wakeUps.inbox('telegram', 'a')
  await vi.waitFor(() => expect(worked).toEqual(['a']), patience)
})

test('the number of connections does not grow with chats', async () => {
  const queue = await queueWith({})
  const counter = new Redis(redis.url)
  const connected = async () =>
    String(await counter.client('LIST'))
      .trim()
      .split('\n').length
  const before = await connected()
  for (let i = 0; i < 500; i++) queue.wakeUps.chat(`chat-${i}`)
  await idle(queue)
  expect(await connected()).toBe(before)
  expect(before).toBeLessThanOrEqual(8)
  counter.disconnect()
})
