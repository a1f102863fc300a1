import { dueContacts } from '../clocks/contact.ts'
import type { Assignment } from '../incident/assignment.ts'
import type { Incident } from '../incident/incident.ts'
import { isActive, isAnswered } from '../incident/standing.ts'
import type { Instant } from '../vocabulary.ts'

/**
 * Whose hands an assignment is in. informed: an agency that only has to know has it. climbing: the contact ladder goes
 * on at a stored deadline, which a sweep finds by itself.
 */
export const cares = ['answered', 'informed', 'phoneTask', 'climbing'] as const
export type Care = (typeof cares)[number]

/** Agencies that have a part in an incident that is under way: each must be in somebody's hands. */
export const openAssignments = ({ phase, assignments }: Incident): Assignment[] =>
  phase.status === 'dispatched' || phase.status === 'closing' ? assignments.filter(isActive) : []

/**
 * What proves that the assignment is cared for; null when nothing does. It goes by what is stored: a ladder of which
 * no deadline stands in `storedDueAt` (service time, null = none) is not climbed, whatever the state says.
 */
export const careOf = (incident: Incident, assignment: Assignment, storedDueAt: Instant | null): Care | null => {
  const { id, duty, standing } = assignment
  if (isAnswered(assignment)) return 'answered'
  if (duty === 'inform' && standing.status === 'notified') return 'informed'
  if (incident.phoneTasks.some(task => task.assignment === id && !task.done)) return 'phoneTask'
  const next = dueContacts(incident).find(contact => contact.assignment === id)
  return next && storedDueAt !== null && storedDueAt <= next.dueAt ? 'climbing' : null
}

/** Whether the stored deadline comes too late for what the state asks for, or is not there at all. */
export const isDeadlineLost = (storedDueAt: Instant | null, wantedDueAt: Instant | null): boolean =>
  wantedDueAt !== null && (storedDueAt === null || storedDueAt > wantedDueAt)
