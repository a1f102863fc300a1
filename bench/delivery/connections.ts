import { Redis } from 'ioredis'

/** Counts who is connected to this Redis, by CLIENT LIST, without ourselves. */
export const openConnectionCount = async (redisUrl: string) => {
  const redis = new Redis(redisUrl)
  return {
    count: async (): Promise<number> => {
      const list = String(await redis.client('LIST'))
      return list.trim().split('\n').length - 1
    },
    close: () => redis.quit(),
  }
}
