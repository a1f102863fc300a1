import { refuse } from '../../refusal.ts'
import type { IncidentCommand } from '../commands.ts'
import { type Incident, isOver } from '../incident.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { withdrawOfferInto } from './handing-over.ts'

/**
 * The call behind a draft is no emergency after all (information, prank, somebody else's matter): the draft is cancelled
 * and the call told. Not once an agency was alerted, nor when another call belongs to the incident: that is a cancellation,
 * which tells everybody.
 */
export const withdrawDraft = (
  incident: Incident,
  { call, reason, instead }: Extract<IncidentCommand, { type: 'WithdrawDraft' }>,
  context: DecideContext,
): IncidentDecision => {
  const { status } = incident.phase
  if (status === 'closed' || isOver(incident)) return refuse('incidentOver', { number: incident.number, status })
  if (incident.calls.length !== 1 || incident.calls[0] !== call || incident.assignments.length > 0) {
    return refuse('notNow', { action: 'withdraw', status })
  }
  const draft = new Draft(incident, context)
  withdrawOfferInto(draft)
  draft.emit({ type: 'IncidentCancelled', reason })
  draft.effect({ kind: 'tellWithdrawn', call, instead, by: context.by })
  return draft.decision()
}
