import type { SopProfile } from '../profiles/profile.ts'
import type { Instant } from '../vocabulary.ts'
import type { Assignment } from './assignment.ts'
import type { IncidentEvent, Recorded } from './events.ts'
import { type Incident, isOver, type LongOperation } from './incident.ts'
import { isRequired } from './standing.ts'

/**
 * "Operasi lanjutan", a search that takes days: ladders rest, agencies at work are asked for a SITREP at fixed turns,
 * counted from its start. Its clocks are shown, and leave the medians.
 */

/** Turns in seconds of service time, where the profile names none: twice a day, two hours to answer. */
export const standardSitreps = { everySeconds: 12 * 3600, lateAfterSeconds: 2 * 3600 } as const

type Happened<Type extends IncidentEvent['type']> = Recorded<Extract<IncidentEvent, { type: Type }>>

export const runningOperation = ({ longOperations }: Incident): LongOperation | undefined => {
  const last = longOperations?.at(-1)
  return last?.until === undefined ? last : undefined
}

/** Whether its figures count like those of others: not once it was a long operation. */
export const wasLongOperation = ({ longOperations }: Incident): boolean => Boolean(longOperations?.length)

/** When ladders went on; a rung whose time lies before is skipped, not made up for. */
export const ladderResumedAt = ({ longOperations }: Incident): Instant | undefined => longOperations?.at(-1)?.until

export const startedLongOperation = (incident: Incident, { at, by }: Happened<'LongOperationStarted'>): Incident => ({
  ...incident,
  longOperations: [...(incident.longOperations ?? []), { from: at, by }],
})

export const endedLongOperation = (incident: Incident, at: Instant): Incident =>
  changeLast(incident, operation => ({ ...operation, until: at }))

export const askedForSitreps = (
  incident: Incident,
  { assignments, dueAt, at }: Happened<'SitrepRequested'>,
): Incident => ({
  ...changeLast(incident, operation => ({ ...operation, askedFor: dueAt })),
  sitreps: {
    ...incident.sitreps,
    ...Object.fromEntries(assignments.map(id => [id, { ...incident.sitreps?.[id], askedAt: at }])),
  },
})

export const gaveSitrep = (incident: Incident, { assignment, at }: Happened<'SitrepReceived'>): Incident => ({
  ...incident,
  sitreps: { ...incident.sitreps, [assignment]: { ...incident.sitreps?.[assignment], receivedAt: at } },
})

const changeLast = (incident: Incident, change: (operation: LongOperation) => LongOperation): Incident => {
  const operations = incident.longOperations ?? []
  return {
    ...incident,
    longOperations: operations.map((one, index) => (index + 1 < operations.length ? one : change(one))),
  }
}

const atWork: readonly string[] = ['acknowledged', 'enRoute', 'onScene', 'transporting']

/** The agencies that are asked: those that took the job and are not through with it. */
export const isAtWork = (assignment: Assignment): boolean =>
  isRequired(assignment) && atWork.includes(assignment.standing.status)

/** The turn that is due next, and whom it asks; undefined when nobody is to be asked. After a downtime only the latest. */
export const nextSitrepTurn = (
  incident: Incident,
  profile: SopProfile,
  now: Instant,
): { dueAt: Instant; assignments: string[] } | undefined => {
  const operation = runningOperation(incident)
  const assignments = incident.assignments.filter(isAtWork).map(({ id }) => id)
  if (!operation || !assignments.length || isOver(incident)) return undefined
  const everyMs = (profile.sitreps ?? standardSitreps).everySeconds * 1000
  const next = (operation.askedFor ?? operation.from) + everyMs
  const missed = Math.max(0, Math.floor((now - next) / everyMs))
  return { dueAt: next + missed * everyMs, assignments }
}

/** SITREPs that were asked for and did not come, with no item on the list yet. */
export const lateSitreps = (incident: Incident, profile: SopProfile): { assignment: string; dueAt: Instant }[] => {
  if (!runningOperation(incident) || isOver(incident)) return []
  const lateAfterMs = (profile.sitreps ?? standardSitreps).lateAfterSeconds * 1000
  return incident.assignments.filter(isAtWork).flatMap(({ id }) => {
    const { askedAt, receivedAt } = incident.sitreps?.[id] ?? {}
    if (askedAt === undefined || (receivedAt !== undefined && receivedAt >= askedAt)) return []
    const listed = incident.attention.some(
      ({ kind, assignment, at, doneAt }) =>
        kind === 'sitrepOverdue' && assignment === id && (doneAt === undefined || at >= askedAt),
    )
    return listed ? [] : [{ assignment: id, dueAt: askedAt + lateAfterMs }]
  })
}
