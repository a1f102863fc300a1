import { refuse } from '../../refusal.ts'
import type { IncidentCommand } from '../commands.ts'
import { type Incident, isOver } from '../incident.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'

/** Serah terima: somebody else has the incident from now on. Whoever has it already changes nothing. */
export const handOver = (
  incident: Incident,
  { to, note }: Extract<IncidentCommand, { type: 'HandOver' }>,
  context: DecideContext,
): IncidentDecision => {
  if (isOver(incident)) return refuse('incidentOver', { number: incident.number, status: incident.phase.status })
  const draft = new Draft(incident, context)
  if (incident.owner?.id === to.id) return draft.decision()
  draft.emit({ type: 'OwnerChanged', to, ...(note === undefined ? {} : { note }) })
  return draft.decision()
}
