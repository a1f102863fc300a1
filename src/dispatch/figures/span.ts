import type { Clock } from '../clocks/clock.ts'
import { limitSecondsOf } from '../clocks/clock.ts'

/**
 * Why a span that began does not enter the medians. backEntered: led on paper; longOperation: a search of days;
 * notReported: a crew went past the mark without saying so; remote: handled without going there; agencyLeft: declined,
 * handed back, stood down; notReached: the incident was over before.
 */
export const leftOutReasons = [
  'backEntered',
  'longOperation',
  'notReported',
  'remote',
  'agencyLeft',
  'notReached',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

/** One span of one incident, call or agency: measured against the limit that was pinned to it, or left out. */
export type Span =
  | { step: string; seconds: number; targetSeconds?: number; limitSeconds?: number }
  | { step: string; leftOut: LeftOutReason }

/** What a standard allows for a step. */
export interface Allowed {
  targetSeconds: number
  limitSeconds: number
}

/** A clock that is over as a span; `why` is asked where its figure does not count. A running one is none yet. */
export const spanOf = (clock: Clock, allowed: Allowed | undefined, why: () => LeftOutReason | undefined): Span[] => {
  const step = clock.definition.id
  const leftOut = why()
  if (leftOut !== undefined) return [{ step, leftOut }]
  if (clock.state !== 'stopped') return []
  return [{ step, seconds: (clock.stoppedAt - clock.startedAt) / 1000, ...allowed }]
}

/** The clock's own figures, as its profile has them. */
export const allowedBy = ({ definition }: Clock): Allowed => ({
  targetSeconds: definition.targetSeconds,
  limitSeconds: limitSecondsOf(definition),
})
