import type { Instant } from '../vocabulary.ts'
import type { Assignment, Contact } from './assignment.ts'
import type { IncidentEvent, Recorded } from './events.ts'
import type { Incident } from './incident.ts'

type ContactEvent = Recorded<Extract<IncidentEvent, { type: 'ContactTried' | 'AlertUndeliverable' }>>

/** The rungs that were tried, the first one first. */
export const contactsOf = ({ contacts, createdAt }: Assignment): readonly Contact[] =>
  contacts ?? [{ to: 'group', at: createdAt }]

/** One rung more, or one that leads nowhere. */
export const withContact = (incident: Incident, event: ContactEvent): Incident =>
  changeOne(incident, event.assignment, assignment =>
    event.type === 'ContactTried'
      ? { ...assignment, contacts: [...contactsOf(assignment), { to: event.to, at: event.at }] }
      : { ...assignment, contacts: contactsOf(assignment).map(contact => failedAt(contact, event.to ?? 'group')) },
  )

/** An answer was taken back, or nobody phones any more: whoever had the alert last has its full time again. */
export const waitsAnew = (incident: Incident, assignment: string | undefined, since: Instant): Incident =>
  changeOne(incident, assignment, before => ({ ...before, waitingSince: since }))

const failedAt = (contact: Contact, to: Contact['to']): Contact =>
  contact.to === to ? { ...contact, failed: true } : contact

const changeOne = (incident: Incident, id: string | undefined, change: (a: Assignment) => Assignment): Incident => ({
  ...incident,
  assignments: incident.assignments.map(assignment => (assignment.id === id ? change(assignment) : assignment)),
})
