import { refuse } from '../../refusal.ts'
import type { IncidentCommand } from '../commands.ts'
import { type Incident, isOver } from '../incident.ts'
import { oneForEachAgency } from '../standing.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'

/** Whoever dispatches weighs it differently than the run card; crews hear it as a new message. */
export const setPriority = (
  incident: Incident,
  { priority }: Extract<IncidentCommand, { type: 'SetPriority' }>,
  context: DecideContext,
): IncidentDecision => {
  const { status } = incident.phase
  if (isOver(incident) || status === 'closed') return refuse('incidentOver', { number: incident.number, status })
  const draft = new Draft(incident, context)
  if (priority === incident.priority) return draft.decision()
  draft.emit({ type: 'PrioritySet', priority })
  const told = oneForEachAgency(incident.assignments).map(({ id }) => id)
  if (told.length) draft.effect({ kind: 'update', fields: ['priority'], assignments: told })
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}
