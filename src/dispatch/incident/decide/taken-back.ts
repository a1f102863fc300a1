import type { Assignment, Step } from '../assignment.ts'
import type { AttentionItem, Incident } from '../incident.ts'
import { isSameAddressee, isWorking } from '../standing.ts'
import { helpByAction } from './agency-steps.ts'
import type { Draft } from './draft.ts'

/** What a step that is taken back, or put right, had led to. */

/** Who works in the agency's place: the same agency once more, or a new lead. */
export const replacementOf = (incident: Incident, assignment: Assignment): Assignment | undefined =>
  incident.assignments.find(
    other =>
      isWorking(other) && (isSameAddressee(other, assignment) || (assignment.role === 'lead' && other.role === 'lead')),
  )

/** The item that the step had put before the desk: raised with it, or else the last of its kind. */
export const raisedBy = (draft: Draft, assignment: string, step: Step): AttentionItem | undefined => {
  const kind = helpOf(step)
  const raised = draft.state?.attention.filter(item => item.assignment === assignment && item.kind === kind) ?? []
  return raised.findLast(({ at }) => at === step.recordedAt) ?? raised.at(-1)
}

const helpOf = ({ change }: Step): AttentionItem['kind'] | undefined => {
  if (change.kind === 'action') return helpByAction[change.action]
  return change.kind === 'declined' ? 'declined' : undefined
}
