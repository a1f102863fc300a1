import type { Instant } from '../vocabulary.ts'
import type { Incident } from './incident.ts'

/**
 * An incident that is reopened lives once more. The clocks of its earlier lives stay as they were when it ended: what ran
 * then ended uncounted, and nothing later stops it. Only assignments that are new run their own.
 */

/** How long after its closing an incident may be reopened, in milliseconds of service time. */
export const reopenWindowMs = 24 * 3_600_000

/** When it was closed; incidents closed before this was kept tell it by their archiving, or last change. */
export const closedAt = ({ phase, lastChangeAt }: Incident): Instant | undefined => {
  if (phase.status === 'closed') return phase.at ?? lastChangeAt
  return phase.status === 'archived' ? (phase.closedAt ?? phase.at) : undefined
}

/** Undefined while nothing is to reopen; then until when it may be. */
export const reopenableUntil = (incident: Incident): Instant | undefined => {
  const at = closedAt(incident)
  return at === undefined ? undefined : at + reopenWindowMs
}

/**
 * The state after the reopening: whoever was told of the closing stays told. `phase` follows from the reports, which are
 * all in: it is closing until somebody joins.
 */
export const reopened = (incident: Incident, at: Instant): Incident => {
  const { phase, lives, allAcceptedAt, assignments } = incident
  const archivedAt = phase.status === 'archived' ? phase.at : undefined
  return {
    ...incident,
    phase: { status: 'closing' },
    closures: toldOf(incident),
    lives: {
      ...(lives ?? {
        ...(archivedAt === undefined ? {} : { archivedAt }),
        ...(allAcceptedAt === undefined ? {} : { allAcceptedAt }),
      }),
      ends: [...(lives?.ends ?? []), { at: archivedAt ?? at, assignments: assignments.length }],
    },
  }
}

/** Notices that arrived, or whose phone call was made; the others are asked for again when it closes again. */
const toldOf = ({ closures, phoneTasks }: Incident): Incident['closures'] =>
  Object.fromEntries(
    Object.entries(closures).filter(
      ([id, result]) =>
        result === 'sent' ||
        (result === 'failed' &&
          phoneTasks.some(task => task.assignment === id && task.cause === 'closure' && task.done?.outcome === 'told')),
    ),
  )

/** When the life in which the assignment was made ended; undefined while it lasts. */
export const lifeEndOf = ({ lives, assignments }: Incident, assignment: string): Instant | undefined => {
  const index = assignments.findIndex(({ id }) => id === assignment)
  return lives?.ends.find(end => index < end.assignments)?.at
}

/** When the first life ended: clocks of the incident as a whole run once. */
export const firstEnd = ({ lives }: Incident): Instant | undefined => lives?.ends[0]?.at

/** When it was reopened last has no mark of its own; a step from before cannot be taken back any more. */
export const isOfEarlierLife = ({ lives }: Incident, recordedAt: Instant): boolean =>
  recordedAt <= (lives?.ends.at(-1)?.at ?? Number.NEGATIVE_INFINITY)
