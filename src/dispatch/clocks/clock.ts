import type { ClockDefinition } from '../profiles/profile.ts'
import type { Instant } from '../vocabulary.ts'
import { earliest, type Marks } from './marks.ts'

/**
 * One running time limit. stopped = its stop mark came, the figure counts; ended = it no longer applies (agency stood
 * down, arrival not reported, incident over) and the figure does not count.
 */
export type Clock = { key: string; definition: ClockDefinition; assignment?: string; startedAt: Instant } & (
  | { state: 'running' }
  | { state: 'stopped'; stoppedAt: Instant }
  | { state: 'ended'; stoppedAt: Instant }
)

export const limitSecondsOf = (definition: ClockDefinition): number =>
  definition.limitSeconds ?? definition.targetSeconds

/**
 * The clock of a definition over the marks of one subject; undefined when it has not started, or its stop came before
 * its start (then it never starts). `endsAt` ends it uncounted unless it stopped; `uncounted` says that its span is
 * not known, so that even its stop only ends it.
 */
export const runClock = (
  definition: ClockDefinition,
  marks: Marks,
  subject: { key: string; assignment?: string; endsAt?: Instant | undefined; uncounted?: boolean },
): Clock | undefined => {
  const startedAt = marks[definition.start]
  if (startedAt === undefined) return undefined
  const stoppedAt = earliest(...definition.stop.map(name => marks[name]))
  if (stoppedAt !== undefined && stoppedAt < startedAt) return undefined
  const { key, assignment, endsAt, uncounted } = subject
  const base = { key, definition, startedAt, ...(assignment === undefined ? {} : { assignment }) }
  if (stoppedAt !== undefined) return { ...base, state: uncounted ? 'ended' : 'stopped', stoppedAt }
  if (endsAt !== undefined) return { ...base, state: 'ended', stoppedAt: Math.max(startedAt, endsAt) }
  return { ...base, state: 'running' }
}
