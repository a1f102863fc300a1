import { refuse } from '../../refusal.ts'
import type { IncidentCommand } from '../commands.ts'
import { assignmentOf, type Incident, isOver } from '../incident.ts'
import { known } from '../intake.ts'
import { isActive } from '../standing.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'

/**
 * The control room writes to groups: words, the incident's point on a map, or both. Without names it goes to every
 * agency that works on the incident; one that has left is written to only by name.
 */
export const sendMessage = (
  incident: Incident,
  { assignments: named, text, venue, urgent }: Extract<IncidentCommand, { type: 'SendMessage' }>,
  context: DecideContext,
): IncidentDecision => {
  if (isOver(incident) || incident.phase.status === 'closed') {
    return refuse('incidentOver', { number: incident.number, status: incident.phase.status })
  }
  if (text === undefined && !venue) return refuse('messageEmpty')
  if (venue && known(incident.intake.point) === undefined) return refuse('pointMissing')
  if (named?.some(id => !assignmentOf(incident, id))) return refuse('notFound', { what: 'assignment' })
  const to = [...new Set(named ?? incident.assignments.filter(isActive).map(({ id }) => id))]
  if (!to.length) return refuse('nobodyToTell')
  const message = { assignments: to, venue, urgent, ...(text === undefined ? {} : { text }) }
  const draft = new Draft(incident, context)
  draft.emit({ type: 'MessageSent', ...message })
  draft.effect({ kind: 'message', ...message, by: context.by, at: context.now })
  return draft.decision()
}
