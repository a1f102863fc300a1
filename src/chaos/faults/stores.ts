import { Redis } from 'ioredis'
import { type Fault, pause, type Victim } from './fault.ts'

const wipe = async ({ redis }: Victim): Promise<void> => {
  const client = new Redis(redis.port, '127.0.0.1', { lazyConnect: true, retryStrategy: null })
  // what breaks here also rejects the calls below; it is up, for it goes away in turn only
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.flushall()
  } finally {
    client.disconnect()
  }
}

/** A call is on its way into them when they go. */
const cut = { lane: 'parts', calls: 1, waits: [0, 1_500] } as const

/** What happens to the two stores. Nothing that was acknowledged may go with them. */
export const storeFaults = {
  wipeRedis: {
    what: 'Redis is emptied (FLUSHALL)',
    ...cut,
    lasts: [0, 0],
    play: wipe,
  },
  killRedis: {
    what: 'Redis is emptied and killed, and starts again',
    ...cut,
    lasts: [200, 5_000],
    play: async (victim, lastsMs) => {
      await wipe(victim)
      await victim.redis.kill()
      await pause(lastsMs)
      await victim.redis.start()
    },
  },
  stopRedis: {
    what: 'Redis stands still',
    ...cut,
    lasts: [3_000, 8_000],
    play: async ({ redis }, lastsMs) => {
      redis.freeze()
      await pause(lastsMs)
      redis.thaw()
    },
  },
  killStore: {
    what: 'kill -9 of the document store',
    ...cut,
    lasts: [200, 5_000],
    play: async ({ documentStore }, lastsMs) => {
      await documentStore.kill()
      await pause(lastsMs)
      await documentStore.start()
    },
  },
  stopStore: {
    what: 'the document store stands still',
    ...cut,
    lasts: [3_000, 8_000],
    play: async ({ documentStore }, lastsMs) => {
      documentStore.freeze()
      await pause(lastsMs)
      documentStore.thaw()
    },
  },
} satisfies Record<string, Fault>
