import type { FiredRung } from '../incident/incident.ts'
import type { ClockKind, Ladder, Ladders, Recipient, Rung } from '../profiles/profile.ts'
import type { Instant, Priority } from '../vocabulary.ts'
import { type Clock, limitSecondsOf } from './clock.ts'

/** A rung that waits for its time, or whose time has come. */
export interface PendingRung {
  clock: Clock
  /** its name or fraction, or `r` and the number of the repetition */
  rung: string
  dueAt: Instant
  ping: readonly Recipient[]
  phoneTask?: 'awaited' | 'unanswered'
  unlessReported: boolean
  listed: boolean
}

const ladderOf: Record<ClockKind, (ladders: Ladders, priority: Priority) => Ladder> = {
  desk: ladders => ladders.desk,
  response: (ladders, priority) => (priority <= 2 ? ladders.response.urgent : ladders.response.routine),
  report: ladders => ladders.report,
  figure: ladders => ladders.figure,
}

/**
 * The rungs of a running clock that have not fired: its fractions, and the next repetition once they are through.
 * Rungs that only colour a screen are the screen's own business. `until` is the end of a "Saya tangani", which moves
 * repetitions behind it; `countsFrom` is when a back-entered incident was entered: nobody is pinged for what passed on
 * paper, what still runs is pursued from then. Repetitions missed while the system was away are one, the latest.
 * `resumedAt` is the end of a long operation: what would have fired before it is skipped.
 */
export const pendingRungs = (
  clock: Clock,
  ladders: Ladders,
  priority: Priority,
  fired: readonly FiredRung[],
  options: {
    now: Instant
    silencedUntil?: Instant | undefined
    countsFrom?: Instant | undefined
    resumedAt?: Instant | undefined
  },
): PendingRung[] => {
  if (clock.state !== 'running') return []
  const ladder = ladderOf[clock.definition.kind](ladders, priority)
  const done = new Set(fired.filter(rung => rung.clock === clock.key).map(rung => rung.rung))
  const limitMs = limitSecondsOf(clock.definition) * 1000
  const from = Math.max(clock.startedAt, options.countsFrom ?? 0)
  const open = ladder.rungs
    .filter(rung => acts(rung) && !done.has(rungName(rung)))
    .map(rung => pending(clock, rung, from + rung.at * limitMs))
    .filter(({ dueAt }) => dueAt >= (options.resumedAt ?? 0))
  const last = ladder.rungs.at(-1)
  if (open.length || !ladder.repeat || !last) return open
  const base = from + last.at * limitMs
  const { now, silencedUntil = 0, resumedAt = 0 } = options
  return [repetition(clock, ladder.repeat, base, done, { now, silencedUntil, resumedAt })]
}

const acts = (rung: Rung): boolean => Boolean(rung.ping?.length || rung.phoneTask || rung.listed)
const rungName = (rung: Rung): string => rung.name ?? String(rung.at)

const pending = (clock: Clock, rung: Rung, dueAt: Instant): PendingRung => ({
  clock,
  rung: rungName(rung),
  dueAt,
  ping: rung.ping ?? [],
  ...(rung.phoneTask ? { phoneTask: rung.phoneTask } : {}),
  unlessReported: rung.unlessReported ?? false,
  listed: rung.listed ?? false,
})

const repetition = (
  clock: Clock,
  repeat: { everySeconds: number; ping: readonly Recipient[] },
  base: Instant,
  done: ReadonlySet<string>,
  { now, silencedUntil, resumedAt }: { now: Instant; silencedUntil: Instant; resumedAt: Instant },
): PendingRung => ({
  clock,
  ...nextRepetition({ base, everySeconds: repeat.everySeconds }, [...done], {
    now,
    silencedUntil: Math.max(silencedUntil, resumedAt),
  }),
  ping: repeat.ping,
  unlessReported: false,
  listed: false,
})

/**
 * The numbered rung that comes next after `base`: the one behind the last that fired, behind the silence, and of those
 * that were missed the latest.
 */
export const nextRepetition = (
  { base, everySeconds }: { base: Instant; everySeconds: number },
  done: readonly string[],
  { now, silencedUntil = 0 }: { now: Instant; silencedUntil?: Instant | undefined },
): { rung: string; dueAt: Instant } => {
  const everyMs = everySeconds * 1000
  const lastDone = Math.max(0, ...done.filter(name => /^r\d+$/.test(name)).map(name => Number(name.slice(1))))
  const afterSilence = Math.ceil((silencedUntil - base) / everyMs)
  const latestMissed = Math.floor((now - base) / everyMs)
  const number = Math.max(lastDone + 1, afterSilence, latestMissed)
  return { rung: `r${number}`, dueAt: base + number * everyMs }
}
