/** Moments that can be told of a call, and of an incident as a whole. */
const ofCall = [
  ...['call.opened', 'call.classified', 'call.attached', 'call.reclassified', 'call.resolved', 'call.ended'],
  ...['intake.submitted', 'incident.cancelled'],
]
const ofIncident = [
  ...['call.opened', 'call.classified', 'intake.submitted', 'dispatcher.taken', 'dispatch.ready'],
  ...['dispatch.allDelivered', 'response.confirmed', 'reports.allAccepted', 'incident.cancelled', 'incident.archived'],
]
/** An assignment knows the moments of its incident too. */
const ofAssignment = [
  ...['assignment.notified', 'assignment.answered', 'assignment.acknowledged', 'assignment.onScene'],
  ...['assignment.handledRemotely', 'assignment.cleared', 'assignment.reported', 'assignment.reportAccepted'],
  ...['assignment.reportWaived', ...ofIncident],
]

/** What may start or stop a clock of this scope, in the order in which it happens. The server refuses the rest. */
export const marksFor = (scope: string): readonly string[] => {
  if (scope === 'call') return ofCall
  return scope === 'incident' ? ofIncident : ofAssignment
}
