import { refuse } from '../../refusal.ts'
import { nameOf } from '../../vocabulary.ts'
import type { IncidentCommand } from '../commands.ts'
import type { Incident } from '../incident.ts'
import { how } from './agency-steps.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { settleOverdue } from './follow-ups.ts'
import { badTime, illegal, notNow, workable } from './guards.ts'

type Command<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>

/** tertangani, nihil, dirujuk or dialihkan: the first half of a report; the words follow as one reply. */
export const chooseOutcome = (
  incident: Incident,
  command: Command<'ChooseOutcome'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = workable(incident, command.assignment)
  if ('refusal' in subject) return subject
  if (subject.assignment.standing.status !== 'cleared') return illegal(subject.assignment, 'report', context)
  const draft = new Draft(incident, context)
  draft.emit({ type: 'OutcomeChosen', assignment: command.assignment, outcome: command.outcome })
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}

/** The close-out report: outcome and words together are complete. */
export const fileReport = (
  incident: Incident,
  command: Command<'FileReport'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = workable(incident, command.assignment)
  if ('refusal' in subject) return subject
  const { standing } = subject.assignment
  if (standing.status !== 'cleared') return illegal(subject.assignment, 'report', context)
  const { putAway } = standing
  if (command.prompted && putAway) return refuse('promptClosed', { by: nameOf(putAway.by), at: putAway.at })
  const outcome = command.outcome ?? standing.outcome
  if (!outcome) return refuse('outcomeMissing')
  const wrongTime = badTime(incident, command.at, context.now)
  if (wrongTime) return wrongTime
  const { text, lines } = command
  const at = command.at ?? context.now
  const draft = new Draft(incident, context)
  const report = { outcome, text, lines, at, by: context.by }
  draft.emit({ type: 'ReportFiled', assignment: command.assignment, report, ...how(command.heard) }, at)
  settleOverdue(draft, context.profile)
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}

export const acceptReport = (
  incident: Incident,
  { assignment }: Command<'AcceptReport'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = workable(incident, assignment)
  if ('refusal' in subject) return subject
  const { standing, steps } = subject.assignment
  if (standing.status === 'reportAccepted') {
    const at = steps.at(-1)?.at ?? context.now
    return refuse('alreadyDone', { action: 'acceptReport', by: nameOf(standing.by), at })
  }
  if (standing.status !== 'reported') return notNow(subject.assignment, 'acceptReport', context)
  const draft = new Draft(incident, context)
  draft.emit({ type: 'ReportAccepted', assignment })
  settleOverdue(draft, context.profile)
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}

/** Back to the agency with a remark: it reports again. */
export const returnReport = (
  incident: Incident,
  { assignment, remark }: Command<'ReturnReport'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = workable(incident, assignment)
  if ('refusal' in subject) return subject
  if (subject.assignment.standing.status !== 'reported') return notNow(subject.assignment, 'returnReport', context)
  const draft = new Draft(incident, context)
  draft.emit({ type: 'ReportReturned', assignment, remark })
  draft.effect({ kind: 'reportReturned', assignment })
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}

/** A required report that will not come is waived, with a reason. */
export const waiveReport = (
  incident: Incident,
  { assignment, reason }: Command<'WaiveReport'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = workable(incident, assignment)
  if ('refusal' in subject) return subject
  const { status } = subject.assignment.standing
  if (status !== 'cleared' && status !== 'reported') return notNow(subject.assignment, 'waiveReport', context)
  const draft = new Draft(incident, context)
  draft.emit({ type: 'ReportWaived', assignment, reason })
  settleOverdue(draft, context.profile)
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}
