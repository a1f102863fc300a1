import type { Refusal } from '../../refusal.ts'
import {
  type Assignment,
  type AssignmentStatus,
  type Standing,
  type Step,
  type StepChange,
  unitMarks,
} from '../assignment.ts'
import { tellsOrder } from '../corrections.ts'
import { afterStep } from '../standing.ts'
import { canCarry, transitions } from '../transitions.ts'
import { crewSteps, takesMark } from '../units.ts'

/** Whether steps can have followed each other so; what a correction must keep. */

/** Set when the step lies before one that precedes it, or after one that follows: a unit is measured by its own steps. */
export const runsBackwards = (steps: readonly Step[], seq: number): Refusal | undefined => {
  const index = steps.findIndex(step => step.seq === seq)
  const step = steps[index]
  if (!step) return undefined
  const isPeer = peersOf(step)
  const wrong =
    steps.slice(0, index).findLast(other => isPeer(other) && other.at > step.at) ??
    steps.slice(index + 1).find(other => isPeer(other) && other.at < step.at)
  if (!wrong) return undefined
  return { code: 'timeBackwards', params: { action: nameOfChange(wrong.change), at: wrong.at } }
}

const peersOf = ({ change }: Step): ((other: Step) => boolean) =>
  change.kind === 'unit'
    ? other => other.change.kind === 'unit' && other.change.unit === change.unit
    : other => other.change.kind !== 'unit' && tellsOrder(other)

/** Set when a step could not have come where it stands now, and could before. */
export const newlyImpossible = (assignment: Assignment, steps: readonly Step[]): Refusal | undefined => {
  const before = new Set(impossible(assignment, assignment.steps).map(({ step }) => step.seq))
  const found = impossible(assignment, steps).find(({ step }) => !before.has(step.seq))
  if (!found) return undefined
  return { code: 'stepsImpossible', params: { action: nameOfChange(found.step.change), status: found.status } }
}

/** Steps that could not have come where they stand, and where the agency stood then. */
export const impossible = (
  assignment: Assignment,
  steps: readonly Step[],
): { step: Step; status: AssignmentStatus }[] => {
  const counted = new Map(crewSteps(steps).map(step => [step.seq, step]))
  const before: Step[] = []
  let standing: Standing = { status: 'alerting' }
  return steps.flatMap((step, index) => {
    const { status } = standing
    const counts = counted.get(step.seq)
    if (counts) {
      standing = afterStep(standing, counts, before)
      before.push(counts)
    }
    return isPossible(assignment, status, step.change) && !isTwice(steps, index) ? [] : [{ step, status }]
  })
}

/** A unit reports each of its marks once, in their order. */
const isTwice = (steps: readonly Step[], index: number): boolean => {
  const change = steps[index]?.change
  if (change?.kind !== 'unit') return false
  const barring: readonly string[] = unitMarks.slice(unitMarks.indexOf(change.mark))
  return steps
    .slice(0, index)
    .some(({ change: other }) => other.kind === 'unit' && other.unit === change.unit && barring.includes(other.mark))
}

const gone: readonly AssignmentStatus[] = ['declined', 'handedBack', 'stoodDown']

const isPossible = (assignment: Assignment, status: AssignmentStatus, change: StepChange): boolean => {
  switch (change.kind) {
    case 'notified':
    case 'outcomeChosen':
    case 'unitsNamed':
    case 'reportTakenOver':
    case 'reportPostponed':
    case 'reportReminded':
    case 'reportPutAway':
      return true
    case 'action':
      return (
        canCarry(assignment, change.action) &&
        (assignment.duty === 'inform') === (change.action === 'receive') &&
        isFrom(transitions[change.action].from, status)
      )
    case 'declined':
      return assignment.duty === 'act' && isFrom(transitions.decline.from, status)
    case 'unit':
      return takesMark(status, change.mark)
    case 'reported':
      return status === 'cleared'
    case 'reportReturned':
    case 'reportAccepted':
      return status === 'reported'
    case 'reportWaived':
      return status === 'cleared' || status === 'reported'
    case 'replaced':
    case 'carried':
      return true
    case 'stoodDown':
      return !gone.includes(status)
  }
}

const isFrom = (from: readonly AssignmentStatus[], status: AssignmentStatus): boolean => from.includes(status)

/** The action behind a step, or the kind of a desk's own. */
export const nameOfChange = (change: StepChange): string => {
  switch (change.kind) {
    case 'action':
      return change.action
    case 'unit':
      return change.mark
    case 'declined':
      return 'decline'
    case 'reported':
      return 'report'
    default:
      return change.kind
  }
}
