import type { AssignmentStatus, IncidentStatus } from '../../words.ts'

/** Colours of states: amber waits for somebody, blue is under way, teal is done, red is a no, grey is out. */
export const assignmentColour = {
  alerting: 'orange',
  notified: 'yellow',
  received: 'teal',
  acknowledged: 'blue',
  enRoute: 'blue',
  onScene: 'indigo',
  transporting: 'indigo',
  cleared: 'cyan',
  reported: 'grape',
  reportAccepted: 'teal',
  reportWaived: 'teal',
  declined: 'red',
  handedBack: 'red',
  stoodDown: 'gray',
} as const satisfies Record<AssignmentStatus, string>

export const incidentColour = {
  intake: 'yellow',
  submitted: 'orange',
  taken: 'orange',
  dispatched: 'blue',
  closing: 'cyan',
  closed: 'teal',
  archived: 'gray',
  cancelled: 'red',
  merged: 'gray',
  handedOver: 'gray',
} as const satisfies Record<IncidentStatus, string>
