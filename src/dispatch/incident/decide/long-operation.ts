import { refuse } from '../../refusal.ts'
import { nameOf } from '../../vocabulary.ts'
import type { IncidentCommand } from '../commands.ts'
import { type Incident, isOver } from '../incident.ts'
import { runningOperation } from '../long-operation.ts'
import { isActive } from '../standing.ts'
import { climbDue } from './contacting.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { settleAttention } from './follow-ups.ts'
import { badTime, notNow, workable } from './guards.ts'

/** "Operasi lanjutan": from now on ladders rest and agencies at work are asked for SITREPs. */
export const startLongOperation = (
  incident: Incident,
  _command: Extract<IncidentCommand, { type: 'StartLongOperation' }>,
  context: DecideContext,
): IncidentDecision => {
  const { status } = incident.phase
  if (isOver(incident)) return refuse('incidentOver', { number: incident.number, status })
  const running = runningOperation(incident)
  if (running) return refuse('alreadyDone', { action: 'longOperation', by: nameOf(running.by), at: running.from })
  if (status !== 'dispatched') return refuse('notNow', { action: 'longOperation', status })
  const draft = new Draft(incident, context)
  draft.emit({ type: 'LongOperationStarted' })
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}

/** Ladders go on with what lies ahead; rungs that passed meanwhile are skipped. Alerts are not: they are phoned about. */
export const endLongOperation = (
  incident: Incident,
  _command: Extract<IncidentCommand, { type: 'EndLongOperation' }>,
  context: DecideContext,
): IncidentDecision => {
  if (!runningOperation(incident)) {
    return refuse('notNow', { action: 'endLongOperation', status: incident.phase.status })
  }
  const draft = new Draft(incident, context)
  climbDue(draft, context.now)
  endOperationInto(draft)
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}

/** It ends with the incident too. */
export const endOperationInto = (draft: Draft): void => {
  if (!draft.state || !runningOperation(draft.state)) return
  draft.emit({ type: 'LongOperationEnded' })
  settleAttention(draft, ({ kind }) => kind === 'sitrepOverdue')
}

/** How it stands, in the words of an agency that works on it: a reply in its group, or what was heard on the radio. */
export const recordSitrep = (
  incident: Incident,
  { assignment: id, text, at }: Extract<IncidentCommand, { type: 'RecordSitrep' }>,
  context: DecideContext,
): IncidentDecision => {
  const subject = workable(incident, id)
  if ('refusal' in subject) return subject
  const { assignment } = subject
  if (!isActive(assignment) || assignment.duty === 'inform') return notNow(assignment, 'sitrep', context)
  const wrongTime = badTime(incident, at, context.now)
  if (wrongTime) return wrongTime
  const draft = new Draft(incident, context)
  draft.emit({ type: 'SitrepReceived', assignment: id, text }, at)
  settleAttention(draft, item => item.kind === 'sitrepOverdue' && item.assignment === id)
  return draft.decision()
}
