import { refuse } from '../../refusal.ts'
import { nameOf } from '../../vocabulary.ts'
import type { IncidentCommand } from '../commands.ts'
import type { Incident } from '../incident.ts'
import { isActive } from '../standing.ts'
import { takesUnits } from '../units.ts'
import { assign } from './assign.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { alarmWhenNobodyLeft, dropPhoneTasks, endNobodyLeft, settleAttention } from './follow-ups.ts'
import { notNow, workable } from './guards.ts'

/**
 * An agency that was only informed is to act, or one that acts need only know. It goes on under another assignment:
 * a new card with the buttons of its new duty, clocks that start then, and none of the first plan's limits reopened.
 * What it was asked before ends uncounted.
 */
export const changeDuty = (
  incident: Incident,
  { assignment: id, duty }: Extract<IncidentCommand, { type: 'ChangeDuty' }>,
  context: DecideContext,
): IncidentDecision => {
  const subject = workable(incident, id)
  if ('refusal' in subject) return subject
  const { assignment } = subject
  const { standing, agency, role, transports } = assignment
  if (standing.status === 'stoodDown' && 'replacedBy' in standing) {
    return refuse('alreadyDone', { action: 'changeDuty', by: nameOf(standing.by), at: standing.at })
  }
  if (role === 'lead') return refuse('leadMissing', { leads: 0 })
  const canChange = isActive(assignment) && (assignment.duty === 'inform' || takesUnits(assignment))
  if (assignment.duty === duty || !canChange) return notNow(assignment, 'changeDuty', context)
  const draft = new Draft(incident, context)
  const addressed = {
    agency,
    ...(assignment.post === undefined ? {} : { post: assignment.post }),
    ...(assignment.contact === undefined ? {} : { contact: assignment.contact }),
  }
  const replacedBy = assign(draft, { ...addressed, role, duty, transports }, false, id)
  draft.emit({ type: 'AssignmentReplaced', assignment: id, replacedBy })
  dropPhoneTasks(draft, task => task.assignment === id)
  settleAttention(draft, item => item.assignment === id)
  draft.effect({ kind: 'refreshCards' })
  alarmWhenNobodyLeft(draft, replacedBy)
  endNobodyLeft(draft)
  return draft.decision()
}
