import { dueContacts } from '../../clocks/contact.ts'
import { pendingHelp } from '../../clocks/help.ts'
import { incidentClocks } from '../../clocks/incident-clocks.ts'
import { type PendingRung, pendingRungs } from '../../clocks/ladder.ts'
import { notifiedAt } from '../../clocks/marks.ts'
import type { MarkName, Recipient, SopProfile } from '../../profiles/profile.ts'
import type { Instant } from '../../vocabulary.ts'
import type { Assignment } from '../assignment.ts'
import type { IncidentCommand } from '../commands.ts'
import { assignmentOf, type Incident, isOver } from '../incident.ts'
import { ladderResumedAt, lateSitreps, nextSitrepTurn, runningOperation } from '../long-operation.ts'
import { concernsResponse, confirmedAt } from '../milestones.ts'
import { isActive, isAnswered, isRequired } from '../standing.ts'
import { alertDutyOfficers, climbDue } from './contacting.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { raiseAttention, raisePhoneTask } from './follow-ups.ts'
import { callForHelpAgain } from './help.ts'
import { remindOfReports, reportReminders } from './report-prompt.ts'

/**
 * Every rung of every running clock that has not fired. Once the incident is closed nobody is chased any more: only the
 * closing itself has a limit. While a long operation runs, ladders rest.
 */
const pendingRungsOf = (incident: Incident, profile: SopProfile, now: Instant): PendingRung[] => {
  if (runningOperation(incident)) return []
  return incidentClocks(incident, profile)
    .filter(({ definition }) => incident.phase.status !== 'closed' || definition.stop.includes('incident.archived'))
    .flatMap(clock =>
      pendingRungs(clock, profile.ladders, incident.priority, incident.fired, {
        now,
        silencedUntil: incident.silencedUntil[clock.key],
        countsFrom: incident.backEnteredAt,
        resumedAt: ladderResumedAt(incident),
      }),
    )
}

const dueRungsOf = (incident: Incident, profile: SopProfile, now: Instant): PendingRung[] =>
  pendingRungsOf(incident, profile, now)
    .filter(({ dueAt }) => dueAt <= now)
    .sort((a, b) => a.dueAt - b.dueAt)

/** When the incident wants `FireDue` next; null when nothing will ever be due in its present state. */
export const nextDueAt = (incident: Incident, profile: SopProfile, now: Instant): Instant | null => {
  if (isOver(incident)) return null
  const reminders = incident.phase.status === 'closed' ? [] : reportReminders(incident)
  const turn = nextSitrepTurn(incident, profile, now)
  const waiting = [
    ...pendingRungsOf(incident, profile, now),
    ...dueContacts(incident),
    ...pendingHelp(incident, now),
    ...reminders,
    ...lateSitreps(incident, profile),
    ...(turn ? [turn] : []),
  ]
  return waiting.length ? Math.min(...waiting.map(({ dueAt }) => dueAt)) : null
}

/**
 * Fires every rung whose time has come, earliest first, until the next one lies ahead, and takes the next rung where an
 * alert was not confirmed or not answered; nothing due changes nothing. After a downtime each fraction fires once and of
 * the repetitions only the latest. A long operation has its own: SITREPs to ask for, and to miss.
 */
export const fireDue = (
  incident: Incident,
  _command: Extract<IncidentCommand, { type: 'FireDue' }>,
  context: DecideContext,
): IncidentDecision => {
  const draft = new Draft(incident, context)
  climbDue(draft, context.now)
  if (!isOver(incident) && incident.phase.status !== 'closed') remindOfReports(draft, incident, context.now)
  sitrepsInto(draft, incident, context)
  const due = () => dueRungsOf(draft.state ?? incident, context.profile, context.now)
  for (let rungs = due(); rungs.length; rungs = due()) {
    for (const rung of rungs) fire(draft, incident, rung, context.now)
  }
  callForHelpAgain(draft, incident, context.now)
  return draft.decision()
}

const sitrepsInto = (draft: Draft, incident: Incident, { profile, now }: DecideContext): void => {
  for (const { assignment, dueAt } of lateSitreps(incident, profile)) {
    if (dueAt <= now) raiseAttention(draft, 'sitrepOverdue', assignment)
  }
  const turn = nextSitrepTurn(incident, profile, now)
  if (!turn || turn.dueAt > now) return
  draft.emit({ type: 'SitrepRequested', ...turn })
  draft.effect({ kind: 'sitrepPrompt', assignments: turn.assignments })
}

const fire = (draft: Draft, incident: Incident, rung: PendingRung, now: Instant): void => {
  const { clock } = rung
  draft.emit({ type: 'RungFired', clock: clock.key, rung: rung.rung, dueAt: rung.dueAt })
  const awaited = awaitedBy(incident, rung)
  const reported = rung.unlessReported && awaited.every(({ standing }) => standing.status !== 'cleared')
  const recipients = recipientsOf(rung, now < (incident.silencedUntil[clock.key] ?? 0))
  if (recipients.length && !reported) {
    const assignments = awaited.filter(isRequired).map(({ id }) => id)
    const officersTold = recipients.includes('dutyOfficer') ? alertDutyOfficers(draft, assignments, now) : []
    draft.effect({
      kind: 'ping',
      clock: clock.key,
      rung: rung.rung,
      recipients,
      assignments,
      ...(officersTold.length ? { officersTold } : {}),
    })
  }
  if (rung.phoneTask) {
    const toPhone = rung.phoneTask === 'unanswered' ? awaited.filter(a => !isAnswered(a)) : awaited
    for (const a of toPhone) raisePhoneTask(draft, a.id, notifiedAt(a) === undefined ? 'unreachable' : 'unanswered')
  }
  if (rung.listed && clock.assignment) raiseAttention(draft, 'reportOverdue', clock.assignment)
}

/** An agency that owns a clock is pinged in its chat; of a desk, whoever has the incident. */
const recipientsOf = ({ ping, clock }: PendingRung, silenced: boolean): Recipient[] => {
  const owner: Recipient = clock.definition.owner === 'agency' ? 'agency' : 'owner'
  const recipients = ping.map(recipient => (recipient === 'owner' ? owner : recipient))
  return [...new Set(recipients)].filter(recipient => !(silenced && recipient === 'supervisorOnDuty'))
}

/**
 * Whom a clock waits for: its own assignment, or those whose mark is missing. An inform agency that no alert reached is
 * phoned like the others, but never pinged: it has no clock.
 */
const awaitedBy = (incident: Incident, { clock }: PendingRung): Assignment[] => {
  if (clock.assignment !== undefined) {
    const assignment = assignmentOf(incident, clock.assignment)
    return assignment ? [assignment] : []
  }
  return clock.definition.stop.flatMap(mark =>
    incident.assignments.filter(a => isActive(a) && (missing[mark]?.(a) ?? false)),
  )
}

const missing: Partial<Record<MarkName, (assignment: Assignment) => boolean>> = {
  'dispatch.allDelivered': assignment => assignment.firstPlan && notifiedAt(assignment) === undefined,
  'response.confirmed': assignment => concernsResponse(assignment) && confirmedAt(assignment) === undefined,
}
