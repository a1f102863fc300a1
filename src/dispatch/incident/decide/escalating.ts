import { incidentClocks } from '../../clocks/incident-clocks.ts'
import { type PendingRung, pendingRungs } from '../../clocks/ladder.ts'
import { acknowledgedAt, notifiedAt, wentAt } from '../../clocks/marks.ts'
import { takenSilenceSeconds } from '../../profiles/ladders.ts'
import type { MarkName, Recipient, SopProfile } from '../../profiles/profile.ts'
import { refuse } from '../../refusal.ts'
import type { Instant } from '../../vocabulary.ts'
import type { Assignment } from '../assignment.ts'
import type { IncidentCommand } from '../commands.ts'
import { assignmentOf, type Incident, isOver } from '../incident.ts'
import { isActive, isAnswered, isRequired } from '../standing.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { raiseAttention, raisePhoneTask } from './follow-ups.ts'
import { nameOf } from './guards.ts'

/** Every rung of every running clock that has not fired. */
const pendingRungsOf = (incident: Incident, profile: SopProfile, now: Instant): PendingRung[] =>
  incidentClocks(incident, profile).flatMap(clock =>
    pendingRungs(clock, profile.ladders, incident.priority, incident.fired, {
      now,
      silencedUntil: incident.silencedUntil[clock.key],
    }),
  )

/** When the incident wants `FireDue` next; null when nothing will ever be due in its present state. */
export const nextDueAt = (incident: Incident, profile: SopProfile, now: Instant): Instant | null => {
  if (isOver(incident)) return null
  const times = pendingRungsOf(incident, profile, now).map(({ dueAt }) => dueAt)
  return times.length ? Math.min(...times) : null
}

/** Fires every rung whose time has come, earliest first; nothing due changes nothing. */
export const fireDue = (
  incident: Incident,
  _command: Extract<IncidentCommand, { type: 'FireDue' }>,
  context: DecideContext,
): IncidentDecision => {
  const draft = new Draft(incident, context)
  const due = pendingRungsOf(incident, context.profile, context.now)
    .filter(({ dueAt }) => dueAt <= context.now)
    .sort((a, b) => a.dueAt - b.dueAt)
  for (const rung of due) fire(draft, incident, rung, context.now)
  return draft.decision()
}

/** "Saya tangani": the supervisor acts, the clock's pings to supervisors are silent for ten minutes. */
export const takeEscalation = (
  incident: Incident,
  { clock: key }: Extract<IncidentCommand, { type: 'TakeEscalation' }>,
  context: DecideContext,
): IncidentDecision => {
  const clock = incidentClocks(incident, context.profile).find(candidate => candidate.key === key)
  if (clock?.state !== 'running') return refuse('clockNotRunning', { clock: key, by: nameOf(context.by) })
  const draft = new Draft(incident, context)
  draft.emit({ type: 'EscalationTaken', clock: key, until: context.now + takenSilenceSeconds * 1000 })
  return draft.decision()
}

const fire = (draft: Draft, incident: Incident, rung: PendingRung, now: Instant): void => {
  const { clock } = rung
  draft.emit({ type: 'RungFired', clock: clock.key, rung: rung.rung, dueAt: rung.dueAt })
  const awaited = awaitedBy(incident, rung)
  const reported = rung.unlessReported && awaited.every(({ standing }) => standing.status !== 'cleared')
  const recipients = recipientsOf(rung, now < (incident.silencedUntil[clock.key] ?? 0))
  if (recipients.length && !reported) {
    draft.effect({
      kind: 'ping',
      clock: clock.key,
      rung: rung.rung,
      recipients,
      assignments: awaited.map(({ id }) => id),
    })
  }
  if (rung.phoneTask) {
    const toPhone = rung.phoneTask === 'unanswered' ? awaited.filter(a => !isAnswered(a)) : awaited
    for (const { id } of toPhone) raisePhoneTask(draft, id, 'unanswered')
  }
  if (rung.listed && clock.assignment) raiseAttention(draft, 'reportOverdue', clock.assignment)
}

/** An agency that owns a clock is pinged in its chat; desks see theirs on the page. */
const recipientsOf = ({ ping, clock }: PendingRung, silenced: boolean): Recipient[] => {
  const owner: Recipient[] = clock.definition.owner === 'agency' ? ['agency'] : []
  const recipients = ping.flatMap(recipient => (recipient === 'owner' ? owner : [recipient]))
  return [...new Set(recipients)].filter(recipient => !(silenced && recipient === 'supervisorOnDuty'))
}

/** Whom a clock waits for: its own assignment, or the required agencies whose mark is missing. */
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
  'dispatch.allDelivered': assignment => notifiedAt(assignment) === undefined,
  'response.confirmed': assignment =>
    isRequired(assignment) &&
    (acknowledgedAt(assignment) === undefined || (assignment.role === 'lead' && wentAt(assignment) === undefined)),
}
