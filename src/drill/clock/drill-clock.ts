import type { Desk } from '../api/desk.ts'
import type { Stirring } from '../chats/platform.ts'
import { settle } from './settle.ts'

/** Where in the minute the drill begins, seconds: no step then falls on the turn of a minute that people read. */
const startSecond = 7

/** The service clock in the drill's hand: it stands while work is under way and jumps only while all is idle. */
export interface DrillClock {
  /** service ms at which the drill began */
  startedAt: number
  /** service seconds since then */
  elapsed(): number
  now(): number
  /** waits until nothing is under way any more */
  rest(): Promise<void>
  /** jumps to so many seconds after the start, unless they have passed, and rests; only from a rest */
  goTo(seconds: number): Promise<void>
}

interface ClockView {
  now: number
}

const path = '/api/training/clock'

/** @param showTime tells the platforms, before the app: a message must not arrive before its time */
export const holdClock = async (desk: Desk, chats: Stirring, showTime: (now: number) => void): Promise<DrillClock> => {
  let { now } = await desk.post<ClockView>(path, { hold: true })
  showTime(now)
  const forward = async (ms: number): Promise<void> => {
    showTime(now + Math.ceil(ms))
    now = (await desk.post<ClockView>(path, { forwardMs: Math.ceil(ms) })).now
  }
  const rest = (): Promise<void> => settle(desk, chats, forward)
  await rest()
  await forward(60_000 - (now % 60_000) + startSecond * 1000)
  const startedAt = now
  return {
    startedAt,
    now: () => now,
    elapsed: () => (now - startedAt) / 1000,
    rest,
    goTo: async seconds => {
      const ahead = startedAt + seconds * 1000 - now
      if (ahead <= 0) return
      await forward(ahead)
      await rest()
    },
  }
}
