import { type Refusal, refuse } from '../../refusal.ts'
import type { Assignment, Step, StepChange } from '../assignment.ts'
import type { IncidentCommand } from '../commands.ts'
import { type Correction, correctionsOf, correctSteps, type FieldChange } from '../corrections.ts'
import { assignmentOf, type Incident } from '../incident.ts'
import { lifeEndOf } from '../lives.ts'
import { isActive, isAnswered, isWorking } from '../standing.ts'
import { canCarry } from '../transitions.ts'
import { unitsOf } from '../units.ts'
import { helpByAction, untilAnswered } from './agency-steps.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import {
  alarmWhenNobodyLeft,
  callForHelp,
  dropPhoneTasks,
  endNobodyLeft,
  reopenPhoneTask,
  settleAttention,
  settleOverdue,
} from './follow-ups.ts'
import { badTime, notNow, workable } from './guards.ts'
import { nameOfChange, newlyImpossible, runsBackwards } from './step-order.ts'
import { raisedBy, replacementOf } from './taken-back.ts'

type Command<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>

/**
 * An operator puts a step right, with a reason: its true time, a wrong press, a forgotten mark, a decline that was none.
 * The original stays among the events; limits get their first start back, and what fired stays fired. Once the incident
 * is closed its figures stand, also when it is reopened: only what belongs to its present life is put right.
 */
export const correctStep = (
  incident: Incident,
  { assignment: id, correction, reason }: Command<'CorrectStep'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = ofThisLife(incident, id)
  if ('refusal' in subject) return subject
  const { assignment } = subject
  const step = 'seq' in correction ? assignment.steps.find(({ seq }) => seq === correction.seq) : undefined
  if ('seq' in correction && !step) return refuse('notFound', { what: 'step' })
  const refusal =
    notCorrectable(assignment, correction, step) ??
    ('to' in correction ? badTime(incident, correction.to, context.now)?.refusal : undefined)
  if (refusal) return { accepted: false, refusal }
  if (step && changesNothing(step, correction)) return new Draft(incident, context).decision()
  return correctInto(incident, assignment, { correction, reason, step }, context)
}

/** An accepted or waived report was judged too soon: it waits again for a report, or for its judgement. */
export const withdrawJudgement = (
  incident: Incident,
  { assignment: id, reason }: Command<'WithdrawJudgement'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = ofThisLife(incident, id)
  if ('refusal' in subject) return subject
  const { assignment } = subject
  const { status } = assignment.standing
  const step = assignment.steps.at(-1)
  if (!step || (status !== 'reportAccepted' && status !== 'reportWaived')) {
    return notNow(assignment, 'withdrawJudgement', context)
  }
  return correctInto(incident, assignment, { correction: { kind: 'removed', seq: step.seq }, reason, step }, context)
}

/** What was done before the incident was closed and reopened stays as it was then. */
const ofThisLife = (incident: Incident, id: string): ReturnType<typeof workable> =>
  lifeEndOf(incident, id) === undefined
    ? workable(incident, id)
    : refuse('incidentOver', { number: incident.number, status: incident.phase.status })

const correctInto = (
  incident: Incident,
  assignment: Assignment,
  { correction, reason, step }: { correction: Correction; reason: string; step: Step | undefined },
  context: DecideContext,
): IncidentDecision => {
  const by = { seq: incident.lastSeq + 1, recordedAt: context.now, by: context.by }
  const steps = correctSteps(assignment.steps, correction, by)
  const subject = 'seq' in correction ? correction.seq : by.seq
  const refusal = runsBackwards(steps, subject) ?? newlyImpossible(assignment, steps)
  if (refusal) return { accepted: false, refusal }
  const draft = new Draft(incident, context)
  draft.emit({ type: 'StepCorrected', assignment: assignment.id, correction, reason })
  const after = draft.state && assignmentOf(draft.state, assignment.id)
  const comesBack = after && !isWorking(assignment) && isWorking(after)
  const replacement = comesBack ? replacementOf(incident, assignment) : undefined
  if (replacement) return refuse('duplicateAgency', { agency: replacement.agency })
  if (after) follow(draft, { before: assignment, after, step, correction }, context)
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}

/** What the step had led to goes with it, and what it should have led to comes. */
const follow = (
  draft: Draft,
  {
    before,
    after,
    step,
    correction,
  }: { before: Assignment; after: Assignment; step: Step | undefined; correction: Correction },
  { profile }: DecideContext,
): void => {
  const { id } = before
  if (step && correction.kind !== 'retimed') {
    const raised = raisedBy(draft, id, step)
    settleAttention(draft, item => item.id === raised?.id)
  }
  if (isAnswered(after)) {
    dropPhoneTasks(draft, task => task.assignment === id)
    settleAttention(draft, item => item.assignment === id && untilAnswered.includes(item.kind))
  } else if (isAnswered(before)) {
    reopenPhoneTask(draft, id)
  }
  const help = 'change' in correction ? helpOf(correction.change) : undefined
  if (help) callForHelp(draft, help, id)
  if (isActive(before) && !isActive(after)) alarmWhenNobodyLeft(draft, id)
  endNobodyLeft(draft)
  settleOverdue(draft, profile)
}

const helpOf = (change: FieldChange) => {
  if (change.kind === 'unit') return undefined
  return helpByAction[change.kind === 'action' ? change.action : 'decline']
}

/** A desk's own decisions are no marks of a crew; what calls for help is recorded when it is heard, not put in later. */
const notCorrectable = (
  assignment: Assignment,
  correction: Correction,
  step: Step | undefined,
): Refusal | undefined => {
  const { kind } = correction
  if (step && kind !== 'inserted' && !correctionsOf(step).includes(kind)) {
    return notPutRight(nameOfChange(step.change))
  }
  if (!('change' in correction)) return undefined
  const { change } = correction
  if (change.kind === 'unit') {
    const known = unitsOf(assignment).some(({ code }) => code === change.unit)
    return known ? undefined : { code: 'unknownUnit', params: { unit: change.unit } }
  }
  if (change.kind === 'action' && !canCarry(assignment, change.action)) {
    return { code: 'cannotTransport', params: { agency: assignment.agency } }
  }
  return kind === 'inserted' && helpOf(change) ? notPutRight(nameOfChange(change)) : undefined
}

const notPutRight = (action: string): Refusal => ({ code: 'stepNotCorrectable', params: { action } })

const sameChange = (a: StepChange, b: StepChange): boolean => JSON.stringify(a) === JSON.stringify(b)

const changesNothing = (step: Step, correction: Correction): boolean => {
  switch (correction.kind) {
    case 'retimed':
      return correction.to === step.at
    case 'changed':
      return sameChange(correction.change, step.change) && (correction.to ?? step.at) === step.at
    default:
      return false
  }
}
