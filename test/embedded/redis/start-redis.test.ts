import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { expect, onTestFinished, test } from 'vitest'
import type { Logger } from '../../../src/embedded/children/logger.ts'
import { findProcessesIn } from '../../../src/embedded/children/process-identity.ts'
import { startRedis } from '../../../src/embedded/redis/start-redis.ts'
import { quietLogger } from '../../support/quiet-logger.ts'
import { recordingLogger } from '../../support/recording-logger.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function redisIn(folder: string, log: Logger = quietLogger) {
  const redis = await startRedis({ folder, log })
  onTestFinished(() => redis.stop())
  return redis
}

function clientOf(url: string): Redis {
  const client = new Redis(url)
  // A connection lost is what these tests are about; the command that follows shows whether it came back.
  client.on('error', () => undefined)
  onTestFinished(() => client.disconnect())
  return client
}

/** The file that Redis appends its commands to. */
function logFile(folder: string): string {
  const log = join(folder, 'appendonlydir')
  const name = readdirSync(log).find(file => file.endsWith('.incr.aof'))
  if (!name) throw new Error('no append-only file')
  return join(log, name)
}

test('redis is set up for a queue: every write logged, nothing evicted, on time, closed to the network', async () => {
  const client = clientOf((await redisIn(tempFolder())).url)
  const setting = async (name: string) => (await client.config('GET', name)).at(1)
  expect(await setting('appendonly')).toBe('yes')
  expect(await setting('appendfsync')).toBe('everysec')
  expect(await setting('save')).toBe('')
  expect(await setting('hz')).toBe('100')
  expect(await setting('maxmemory-policy')).toBe('noeviction')
  expect(await setting('bind')).toBe('127.0.0.1')
  expect(await setting('protected-mode')).toBe('yes')
})

test('redis that is killed comes back on its port with its data', async () => {
  const redis = await redisIn(tempFolder())
  const client = clientOf(redis.url)
  await client.set('kejadian', '112')
  const health = redis.health()
  if (health.status !== 'running') throw new Error(`redis is ${health.status}`)
  process.kill(health.pid, 'SIGKILL')
  expect(await client.get('kejadian')).toBe('112')
})

test('redis stops with its data on disk and leaves no process', async () => {
  const folder = tempFolder()
  const first = await redisIn(folder)
  await clientOf(first.url).set('kejadian', '112')
  await first.stop()
  expect(findProcessesIn(folder, 'redis-server')).toEqual([])
  expect(await clientOf((await redisIn(folder)).url).get('kejadian')).toBe('112')
})

test('a log whose tail was cut off by a crash is read up to there', async () => {
  const folder = tempFolder()
  const first = await redisIn(folder)
  const client = clientOf(first.url)
  await client.set('satu', '1')
  await client.set('dua', '2')
  await first.stop()
  const file = logFile(folder)
  truncateSync(file, readFileSync(file).length - 5)
  const again = clientOf((await redisIn(folder)).url)
  expect(await again.get('satu')).toBe('1')
  expect(await again.get('dua')).toBeNull()
})

test('a log that cannot be read is set aside, and the queue starts empty', async () => {
  const folder = tempFolder()
  const first = await redisIn(folder)
  await clientOf(first.url).set('satu', '1')
  await first.stop()
  writeFileSync(logFile(folder), 'this is no log\r\n'.repeat(20))
  const log = recordingLogger()
  const again = clientOf((await redisIn(folder, log)).url)
  expect(await again.dbsize()).toBe(0)
  expect(log.messages).toContain('redis could not read its log, starting with an empty one')
  expect(readdirSync(folder).some(name => name.startsWith('appendonlydir.broken-'))).toBe(true)
})
