import type { AssignmentStatus } from '../../dispatch/incident/assignment.ts'
import type { IncidentStatus } from '../../dispatch/incident/incident.ts'

/** The core knows these words as types; the document of the API needs them as lists. */

export const incidentStatuses = [
  'intake',
  'submitted',
  'taken',
  'dispatched',
  'closing',
  'closed',
  'archived',
  'cancelled',
  'merged',
  'handedOver',
] as const satisfies readonly IncidentStatus[]

export const assignmentStatuses = [
  'alerting',
  'notified',
  'received',
  'acknowledged',
  'enRoute',
  'onScene',
  'transporting',
  'cleared',
  'reported',
  'reportAccepted',
  'reportWaived',
  'declined',
  'handedBack',
  'stoodDown',
] as const satisfies readonly AssignmentStatus[]
