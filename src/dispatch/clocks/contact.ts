import type { Assignment } from '../incident/assignment.ts'
import { contactsOf } from '../incident/contacts.ts'
import type { Incident } from '../incident/incident.ts'
import { standardContact } from '../profiles/ladders.ts'
import type { ContactKind, Instant, Priority } from '../vocabulary.ts'
import { notifiedAt } from './marks.ts'

/** An agency that is not known to have the alert, or does not answer it: who is tried next, and when. */
export interface DueContact {
  assignment: string
  to: ContactKind
  dueAt: Instant
}

/**
 * Who has to be reached, or to answer: not known to have the alert; or has it, and an answer is its duty. A press of any
 * kind ends the waiting, and so does the closing of the incident, until it is reopened.
 */
export const awaited = (incident: Incident): Assignment[] =>
  incident.phase.status !== 'dispatched' && incident.phase.status !== 'closing'
    ? []
    : incident.assignments.filter(
        ({ duty, standing }) => standing.status === 'alerting' || (duty === 'act' && standing.status === 'notified'),
      )

/**
 * The next rung of every contact ladder that is being climbed. Whatever the channels do, none of these agencies may be
 * forgotten: this holds also for one that is only informed or joined later, and while a long operation lets the clocks'
 * ladders rest. Whoever is to be phoned is in a person's hands and climbs no further.
 */
export const dueContacts = (incident: Incident): DueContact[] =>
  awaited(incident)
    .filter(({ id }) => !incident.phoneTasks.some(task => task.assignment === id && !task.done))
    .map(a => ({ assignment: a.id, to: rungsLeft(a)[0] ?? 'phone', dueAt: dueAt(a, incident.priority) }))

/** The rungs that were not tried yet, in their order; when the ladder is through the phone remains. */
export const rungsLeft = (assignment: Assignment): ContactKind[] => {
  const tried = new Set(contactsOf(assignment).map(({ to }) => to))
  const rungs = assignment.contact?.rungs ?? standardContact.rungs
  return rungs.slice(rungs.findLastIndex(rung => tried.has(rung)) + 1)
}

/** A rung that leads nowhere is left at once; others have their time to be confirmed, then to be answered. */
const dueAt = (assignment: Assignment, priority: Priority): Instant => {
  const last = contactsOf(assignment).at(-1)
  const triedAt = last?.at ?? assignment.createdAt
  if (last?.failed) return triedAt
  const { confirmSeconds, answerSeconds } = { ...standardContact, ...assignment.contact }
  const since = Math.max(triedAt, assignment.waitingSince ?? 0, notifiedAt(assignment) ?? 0)
  const answer = answerSeconds[priority]
  return since + 1000 * (assignment.standing.status === 'alerting' ? Math.min(confirmSeconds, answer) : answer)
}
