import { refuse } from '../../refusal.ts'
import type { IncidentCommand } from '../commands.ts'
import type { Incident } from '../incident.ts'
import { isOfEarlierLife } from '../lives.ts'
import { isActive, lastUndoable } from '../standing.ts'
import { undoWindowMs } from '../transitions.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { callAgainForHelp, endNobodyLeft, reopenPhoneTask, settleAttention, settleOverdue } from './follow-ups.ts'
import { notNow, workable } from './guards.ts'
import { raisedBy, replacementOf } from './taken-back.ts'

/**
 * Urungkan: takes the agency's last press back within two minutes, and only the step that it names; the original stays
 * among the events. An agency that was replaced meanwhile cannot come back by itself.
 */
export const undoAction = (
  incident: Incident,
  command: Extract<IncidentCommand, { type: 'UndoAction' }>,
  context: DecideContext,
): IncidentDecision => {
  const subject = workable(incident, command.assignment)
  if ('refusal' in subject) return subject
  const { assignment } = subject
  const last = lastUndoable(assignment)
  if (!last || last.seq !== command.seq) {
    const isThere = assignment.steps.some(({ seq }) => seq === command.seq)
    return isThere ? notNow(assignment, 'undo', context) : refuse('nothingToUndo')
  }
  if (isOfEarlierLife(incident, last.recordedAt)) return refuse('nothingToUndo')
  if (context.now > last.recordedAt + undoWindowMs) return refuse('undoExpired')
  const replacement = isActive(assignment) ? undefined : replacementOf(incident, assignment)
  if (replacement) return refuse('duplicateAgency', { agency: replacement.agency })
  const draft = new Draft(incident, context)
  draft.emit({ type: 'ActionUndone', assignment: assignment.id, undone: last.seq })
  const raised = raisedBy(draft, assignment.id, last)
  settleAttention(draft, ({ id }) => id === raised?.id)
  settleOverdue(draft, context.profile)
  endNobodyLeft(draft)
  reopenPhoneTask(draft, assignment.id, last.recordedAt)
  callAgainForHelp(draft, assignment.id, last.seq)
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}
