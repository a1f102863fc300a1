import { refuse } from '../../refusal.ts'
import type { IncidentCommand } from '../commands.ts'
import { assignmentOf, type Incident, isOver } from '../incident.ts'
import { isRequired, isSettled, oneForEachAgency } from '../standing.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { dropPhoneTasks, raisePhoneTask, settleAttention } from './follow-ups.ts'
import { withdrawOfferInto } from './handing-over.ts'
import { endOperationInto } from './long-operation.ts'
import { answerOfferInto } from './receiving.ts'

type Command<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>

/** All required reports are in: the agencies are told that the incident is over, then it goes to the archive. */
export const closeIncident = (
  incident: Incident,
  _command: Command<'CloseIncident'>,
  context: DecideContext,
): IncidentDecision => {
  const { status } = incident.phase
  if (status === 'closed' || isOver(incident)) return refuse('incidentOver', { number: incident.number, status })
  if (status === 'dispatched') {
    const open = incident.assignments.filter(a => isRequired(a) && !isSettled(a))
    return refuse('reportsOpen', { agencies: open.map(({ agency }) => agency).join(', ') })
  }
  if (status !== 'closing') return refuse('notNow', { action: 'close', status })
  const draft = new Draft(incident, context)
  endOperationInto(draft)
  withdrawOfferInto(draft)
  draft.emit({ type: 'IncidentClosed' })
  dropPhoneTasks(draft)
  settleAttention(draft)
  // an agency that was told when it closed before, and had nothing to do since, knows
  for (const { id } of oneForEachAgency(incident.assignments).filter(({ id }) => incident.closures[id] === undefined)) {
    draft.emit({ type: 'ClosureAwaited', assignment: id })
    draft.effect({ kind: 'closureNotice', assignment: id })
  }
  draft.effect({ kind: 'refreshCards' })
  archiveWhenTold(draft)
  return draft.decision()
}

/** A closure notice was sent; one that cannot be delivered becomes a phone task and does not hold the archive. */
export const noteClosure = (
  incident: Incident,
  { assignment, result }: Command<'NoteClosure'>,
  context: DecideContext,
): IncidentDecision => {
  if (!assignmentOf(incident, assignment)) return refuse('notFound', { what: 'assignment' })
  const draft = new Draft(incident, context)
  if (incident.closures[assignment] !== 'pending') return draft.decision()
  draft.emit({ type: 'ClosureNoticed', assignment, result })
  if (result === 'failed') raisePhoneTask(draft, assignment, 'closure')
  archiveWhenTold(draft)
  return draft.decision()
}

/**
 * The incident is none, or not ours: everybody who was alerted hears it. Once a dispatcher took it over it is no longer
 * the operator's to cancel.
 */
export const cancelIncident = (
  incident: Incident,
  { reason, asCallTaker }: Command<'CancelIncident'>,
  context: DecideContext,
): IncidentDecision => {
  const { status } = incident.phase
  if (status === 'closed' || isOver(incident)) return refuse('incidentOver', { number: incident.number, status })
  if (asCallTaker && incident.takenAt !== undefined) return refuse('notOwner')
  const draft = new Draft(incident, context)
  endOperationInto(draft)
  withdrawOfferInto(draft)
  draft.emit({ type: 'IncidentCancelled', reason })
  answerOfferInto(draft, incident, { result: 'refused', reason })
  dropPhoneTasks(draft)
  settleAttention(draft)
  const told = oneForEachAgency(incident.assignments).map(({ id }) => id)
  if (told.length) draft.effect({ kind: 'update', fields: ['cancelled'], assignments: told })
  draft.effect({ kind: 'refreshCards' })
  for (const call of incident.calls) draft.effect({ kind: 'markCall', call, mark: 'incident.cancelled' })
  return draft.decision()
}

const archiveWhenTold = (draft: Draft): void => {
  const pending = Object.values(draft.state?.closures ?? {}).includes('pending')
  if (draft.state?.phase.status === 'closed' && !pending) draft.emit({ type: 'IncidentArchived' })
}
