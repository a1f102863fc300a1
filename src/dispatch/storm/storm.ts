import type { Instant } from '../vocabulary.ts'

/** What a storm is told by; see docs/decisions. */
export const stormThresholds = {
  /** service time that is looked at, back and ahead */
  windowSeconds: 600,
  /**
   * Three a minute for ten minutes. Each incident brings its supervisors about six messages and edits in its first
   * minutes (limits passed, taken, settled): more than this, and a chat's 20 a minute are used up.
   */
  begins: 30,
  /** One a minute: a busy day. Far below the beginning, so that a storm that ebbs does not flicker. */
  ends: 10,
  /** Limits ahead, a message each: beyond three a minute its end would set all those loose that it kept back. */
  aheadEnds: 30,
  /** A storm lasts at least so long, seconds: people get used to one way of being told, then to the other. */
  shortestSeconds: 600,
} as const

/** How much comes to a centre's people. */
export interface Pressure {
  /** incidents of the window behind us whose alerts went out */
  recent: number
  /** incidents that are under way and reach a limit within the window ahead */
  ahead: number
}

/** A centre that is in a storm: since when, and the most incidents that its window held. */
export interface Storm {
  since: Instant
  most: number
}

/**
 * Whether a centre is in a storm now, from whether it was (null: it was not) and the pressure on it. What began with
 * new incidents ends when neither new ones nor the limits of those under way would bring many messages. A clock that was set back to before the beginning holds no storm fast.
 */
export const nextStorm = (storm: Storm | null, { recent, ahead }: Pressure, now: Instant): Storm | null => {
  const { begins, ends, aheadEnds, shortestSeconds } = stormThresholds
  if (!storm) return recent >= begins ? { since: now, most: recent } : null
  const young = now >= storm.since && now < storm.since + shortestSeconds * 1000
  if (recent <= ends && ahead <= aheadEnds && !young) return null
  return recent > storm.most ? { ...storm, most: recent } : storm
}
