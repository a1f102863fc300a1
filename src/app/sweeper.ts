import type { Log } from '../application/ports/signals.ts'
import type { Sweep } from '../application/sweep.ts'

/** Machine ms between two sweeps. */
const everyMs = 1_000

/** At start the backlog is worked first, but for no longer than this, machine ms: DESIGN, "The data's way". */
const backlogMs = 10_000

export interface Sweeper {
  /** true once breaches may fire: the backlog of the time away is worked, or ten seconds have passed */
  breachesOpen(): boolean
  /** sweeps at once, after the clock moved */
  now(): Promise<void>
  stop(): Promise<void>
}

/** Sweeps again and again, one sweep at a time. `caughtUp` says whether the channels brought what they had kept for us. */
export const startSweeper = (sweep: Sweep, caughtUp: () => boolean, log: Log): Sweeper => {
  const startedAt = performance.now()
  let open = false
  let running: Promise<void> | null = null
  let following: Promise<void> | null = null

  /** One part that fails does not keep the other from being done: limits pass all the same. */
  const tried = async (part: () => Promise<void>): Promise<void> => {
    try {
      await part()
    } catch (error) {
      log.error({ error }, 'a sweep failed; the next one tries again')
    }
  }
  const once = async (): Promise<void> => {
    await tried(sweep.forgotten)
    await tried(async () => {
      open ||= performance.now() - startedAt > backlogMs || (caughtUp() && (await sweep.waiting()).inbox === 0)
      if (open) await sweep.breaches()
    })
  }
  const begin = (): Promise<void> => {
    running = once().finally(() => {
      running = null
    })
    return running
  }
  /** Whoever asks while one runs gets the one after it: sweeps that take long do not line up. */
  const now = (): Promise<void> => {
    if (!running) return begin()
    following ??= running.then(() => {
      following = null
      return begin()
    })
    return following
  }
  void now()
  const timer = setInterval(() => void now(), everyMs)

  return {
    breachesOpen: () => open,
    now,
    stop: async () => {
      clearInterval(timer)
      await (following ?? running)
    },
  }
}
