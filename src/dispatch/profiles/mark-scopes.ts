import type { ClockScope, MarkName } from './profile.ts'

/** Of what a mark can be told: a call, an incident as a whole, or one assignment. See `clocks/marks.ts`. */
type Subject = 'call' | 'incident' | 'assignment'

/** A new mark needs its line here: a clock whose start nobody can tell of its subject would never run. */
const subjects: Record<MarkName, readonly Subject[]> = {
  'call.opened': ['call', 'incident'],
  'call.classified': ['call', 'incident'],
  'call.attached': ['call'],
  'call.reclassified': ['call'],
  'call.resolved': ['call'],
  'call.ended': ['call'],
  'intake.submitted': ['call', 'incident'],
  'incident.cancelled': ['call', 'incident'],
  'incident.archived': ['incident'],
  'dispatch.ready': ['incident'],
  'dispatch.allDelivered': ['incident'],
  'dispatcher.taken': ['incident'],
  'response.confirmed': ['incident'],
  'reports.allAccepted': ['incident'],
  'assignment.notified': ['assignment'],
  'assignment.answered': ['assignment'],
  'assignment.acknowledged': ['assignment'],
  'assignment.onScene': ['assignment'],
  'assignment.handledRemotely': ['assignment'],
  'assignment.cleared': ['assignment'],
  'assignment.reported': ['assignment'],
  'assignment.reportAccepted': ['assignment'],
  'assignment.reportWaived': ['assignment'],
}

/** An assignment knows the moments of its incident too. */
const seenBy: Record<ClockScope, readonly Subject[]> = {
  call: ['call'],
  incident: ['incident'],
  assignment: ['incident', 'assignment'],
  leadAssignment: ['incident', 'assignment'],
  requiredAssignment: ['incident', 'assignment'],
}

/** Whether a clock of this scope can know the moment. */
export const isMarkOf = (scope: ClockScope, mark: MarkName): boolean =>
  subjects[mark].some(subject => seenBy[scope].includes(subject))
