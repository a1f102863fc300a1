import { refuse } from '../../refusal.ts'
import { nameOf } from '../../vocabulary.ts'
import type { IncidentCommand } from '../commands.ts'
import { assignmentOf, type Incident, type PhoneTask } from '../incident.ts'
import { isAnswered } from '../standing.ts'
import { isLegal } from '../transitions.ts'
import { actInto, declineInto, proveArrival } from './agency-steps.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { callForHelp, settleAttention } from './follow-ups.ts'

/** What became of a phone call to an agency: it took the job, cannot, or nobody answered (the task stays). */
export const recordPhoneTask = (
  incident: Incident,
  command: Extract<IncidentCommand, { type: 'RecordPhoneTask' }>,
  context: DecideContext,
): IncidentDecision => {
  const task = incident.phoneTasks.find(({ id }) => id === command.task)
  if (!task) return refuse('notFound', { what: 'phoneTask' })
  if (task.done) return refuse('alreadyDone', { action: 'phoneTask', by: nameOf(task.done.by), at: task.done.at })
  const draft = new Draft(incident, context)
  if (command.outcome === 'noAnswer') {
    noAnswer(draft, task, command.numbers ?? 1)
    return draft.decision()
  }
  if (task.cause === 'closure' || task.cause === 'update') {
    draft.emit({ type: 'PhoneTaskDone', task: task.id, outcome: 'told' })
    settleAttention(draft, item => item.kind === 'phonesSilent' && item.assignment === task.assignment)
    return draft.decision()
  }
  if (command.outcome === 'declined' && !command.reason) return refuse('reasonMissing')
  draft.emit({ type: 'PhoneTaskDone', task: task.id, outcome: command.outcome })
  settleAttention(draft, item => item.kind === 'phonesSilent' && item.assignment === task.assignment)
  const assignment = assignmentOf(incident, task.assignment)
  if (!assignment) return draft.decision()
  if (command.outcome === 'accepted') {
    if (!isAnswered(assignment)) actInto(draft, assignment, assignment.duty === 'act' ? 'acknowledge' : 'receive')
  } else if (command.reason && isLegal(assignment, 'decline')) {
    declineInto(draft, assignment, command.reason)
  } else if (isLegal(assignment, 'handBack')) {
    actInto(draft, assignment, 'handBack')
  } else {
    // an inform agency has nothing to decline: it was told, that is all
    proveArrival(draft, assignment)
  }
  return draft.decision()
}

/** On to the next number; when the list is through for the first time, the supervisors hear that nobody is reached. */
const noAnswer = (draft: Draft, { id, assignment, attempts, raisedAt }: PhoneTask, numbers: number): void => {
  const length = Math.max(1, numbers)
  draft.emit({ type: 'PhoneTaskTried', task: id, number: (attempts.length % length) + 1 })
  const told = draft.state?.attention.some(
    item => item.kind === 'phonesSilent' && item.assignment === assignment && item.at >= raisedAt,
  )
  if (attempts.length + 1 >= length && !told) callForHelp(draft, 'phonesSilent', assignment)
}
