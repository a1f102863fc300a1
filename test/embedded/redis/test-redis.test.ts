import { Redis } from 'ioredis'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startTestRedis } from '../../support/redis.ts'

function clientOf(url: string): Redis {
  const client = new Redis(url)
  client.on('error', () => undefined)
  onTestFinished(() => client.disconnect())
  return client
}

async function testRedis(given: string) {
  vi.stubEnv('REDIS_URL', given)
  const redis = await startTestRedis()
  vi.unstubAllEnvs()
  onTestFinished(() => redis.stop())
  return redis
}

test('the Redis of the tests can be wiped, killed and stopped', async () => {
  const redis = await testRedis('')
  const client = clientOf(redis.url)
  await client.set('satu', '1')
  await redis.kill()
  expect(await client.get('satu')).toBe('1')
  await redis.flush()
  expect(await client.dbsize()).toBe(0)
})

test('of a given Redis the tests use a database of their own and leave it empty', async () => {
  const server = await testRedis('')
  const given = await testRedis(server.url)
  const client = clientOf(given.url)
  await client.set('satu', '1')
  await expect(given.kill()).rejects.toThrow('REDIS_URL')
  await given.stop()
  expect(await client.dbsize()).toBe(0)
})
