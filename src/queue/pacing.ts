import { z } from 'zod'
import type { ServiceClock } from '../application/ports/clocks.ts'
import type { Log, Pacing } from '../application/ports/signals.ts'
import type { RedisConnections } from './connections.ts'
import { keyPrefix } from './names.ts'
import { pacingScript } from './pacing-script.ts'

/**
 * Telegram's unpublished limits are about 20 a minute in a group, one a second in a private chat and 30 a second in all
 * (MESSAGING.md); we stay below, with a second of margin for what travels. For all chats the slots alone keep 27 a second;
 * the window holds back those who come late for theirs in a bunch, so that a message may travel 50 ms longer than the one
 * before it and still none is too many. Service ms.
 */
export const limits = {
  group: { max: 20, windowMs: 61_000 },
  private: { max: 3, windowMs: 3_000 },
  all: { max: 30, windowMs: 1_050, spacingMs: 37, burst: 2 },
} as const

/** An answer that took longer is old: others were counted meanwhile, and more than the margin may travel. Service ms. */
const oldAfterMs = 40

/** What a sender waits when Redis cannot be asked, machine ms: late is better than refused, and it is soon back. */
const unknownWaitMs = 1_000

const answerOf = z.tuple([z.number(), z.number()])

/** Pacing shared by all processes through Redis, on the service clock: a clock that runs 60 times faster paces so too. */
export function createPacing({ asking }: Pick<RedisConnections, 'asking'>, clock: ServiceClock, log: Log): Pacing {
  const key = (...parts: string[]) => [keyPrefix, 'pacing', ...parts].join(':')

  const ask = async (
    chat: string,
    kind: 'group' | 'private',
    now: number,
    take: boolean,
    before: number | '',
  ): Promise<[number, number]> => {
    const keys = [
      key('sends', chat),
      key('pause', chat),
      key('ticket', chat),
      key('sends-of-all'),
      key('line'),
      key('late'),
    ]
    const { max, windowMs } = limits[kind]
    const { all } = limits
    const limitsNow = [max, windowMs, all.max, all.windowMs, all.spacingMs, all.burst, clock.rate()]
    const words = [now, ...limitsNow, take ? 1 : 0, before]
    return answerOf.parse(await asking.eval(pacingScript, keys.length, ...keys, ...words))
  }

  const failed = (error: unknown, chat: string) =>
    log.warn({ chat, error: error instanceof Error ? error.message : String(error) }, 'pacing could not be asked')

  return {
    async slot(chat, kind, { reserve = false } = {}) {
      const machineMs = (now: number, [pauseMs, waitMs]: [number, number]): number =>
        waitMs > 0 ? Math.ceil(clock.delayUntil(now + waitMs)) : pauseMs
      try {
        const now = Math.floor(clock.now())
        const wait = machineMs(now, await ask(chat, kind, now, !reserve, ''))
        const later = Math.floor(clock.now())
        if (reserve || wait > 0 || later - now <= oldAfterMs) return wait
        return machineMs(later, await ask(chat, kind, later, true, now))
      } catch (error) {
        failed(error, chat)
        return unknownWaitMs
      }
    },
    async waiting(chats) {
      if (chats.length === 0) return new Set()
      const now = clock.now()
      try {
        const tickets = await asking.mget(chats.map(chat => key('ticket', chat)))
        return new Set(chats.filter((_, index) => Number(tickets[index] ?? 0) > now))
      } catch (error) {
        failed(error, 'all')
        return new Set()
      }
    },
    async quiet() {
      const now = clock.now()
      const { max, windowMs, spacingMs, burst } = limits.all
      try {
        const [nth, end] = await Promise.all([
          asking.lindex(key('sends-of-all'), Math.floor(max / 2) - 1),
          asking.get(key('line')),
        ])
        const busy = nth !== null && Number(nth) <= now && Number(nth) + windowMs > now
        return !busy && Number(end ?? 0) <= now + burst * spacingMs
      } catch (error) {
        failed(error, 'all')
        return false
      }
    },
    async pause(chat, ms) {
      if (ms <= 0) return
      try {
        await asking.set(key('pause', chat), '1', 'PX', Math.ceil(ms))
      } catch (error) {
        failed(error, chat)
      }
    },
  }
}

/** No pacing: for benchmarks against a stand-in without limits. */
export const pacingOff: Pacing = {
  slot: async () => 0,
  pause: async () => undefined,
  waiting: async () => new Set(),
  quiet: async () => true,
}
