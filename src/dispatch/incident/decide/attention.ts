import { refuse } from '../../refusal.ts'
import { nameOf } from '../../vocabulary.ts'
import type { IncidentCommand } from '../commands.ts'
import type { Incident } from '../incident.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { settleOne } from './follow-ups.ts'

/** A person looked at an item and did what it asks for. */
export const settleItem = (
  incident: Incident,
  { item: id }: Extract<IncidentCommand, { type: 'SettleAttention' }>,
  context: DecideContext,
): IncidentDecision => {
  const item = incident.attention.find(candidate => candidate.id === id)
  if (!item) return refuse('notFound', { what: 'attention' })
  if (item.doneAt !== undefined) {
    return refuse('alreadyDone', { action: 'settle', by: item.doneBy ? nameOf(item.doneBy) : '', at: item.doneAt })
  }
  const draft = new Draft(incident, context)
  settleOne(draft, item)
  return draft.decision()
}
