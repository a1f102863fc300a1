import type { Assignment } from '../incident/assignment.ts'
import type { Incident } from '../incident/incident.ts'
import { wasLongOperation } from '../incident/long-operation.ts'
import { contactLimitSeconds } from '../profiles/ladders.ts'
import type { Instant } from '../vocabulary.ts'
import { notifiedAt } from './marks.ts'

/** An alert that nobody confirmed or answered, and when a person must be told to phone. */
export interface LateAlert {
  assignment: string
  dueAt: Instant
  cause: 'unreachable' | 'unanswered'
}

/**
 * The alerts that are not known to have arrived, with no phone task yet. Whatever the channels do, none of them may wait
 * in silence: this limit belongs to every agency, also to one that is only informed or joined later, unlike the clocks
 * of the standard. A long operation lets those clocks' ladders rest, and skips what they missed: then the limit also
 * holds for alerts that arrived and nobody answered. Once the incident is closed nobody needs the alert.
 */
export const lateAlerts = (incident: Incident): LateAlert[] => {
  const { phase, priority, assignments } = incident
  if (phase.status !== 'dispatched' && phase.status !== 'closing') return []
  return assignments.flatMap(assignment => {
    const waiting = waitingSince(incident, assignment)
    if (!waiting) return []
    const { since, cause } = waiting
    return [{ assignment: assignment.id, cause, dueAt: since + contactLimitSeconds[priority] * 1000 }]
  })
}

const waitingSince = (
  incident: Incident,
  assignment: Assignment,
): { since: Instant; cause: LateAlert['cause'] } | undefined => {
  const tasks = incident.phoneTasks.filter(task => task.assignment === assignment.id)
  const { standing, duty, createdAt } = assignment
  if (standing.status === 'alerting') return tasks.length ? undefined : { since: createdAt, cause: 'unreachable' }
  if (standing.status !== 'notified' || duty !== 'act' || !wasLongOperation(incident)) return undefined
  if (tasks.some(({ done, cause }) => !done || cause === 'unanswered')) return undefined
  return { since: notifiedAt(assignment) ?? createdAt, cause: 'unanswered' }
}
