import { Redis, type RedisOptions } from 'ioredis'
import type { Log } from '../application/ports/signals.ts'

/**
 * The connections to Redis that everything shares, so that their number depends on neither chats nor jobs: these three
 * and one for each worker that waits for jobs.
 */
export interface RedisConnections {
  /** for those who ask and go on: an answer within seconds or an error, also while Redis is away */
  readonly asking: Redis
  /** for the workers: waits for Redis to come back */
  readonly working: Redis
  /** for subscriptions only */
  readonly listening: Redis
  /** ends them at once; whoever still waits for an answer gets an error */
  close(): void
}

const retryStrategy = (times: number) => Math.min(50 * times, 1_000)

const optionsOf = {
  asking: { maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: 5_000 },
  working: { maxRetriesPerRequest: null },
  listening: { maxRetriesPerRequest: null },
} as const satisfies Record<string, RedisOptions>

/**
 * Connects to Redis and waits until it answers. Later losses are reconnected without end, and logged.
 * @throws when it does not answer at the start
 */
export async function connectRedis(url: string, log: Log): Promise<RedisConnections> {
  const open = (name: keyof typeof optionsOf) => {
    const client = new Redis(url, { ...optionsOf[name], retryStrategy, lazyConnect: true })
    client.on('error', error => log.debug({ connection: name, error: error.message }, 'redis connection failed'))
    return client
  }
  const connections = { asking: open('asking'), working: open('working'), listening: open('listening') }
  const clients = Object.values(connections)
  try {
    await Promise.all(clients.map(client => client.connect()))
  } catch (error) {
    for (const client of clients) client.disconnect()
    throw error
  }
  return {
    ...connections,
    close: () => {
      for (const client of clients) client.disconnect()
    },
  }
}
