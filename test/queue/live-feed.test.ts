import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { LiveChange } from '../../src/application/ports/signals.ts'
import { connectRedis, type RedisConnections } from '../../src/queue/connections.ts'
import { openLiveFeed } from '../../src/queue/live-feed.ts'
import { startTestRedis, type TestRedis } from '../support/redis.ts'
import { noLog } from './support.ts'

let redis: TestRedis
const processes: RedisConnections[] = []

beforeAll(async () => {
  redis = await startTestRedis()
})
afterAll(async () => {
  for (const connections of processes) connections.close()
  await redis.stop()
})

async function feedOfAProcess() {
  const connections = await connectRedis(redis.url, noLog)
  processes.push(connections)
  const feed = await openLiveFeed(connections, noLog)
  const heard: LiveChange[] = []
  const leave = feed.subscribe(change => heard.push(change))
  return { feed, heard, leave }
}

const change = (id: string): LiveChange => ({ centre: 'SMG', topic: 'incident', id })
const patience = { timeout: 5_000, interval: 10 }

test('a change is heard once in every process, at once in its own', async () => {
  const here = await feedOfAProcess()
  const there = await feedOfAProcess()
  here.feed.publish(change('first'))
  expect(here.heard).toEqual([change('first')])
  await vi.waitFor(() => expect(there.heard).toEqual([change('first')]), patience)
  // what comes back through Redis comes before what the other says later
  there.feed.publish(change('second'))
  await vi.waitFor(() => expect(here.heard).toHaveLength(2), patience)
  expect(here.heard).toEqual([change('first'), change('second')])
  expect(there.heard).toEqual([change('first'), change('second')])
})

test('who left hears nothing more, and a listener that fails harms nobody', async () => {
  const here = await feedOfAProcess()
  here.feed.subscribe(() => {
    throw new Error('a broken listener')
  })
  const after: string[] = []
  here.feed.subscribe(({ id }) => after.push(id))
  here.leave()
  here.feed.publish(change('third'))
  expect(here.heard).toEqual([])
  expect(after).toEqual(['third'])
})

test('foreign words on the channel are passed over', async () => {
  const here = await feedOfAProcess()
  const stranger = new Redis(redis.url)
  await stranger.publish('{tanggap}:live', JSON.stringify({ from: 'stranger', change: { centre: 'SMG', $where: '1' } }))
  await stranger.publish('{tanggap}:live', 'no json')
  await stranger.publish('{tanggap}:live', JSON.stringify({ from: 'stranger', change: change('good') }))
  await vi.waitFor(() => expect(here.heard).toEqual([change('good')]), patience)
  stranger.disconnect()
})

test.skipIf(process.env.REDIS_URL)(
  'without Redis the own process still hears, and the others do again afterwards',
  async () => {
    const here = await feedOfAProcess()
    const there = await feedOfAProcess()
    const killed = redis.kill()
    here.feed.publish(change('alone'))
    expect(here.heard).toContainEqual(change('alone'))
    await killed
    await vi.waitFor(() => {
      here.feed.publish(change('together'))
      expect(there.heard).toContainEqual(change('together'))
    }, patience)
  },
)
