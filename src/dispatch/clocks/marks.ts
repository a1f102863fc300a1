import type { Call } from '../call/call.ts'
import type { Assignment, FieldAction, Step, StepChange } from '../incident/assignment.ts'
import type { Incident } from '../incident/incident.ts'
import { firstEnd } from '../incident/lives.ts'
import { wentOut } from '../incident/standing.ts'
import { crewSteps } from '../incident/units.ts'
import type { MarkName } from '../profiles/profile.ts'
import type { Instant } from '../vocabulary.ts'

/** The moments that are known of one subject; what nobody reported is absent, never invented. */
export type Marks = Partial<Record<MarkName, Instant>>

const acknowledging: readonly FieldAction[] = [
  'acknowledge',
  'depart',
  'arrive',
  'transport',
  'arriveHospital',
  'clear',
  'notFound',
  'receive',
]
const clearing: readonly FieldAction[] = ['clear', 'notFound', 'arriveHospital']
/** actions after which an arrival that nobody pressed stays "not reported" */
const beyondScene: readonly FieldAction[] = ['transport', ...clearing]

/** Earliest true time of the steps: operators record what is past, so the order of recording is not the order of time. */
const firstStep = (steps: readonly Step[], counts: (change: StepChange) => boolean): Instant | undefined =>
  earliest(...steps.filter(({ change }) => counts(change)).map(({ at }) => at))

const firstAction = (steps: readonly Step[], actions: readonly FieldAction[]): Instant | undefined =>
  firstStep(steps, change => change.kind === 'action' && actions.includes(change.action))

const firstOf = (steps: readonly Step[], kind: StepChange['kind']): Instant | undefined =>
  firstStep(steps, change => change.kind === kind)

/** When the alert is known to have arrived: confirmed by a channel, told by phone, or proven by any press. */
export const notifiedAt = ({ steps }: Assignment): Instant | undefined =>
  firstStep(crewSteps(steps), ({ kind }) => kind === 'notified' || kind === 'action' || kind === 'declined')

/** Acknowledged, or any later status pressed first. */
export const acknowledgedAt = ({ steps }: Assignment): Instant | undefined =>
  firstAction(crewSteps(steps), acknowledging)

/** When the assignment left the incident: declined, handed back, stood down or replaced by another. */
export const leftAt = ({ standing }: Assignment): Instant | undefined => {
  switch (standing.status) {
    case 'declined':
    case 'handedBack':
    case 'stoodDown':
      return standing.at
    default:
      return undefined
  }
}

/** When the job came here from another incident; the last time where it moved more than once. */
export const carriedAt = ({ steps }: Assignment): Instant | undefined =>
  steps.findLast(({ change }) => change.kind === 'carried')?.at

/** When a crew went past the scene without reporting its arrival; undefined when it reported it. */
export const skippedSceneAt = (assignment: Assignment): Instant | undefined => {
  const steps = crewSteps(assignment.steps)
  return firstAction(steps, ['arrive']) === undefined ? firstAction(steps, beyondScene) : undefined
}

/**
 * Whether the crew's first word was its arrival, or that it is done: when it took the job is not known then, and no
 * span from there may enter the figures.
 */
export const tookJobUnreported = ({ steps }: Assignment): boolean =>
  firstAction(crewSteps(steps), ['acknowledge', 'depart']) === undefined

/** When the crew set out, arrived, or handled it without going. */
export const wentAt = ({ steps }: Assignment): Instant | undefined =>
  firstAction(crewSteps(steps), ['depart', 'arrive', ...beyondScene])

export const assignmentMarks = (assignment: Assignment): Marks => {
  const steps = crewSteps(assignment.steps)
  const acknowledged = acknowledgedAt(assignment)
  return defined({
    'assignment.notified': notifiedAt(assignment),
    'assignment.acknowledged': acknowledged,
    'assignment.answered': earliest(acknowledged, firstOf(steps, 'declined')),
    'assignment.onScene': firstAction(steps, ['arrive']),
    'assignment.handledRemotely': steps.some(wentOut) ? undefined : firstAction(steps, ['clear']),
    'assignment.cleared': firstAction(steps, clearing),
    'assignment.reported': firstOf(steps, 'reported'),
    'assignment.reportAccepted': firstOf(steps, 'reportAccepted'),
    'assignment.reportWaived': firstOf(steps, 'reportWaived'),
  })
}

/** The marks of the incident as a whole; once it was reopened those of its first life, which stay as they were. */
export const incidentMarks = (incident: Incident): Marks => {
  const { lives } = incident
  const end = firstEnd(incident) ?? Number.POSITIVE_INFINITY
  const before = (at: Instant | undefined) => (at !== undefined && at <= end ? at : undefined)
  return defined({
    'call.opened': incident.callOpenedAt,
    'call.classified': incident.classifiedAt,
    'intake.submitted': incident.submittedAt,
    'dispatch.ready': earliest(incident.submittedAt, incident.readyAt),
    'dispatcher.taken': incident.takenAt,
    'dispatch.allDelivered': before(incident.allDeliveredAt),
    'response.confirmed': before(incident.responseConfirmedAt),
    'reports.allAccepted': lives ? lives.allAcceptedAt : incident.allAcceptedAt,
    'incident.archived': lives ? lives.archivedAt : archivedAt(incident),
    'incident.cancelled': lives ? undefined : calledOffAt(incident),
  })
}

const archivedAt = ({ phase }: Incident): Instant | undefined => (phase.status === 'archived' ? phase.at : undefined)
const calledOffAt = ({ phase }: Incident): Instant | undefined =>
  phase.status === 'cancelled' || phase.status === 'merged' || phase.status === 'handedOver' ? phase.at : undefined

/** When it ended, as it stands now: whatever still ran has no business any more. */
export const overAt = (incident: Incident): Instant | undefined => archivedAt(incident) ?? calledOffAt(incident)

export const callMarks = (call: Call): Marks =>
  defined({
    'call.opened': call.openedAt,
    'call.classified': call.classifiedAt,
    'call.attached': call.attachments?.[0]?.at,
    'call.resolved': call.resolvedAt,
    'call.ended': call.endedAt,
    'intake.submitted': call.intakeSubmittedAt,
    'incident.cancelled': call.incidentCancelledAt,
  })

export const earliest = (...times: (Instant | undefined)[]): Instant | undefined => {
  const known = times.filter(time => time !== undefined)
  return known.length ? Math.min(...known) : undefined
}

const defined = (marks: Partial<Record<MarkName, Instant | undefined>>): Marks =>
  Object.fromEntries(Object.entries(marks).filter(([, at]) => at !== undefined))
