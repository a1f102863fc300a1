import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Pacing } from '../../src/application/ports/signals.ts'
import { connectRedis, type RedisConnections } from '../../src/queue/connections.ts'
import { createPacing, limits, pacingOff } from '../../src/queue/pacing.ts'
import { startTestRedis, type TestRedis } from '../support/redis.ts'
import { handClock, noLog } from './support.ts'

let redis: TestRedis
let connections: RedisConnections

beforeAll(async () => {
  redis = await startTestRedis()
  connections = await connectRedis(redis.url, noLog)
})
beforeEach(() => redis.flush())
afterAll(async () => {
  connections.close()
  await redis.stop()
})

interface Send {
  chat: string
  at: number
}

/** Sends `each` messages to every chat; each chat comes back after the wait that it was told. */
async function sendAll(
  pacing: Pacing,
  clock: ReturnType<typeof handClock>,
  chats: string[],
  each: number,
  kind: 'group' | 'private',
) {
  const sends: Send[] = []
  let asked = 0
  const nextAt = new Map(chats.map(chat => [chat, clock.now()]))
  const left = new Map(chats.map(chat => [chat, each]))
  while (nextAt.size > 0) {
    const [chat, at] = [...nextAt].reduce((soonest, entry) => (entry[1] < soonest[1] ? entry : soonest))
    clock.set(Math.max(clock.now(), at))
    asked += 1
    const wait = await pacing.slot(chat, kind)
    if (wait > 0) {
      nextAt.set(chat, clock.now() + wait)
      continue
    }
    sends.push({ chat, at: clock.now() })
    const rest = (left.get(chat) ?? 0) - 1
    left.set(chat, rest)
    if (rest === 0) nextAt.delete(chat)
  }
  return { sends, asked }
}

/** So many chats send one message each, as fast as they may; then: is it quiet? */
async function quietSends(pacing: Pacing, clock: ReturnType<typeof handClock>, chats: number): Promise<boolean> {
  const names = Array.from({ length: chats }, (_, index) => `q${index}-${clock.now()}`)
  await sendAll(pacing, clock, names, 1, 'group')
  clock.set(clock.now() + limits.all.spacingMs)
  return pacing.quiet()
}

/** What the platform lets through in all, and how much longer one message may travel than another: pacing.ts. */
const platform = { max: 30, windowMs: 1_000, travelMs: 50 }

/** The most sends in any window of this length. */
function busiest(sends: readonly Send[], windowMs: number): number {
  const times = sends.map(send => send.at)
  return Math.max(...times.map(start => times.filter(at => at >= start && at < start + windowMs).length))
}

describe('quiet, which asks and takes nothing', () => {
  test('while less than half of the pace is in use; again a second after a storm', async () => {
    const clock = handClock()
    const pacing = createPacing(connections, clock, noLog)
    const free = await quietSends(pacing, clock, limits.all.max / 2 - 1)
    expect(free).toBe(true)
    expect(await quietSends(pacing, clock, 1)).toBe(false)
    clock.set(clock.now() + limits.all.windowMs)
    expect(await pacing.quiet()).toBe(true)
  })

  test('not while others stand in line', async () => {
    const clock = handClock()
    const pacing = createPacing(connections, clock, noLog)
    for (let chat = 0; chat < 10; chat += 1) await pacing.slot(`line-${chat}`, 'group')
    expect(await pacing.quiet()).toBe(false)
    clock.set(clock.now() + 10 * limits.all.spacingMs)
    expect(await pacing.quiet()).toBe(true)
  })
})

describe('pacing', () => {
  test('a group gets 20 at once and never more than 20 within a minute', async () => {
    const clock = handClock()
    const began = clock.now()
    const { sends } = await sendAll(createPacing(connections, clock, noLog), clock, ['g'], 50, 'group')
    expect(busiest(sends, 60_000)).toBe(20)
    expect(Number(sends[19]?.at) - began).toBeLessThan(2_000)
    // 50 messages need two full windows
    expect(Number(sends[49]?.at) - began).toBeLessThan(2 * limits.group.windowMs + 2_000)
  })

  test('a private chat gets about one a second, a short burst ahead', async () => {
    const clock = handClock()
    const { sends } = await sendAll(createPacing(connections, clock, noLog), clock, ['p'], 12, 'private')
    expect(busiest(sends, 3_000)).toBe(3)
    expect(Number(sends[11]?.at) - Number(sends[0]?.at)).toBeLessThan(10_000)
  })

  test('all chats together stay at 27 a second, near to it, and nobody asks in vain for long', async () => {
    const clock = handClock()
    const began = clock.now()
    const chats = Array.from({ length: 200 }, (_, n) => `g${n}`)
    const { sends, asked } = await sendAll(createPacing(connections, clock, noLog), clock, chats, 2, 'group')
    expect(sends).toHaveLength(400)
    expect(busiest(sends, 10_000)).toBeLessThanOrEqual(275)
    expect(busiest(sends, platform.windowMs + platform.travelMs)).toBeLessThanOrEqual(platform.max)
    // 400 messages at 25 a second
    expect(clock.now() - began).toBeLessThan(17_000)
    expect(asked).toBeLessThan(3 * sends.length)
  })

  test('late comers keep the order of their tickets without breaking the rate', async () => {
    const clock = handClock()
    const pacing = createPacing(connections, clock, noLog)
    const chats = Array.from({ length: 60 }, (_, n) => `g${n}`)
    for (const chat of chats) await pacing.slot(chat, 'group')
    clock.forward(1_900)
    const { sends } = await sendAll(pacing, clock, chats, 1, 'group')
    expect(busiest(sends, platform.windowMs + platform.travelMs)).toBe(platform.max)
  })

  test('those who come too late in a bunch get places one after the other, and soon', async () => {
    const clock = handClock()
    const pacing = createPacing(connections, clock, noLog)
    const chats = Array.from({ length: 60 }, (_, n) => `g${n}`)
    for (const chat of chats) await pacing.slot(chat, 'group')
    clock.forward(60 * limits.all.spacingMs)
    const began = clock.now()
    const { sends, asked } = await sendAll(pacing, clock, chats, 1, 'group')
    expect(asked).toBeLessThanOrEqual(2 * sends.length)
    expect(clock.now() - began).toBeLessThan(2 * limits.all.windowMs + limits.all.spacingMs)
  })

  test('an answer that took long does not let more out than the platform takes: what goes is counted when it goes', async () => {
    const clock = handClock()
    const began = clock.now()
    let reads = 0
    // every fifth answer is read 80 ms after Redis gave it
    const now = () => {
      reads += 1
      if (reads % 10 === 2) clock.forward(80)
      return clock.now()
    }
    const slowly = { ...clock, now }
    const chats = Array.from({ length: 120 }, (_, n) => `g${n}`)
    const { sends } = await sendAll(createPacing(connections, slowly, noLog), clock, chats, 1, 'group')
    expect(sends).toHaveLength(120)
    expect(busiest(sends, platform.windowMs + platform.travelMs)).toBeLessThanOrEqual(platform.max)
    expect(clock.now() - began).toBeLessThan(20_000)
  })

  test('who stands in line is known, until its place is reached', async () => {
    const clock = handClock()
    const pacing = createPacing(connections, clock, noLog)
    const chats = Array.from({ length: 10 }, (_, n) => `g${n}`)
    for (const chat of chats) await pacing.slot(chat, 'group')
    const inLine = chats.slice(limits.all.burst + 1)
    expect([...(await pacing.waiting([...chats, 'somebody']))]).toEqual(inLine)
    clock.forward(10 * limits.all.spacingMs)
    expect([...(await pacing.waiting(chats))]).toEqual([])
    expect([...(await pacing.waiting([]))]).toEqual([])
  })

  test('who reserves keeps a place and takes nothing: what is made late still goes at the pace', async () => {
    const clock = handClock()
    const pacing = createPacing(connections, clock, noLog)
    const chats = Array.from({ length: 60 }, (_, n) => `g${n}`)
    // all get a place in the line, then making their messages takes until all could go at once
    for (const chat of chats) await pacing.slot(chat, 'group', { reserve: true })
    clock.forward(60 * limits.all.spacingMs)
    for (const chat of chats) expect(await pacing.slot(chat, 'group', { reserve: true })).toBe(0)
    const { sends } = await sendAll(pacing, clock, chats, 1, 'group')
    expect(sends).toHaveLength(60)
    expect(busiest(sends, limits.all.windowMs)).toBe(limits.all.max)
  })

  test('a pause that the platform asked for holds one chat only, in machine time', async () => {
    const clock = handClock()
    const pacing = createPacing(connections, clock, noLog)
    await pacing.pause('slow', 1_000)
    const wait = await pacing.slot('slow', 'group')
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(1_000)
    expect(await pacing.slot('quick', 'group')).toBe(0)
    await vi.waitFor(async () => expect(await pacing.slot('slow', 'group')).toBe(0), { timeout: 10_000, interval: 20 })
  })

  test('a clock that runs 60 times faster waits 60 times shorter', async () => {
    const clock = handClock()
    const fast = { ...clock, rate: () => 60, delayUntil: (at: number) => Math.max(0, at - clock.now()) / 60 }
    const pacing = createPacing(connections, fast, noLog)
    for (let sent = 0; sent < 20; sent++) {
      expect(await pacing.slot('g', 'group')).toBe(0)
      clock.forward(100)
    }
    const wait = await pacing.slot('g', 'group')
    expect(wait).toBe(Math.ceil((limits.group.windowMs - 2_000) / 60))
  })

  test('a clock that was set back forgets what it counted in the future', async () => {
    const clock = handClock()
    const pacing = createPacing(connections, clock, noLog)
    await sendAll(pacing, clock, ['g'], 20, 'group')
    clock.forward(-24 * 60 * 60 * 1_000)
    expect(await pacing.slot('g', 'group')).toBe(0)
  })

  test('without an answer of Redis it asks to come back soon', async () => {
    const away = await startTestRedis()
    const lost = await connectRedis(away.url, noLog)
    await away.stop()
    const pacing = createPacing(lost, handClock(), noLog)
    expect(await pacing.slot('g', 'group')).toBe(1_000)
    await expect(pacing.pause('g', 100)).resolves.toBeUndefined()
    expect((await pacing.waiting(['g'])).size).toBe(0)
    lost.close()
  })

  test('switched off it never waits', async () => {
    await pacingOff.pause('g', 1_000)
    expect(await pacingOff.slot('g', 'group')).toBe(0)
  })
})
