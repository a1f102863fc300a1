import type { Incident } from '../incident/incident.ts'
import { contactLimitSeconds } from '../profiles/ladders.ts'
import type { Instant } from '../vocabulary.ts'

/** An alert that nobody confirmed, and when a person must be told to phone. */
export interface LateAlert {
  assignment: string
  dueAt: Instant
}

/**
 * The alerts that are not known to have arrived, with no phone task yet. Whatever the channels do, none of them may wait
 * in silence: this limit belongs to every agency, also to one that is only informed or joined later, unlike the clocks
 * of the standard. Once the incident is closed nobody needs the alert.
 */
export const lateAlerts = ({ phase, priority, assignments, phoneTasks }: Incident): LateAlert[] =>
  phase.status !== 'dispatched' && phase.status !== 'closing'
    ? []
    : assignments
        .filter(
          ({ id, standing }) => standing.status === 'alerting' && !phoneTasks.some(task => task.assignment === id),
        )
        .map(({ id, createdAt }) => ({ assignment: id, dueAt: createdAt + contactLimitSeconds[priority] * 1000 }))
