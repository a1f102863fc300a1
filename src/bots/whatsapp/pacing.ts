import type { MachineClock, ServiceClock } from '../../application/ports/clocks.ts'
import type { Pacing } from '../../application/ports/signals.ts'

/**
 * A person who types is never regular, and numbers that write in bulk get banned: between two messages of the account lie
 * seconds that vary, fewer before an alert. Service ms, so that a training clock that runs faster paces faster.
 */
export const gaps = {
  urgent: { least: 500, most: 1_500 },
  usual: { least: 1_500, most: 4_000 },
} as const
type Gap = keyof typeof gaps

/** Whoever was told to wait and does not come back in this time waits no more, service ms. */
const forgottenAfterMs = 10_000

/** A clock that was set back leaves sends in the future: they mean nothing any more. Service ms. */
const futureMs = 5_000

interface Waiting {
  urgent: boolean
  since: number
  until: number
}

const meanOf = ({ least, most }: { least: number; most: number }): number => (least + most) / 2

/**
 * The pace of one account, in the one process that has its session. Urgent ones go first; those who wait are told to come
 * back one after the other.
 * @param random a number from 0 to 1
 */
export const createWhatsAppPacing = (
  { service, machine }: { service: ServiceClock; machine: MachineClock },
  random: () => number = Math.random,
): Pacing => {
  const line = new Map<string, Waiting>()
  const paused = new Map<string, number>()
  let lastAt = Number.NEGATIVE_INFINITY
  let drawn: Record<Gap, number> = { urgent: 0, usual: 0 }

  const draw = (): Record<Gap, number> => {
    const share = random()
    const of = ({ least, most }: { least: number; most: number }) => least + share * (most - least)
    return { urgent: of(gaps.urgent), usual: of(gaps.usual) }
  }

  /** Those who wait before this one. */
  const ahead = (chat: string, urgent: boolean, now: number): Waiting[] => {
    for (const [id, { until }] of line) if (until + forgottenAfterMs < now) line.delete(id)
    const own = line.get(chat)?.since ?? Number.POSITIVE_INFINITY
    return [...line].flatMap(([id, other]) =>
      id !== chat && (other.urgent === urgent ? other.since < own : other.urgent) ? [other] : [],
    )
  }

  const machineWait = (now: number, until: number): number =>
    Math.ceil(service.delayUntil(now + Math.max(1, until - now)))

  return {
    async slot(chat, _kind, { urgent = false, reserve = false } = {}) {
      const pause = (paused.get(chat) ?? 0) - machine.now()
      if (pause > 0) return pause
      const now = service.now()
      if (lastAt > now + futureMs) {
        lastAt = Number.NEGATIVE_INFINITY
        line.clear()
      }
      const others = ahead(chat, urgent, now)
      const free = lastAt + drawn[urgent ? 'urgent' : 'usual']
      const dueBefore = others.some(({ until, urgent: first }) => first || until <= now)
      const since = line.get(chat)?.since ?? now
      if (free <= now && !dueBefore) {
        if (reserve) {
          line.set(chat, { urgent, since, until: now })
          return 0
        }
        line.delete(chat)
        lastAt = now
        drawn = draw()
        return 0
      }
      const share = others.reduce((sum, other) => sum + meanOf(gaps[other.urgent ? 'urgent' : 'usual']), 0)
      const until = Math.max(free, now) + share
      line.set(chat, { urgent, since, until })
      return machineWait(now, until)
    },
    async waiting(chats) {
      const now = service.now()
      return new Set(chats.filter(chat => (line.get(chat)?.until ?? now) > now))
    },
    async quiet() {
      const now = service.now()
      return line.size === 0 && lastAt + drawn.usual <= now
    },
    async pause(chat, ms) {
      paused.set(chat, machine.now() + ms)
    },
  }
}
