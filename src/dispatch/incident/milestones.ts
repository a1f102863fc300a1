import { acknowledgedAt, leftAt, notifiedAt, wentAt } from '../clocks/marks.ts'
import type { Instant } from '../vocabulary.ts'
import type { Assignment } from './assignment.ts'
import { assignmentOf, type Incident } from './incident.ts'
import { isRequired } from './standing.ts'

/** Latest of the times, undefined when one is missing or there is none. */
const latestOfAll = (times: (Instant | undefined)[]): Instant | undefined => {
  const known = times.filter(time => time !== undefined)
  return times.length > 0 && known.length === times.length ? Math.max(...known) : undefined
}

/** `dispatch.allDelivered`, the part of one assignment of the first plan: it is notified, or left the incident. */
const deliveredAt = (assignment: Assignment): Instant | undefined => notifiedAt(assignment) ?? leftAt(assignment)

const inFirstPlan = ({ firstPlan }: Assignment): boolean => firstPlan

const allDelivered = (incident: Incident): Instant | undefined =>
  latestOfAll(incident.assignments.filter(inFirstPlan).map(deliveredAt))

/** `response.confirmed` looks at the act agencies of the first plan and at every lead; who joins later does not count. */
export const concernsResponse = ({ duty, firstPlan, role }: Assignment): boolean =>
  duty === 'act' && (firstPlan || role === 'lead')

/** One agency's part of it: it acknowledged, as the lead also set out, arrived or handled it remotely; or it left. */
export const confirmedAt = (assignment: Assignment): Instant | undefined =>
  isRequired(assignment)
    ? latestOfAll([acknowledgedAt(assignment), ...(assignment.role === 'lead' ? [wentAt(assignment)] : [])])
    : (acknowledgedAt(assignment) ?? leftAt(assignment))

/** `response.confirmed`: every required agency has its part, and there is a lead. */
const responseConfirmed = (incident: Incident): Instant | undefined => {
  const concerned = incident.assignments.filter(concernsResponse)
  return concerned.some(a => isRequired(a) && a.role === 'lead') ? latestOfAll(concerned.map(confirmedAt)) : undefined
}

/**
 * `reports.allAccepted`: no required assignment is without an accepted or waived report. Where the last one left
 * instead, the moment is when it left.
 */
const allAccepted = (incident: Incident): Instant | undefined =>
  incident.assignments.some(isRequired)
    ? latestOfAll(incident.assignments.filter(({ duty }) => duty === 'act').map(a => leftAt(a) ?? settledAt(a)))
    : undefined

const settledAt = (assignment: Assignment): Instant | undefined =>
  assignment.steps.find(({ change }) => change.kind === 'reportAccepted' || change.kind === 'reportWaived')?.at

/** What an assignment gives to a milestone. */
interface Share {
  concerns(assignment: Assignment): boolean
  part(assignment: Assignment): Instant | undefined
}

const delivery: Share = { concerns: inFirstPlan, part: deliveredAt }
const response: Share = { concerns: concernsResponse, part: confirmedAt }

/**
 * A latched moment after a step of one assignment was taken back or put right. Where that assignment's part is missing
 * now, the moment is open again; where its part moved, the moment moves with it, over those that had made it.
 */
const heldAfter = (
  latched: Instant | undefined,
  { concerns, part }: Share,
  incident: Incident,
  before: Assignment | undefined,
): Instant | undefined => {
  const after = before && assignmentOf(incident, before.id)
  if (latched === undefined || !before || !after || !concerns(before)) return latched
  const [was, is] = [part(before), part(after)]
  if (is === undefined) return undefined
  if (was === undefined || was > latched || was === is) return latched
  if (is > latched) return is
  if (was < latched) return latched
  const others = incident.assignments.filter(other => other.id !== before.id && concerns(other)).map(part)
  return Math.max(is, ...others.filter(at => at !== undefined && at <= latched).map(Number))
}

/**
 * Brings the milestones up to date after an event. The first two are latched: agencies that join or leave later never
 * reopen S3 or S5. Only a step that was taken back or put right moves them (`before`: its assignment as it was).
 */
export const withMilestones = (incident: Incident, before?: Assignment): Incident => {
  const { allDeliveredAt, responseConfirmedAt, allAcceptedAt: _, ...rest } = incident
  // what the first life did not reach before it ended no later one reaches for it, not even at the same moment
  const once = incident.lives === undefined
  const delivered = heldAfter(allDeliveredAt, delivery, incident, before) ?? (once ? allDelivered(incident) : undefined)
  const confirmed =
    heldAfter(responseConfirmedAt, response, incident, before) ?? (once ? responseConfirmed(incident) : undefined)
  const accepted = allAccepted(incident)
  return {
    ...rest,
    ...(delivered === undefined ? {} : { allDeliveredAt: delivered }),
    ...(confirmed === undefined ? {} : { responseConfirmedAt: confirmed }),
    ...(accepted === undefined ? {} : { allAcceptedAt: accepted }),
    phase: phaseAfter(incident.phase, accepted !== undefined),
  }
}

const phaseAfter = (phase: Incident['phase'], accepted: boolean): Incident['phase'] => {
  if (phase.status === 'dispatched' && accepted) return { status: 'closing' }
  if (phase.status === 'closing' && !accepted) return { status: 'dispatched' }
  return phase
}
