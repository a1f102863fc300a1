import { type Refusal, refuse } from '../../refusal.ts'
import { type Instant, nameOf } from '../../vocabulary.ts'
import type { AgencyAction, Assignment } from '../assignment.ts'
import { assignmentOf, type Incident, isOver } from '../incident.ts'

export type Refused = { accepted: false; refusal: Refusal }

/** The assignment to work on while the incident is under way, or why not. */
export const workable = (incident: Incident, id: string): { assignment: Assignment } | Refused => {
  const assignment = assignmentOf(incident, id)
  if (!assignment) return refuse('notFound', { what: 'assignment' })
  if (isOver(incident) || incident.phase.status === 'closed') {
    return refuse('incidentOver', { number: incident.number, status: incident.phase.status })
  }
  return { assignment }
}

/** A true time may lie in the past, but neither in the future nor before the call. */
export const badTime = (incident: Incident, at: Instant | undefined, now: Instant): Refused | undefined => {
  if (at === undefined) return undefined
  if (at > now) return refuse('timeInFuture', { at })
  if (at < incident.callOpenedAt) return refuse('timeBeforeStart', { at, start: incident.callOpenedAt })
  return undefined
}

/** Why an action is not taken in the present state: somebody did it already (who, when), or it is not its turn. */
export const illegal = (assignment: Assignment, action: AgencyAction, { now }: { now: Instant }): Refused => {
  const kind = action === 'decline' ? 'declined' : action === 'report' ? 'reported' : 'action'
  const done = assignment.steps.findLast(
    ({ change }) => change.kind === kind && (change.kind !== 'action' || change.action === action),
  )
  return done
    ? refuse('alreadyDone', { action, by: nameOf(done.by), at: done.at })
    : notNow(assignment, action, { now })
}

/** It is not its turn; the last step says who brought the assignment to where it stands. */
export const notNow = (assignment: Assignment, action: string, { now }: { now: Instant }): Refused => {
  const last = assignment.steps.at(-1)
  return refuse('notNow', {
    action,
    status: assignment.standing.status,
    by: last ? nameOf(last.by) : '',
    at: last?.at ?? now,
  })
}
