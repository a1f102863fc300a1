import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { startRedis } from '../../src/embedded/redis/start-redis.ts'
import { quietLogger } from './quiet-logger.ts'

export interface TestRedis {
  readonly url: string
  stop(): Promise<void>
  /** Empties the database: what a wiped Redis looks like. */
  flush(): Promise<void>
  /** Kills the server without warning (SIGKILL) and returns once it serves again, on the same port, with its data. */
  kill(): Promise<void>
}

/** A Redis for one test file: the app's own embedded child in a temporary folder, or the server that REDIS_URL names. */
export function startTestRedis(): Promise<TestRedis> {
  const given = process.env.REDIS_URL
  return given ? givenServer(given) : ownServer()
}

async function ownServer(): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-redis-'))
  const redis = await startRedis({ folder, log: quietLogger })
  return {
    url: redis.url,
    flush: () => flush(redis.url),
    stop: async () => {
      await redis.stop()
      rmSync(folder, { recursive: true, force: true })
    },
    kill: async () => {
      const health = redis.health()
      if (health.status !== 'running') throw new Error(`redis is ${health.status}`)
      const again = new Promise<void>(resolve => {
        const forget = redis.onChange(now => {
          if (now.status !== 'running') return
          forget()
          resolve()
        })
      })
      process.kill(health.pid, 'SIGKILL')
      await again
    },
  }
}

/** Test files run side by side: each vitest worker takes a database of its own, so that a flush empties nobody else's. */
async function givenServer(given: string): Promise<TestRedis> {
  const url = new URL(given)
  url.pathname = `/${Number(process.env.VITEST_POOL_ID ?? '0') % 16}`
  await flush(url.href)
  return {
    url: url.href,
    flush: () => flush(url.href),
    stop: () => flush(url.href),
    kill: () => Promise.reject(new Error('this test kills Redis: run it without REDIS_URL')),
  }
}

async function flush(url: string): Promise<void> {
  const client = new Redis(url)
  await client.flushdb()
  const ended = once(client, 'end')
  await client.quit()
  await ended
}
