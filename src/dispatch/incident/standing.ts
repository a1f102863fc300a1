import type { ReportOutcome } from '../vocabulary.ts'
import type { Assignment, FieldAction, Standing, Step, StepChange } from './assignment.ts'
import { targetOf } from './transitions.ts'
import { crewSteps, moves } from './units.ts'

/** Where an assignment stands after these steps, in their order. */
export const standingOf = (steps: readonly Step[]): Standing => {
  const counted = crewSteps(steps)
  return counted.reduce<Standing>((standing, step, index) => afterStep(standing, step, counted.slice(0, index)), {
    status: 'alerting',
  })
}

/** Where it stands after one more step. */
export const afterStep = (standing: Standing, step: Step, before: readonly Step[]): Standing => {
  const { change, by, at } = step
  switch (change.kind) {
    case 'notified':
      return standing.status === 'alerting' ? { status: 'notified' } : standing
    case 'action':
      return afterAction(standing, change.action, step, before)
    case 'declined':
      return { status: 'declined', reason: change.reason, by, at }
    case 'carried':
      return standing
    case 'outcomeChosen':
      return standing.status === 'cleared' ? chosen(standing, change.outcome, step) : standing
    case 'reportTakenOver':
    case 'reportPostponed':
    case 'reportReminded':
    case 'reportPutAway':
      return standing.status === 'cleared' ? afterPrompt(standing, change, step, before) : standing
    case 'reported':
      return { status: 'reported', report: change.report }
    case 'reportReturned':
      return standing.status === 'reported'
        ? {
            status: 'cleared',
            remotely: handledRemotely(before),
            outcome: standing.report.outcome,
            returnedRemark: change.remark,
          }
        : standing
    case 'reportAccepted':
      return standing.status === 'reported' ? { status: 'reportAccepted', report: standing.report, by } : standing
    case 'reportWaived':
      return { status: 'reportWaived', reason: change.reason, by }
    case 'stoodDown':
      return { status: 'stoodDown', reason: change.reason, by, at }
    case 'replaced':
      // it had left by itself: that stays, only somebody else has its place now
      return outStatuses.includes(standing.status)
        ? standing
        : { status: 'stoodDown', replacedBy: change.replacedBy, by, at }
    case 'unit':
    case 'unitsNamed':
      return standing
  }
}

type Cleared = Extract<Standing, { status: 'cleared' }>
type PromptChange = Extract<StepChange, { kind: `report${'TakenOver' | 'Postponed' | 'Reminded' | 'PutAway'}` }>

const chosen = ({ putAway: _, ...standing }: Cleared, outcome: ReportOutcome, { by, at }: Step): Cleared => ({
  ...standing,
  outcome,
  prompt: { by, at },
})

const afterPrompt = (
  { prompt, outcome, ...standing }: Cleared,
  change: PromptChange,
  { by, at }: Step,
  before: readonly Step[],
): Cleared => {
  const given = outcome === undefined ? {} : { outcome }
  switch (change.kind) {
    case 'reportTakenOver':
      return { ...standing, ...given, prompt: { by, at } }
    case 'reportPostponed':
      return { ...standing, ...given, ...(prompt ? { prompt: { ...prompt, postponedUntil: change.until } } : {}) }
    case 'reportReminded':
      return { ...standing, ...given, ...(prompt ? { prompt: { by: prompt.by, at: prompt.at } } : {}) }
    case 'reportPutAway':
      return { ...standing, ...(foundNothing(before) ? { outcome: 'nothingFound' } : {}), putAway: { by, at } }
  }
}

/** Tidak ditemukan is an outcome by itself: it stands also when the question for the words was taken back. */
const foundNothing = (steps: readonly Step[]): boolean => {
  const last = steps.findLast(({ change }) => change.kind === 'action' && targetOf(change.action) === 'cleared')
  return last?.change.kind === 'action' && last.change.action === 'notFound'
}

const afterAction = (standing: Standing, action: FieldAction, { by, at }: Step, before: readonly Step[]): Standing => {
  // a further unit that sets out or arrives moves the agency no more
  const to = moves(standing.status, action) ? targetOf(action) : undefined
  switch (to) {
    case undefined:
      return standing
    case 'cleared':
      return action === 'notFound'
        ? { status: 'cleared', remotely: false, outcome: 'nothingFound' }
        : { status: 'cleared', remotely: action === 'clear' && !before.some(wentOut) }
    case 'handedBack':
      return { status: 'handedBack', by, at }
    default:
      return { status: to } as Standing
  }
}

const handledRemotely = (steps: readonly Step[]): boolean =>
  !steps.some(wentOut) && steps.some(({ change }) => change.kind === 'action' && change.action === 'clear')

/** Whether the step shows that a crew left for the scene. */
export const wentOut = ({ change }: Step): boolean =>
  change.kind === 'action' && ['depart', 'arrive', 'transport', 'arriveHospital'].includes(change.action)

/** The same agency, and the same post of it; its posts are alerted each for itself. */
export const isSameAddressee = (
  one: Pick<Assignment, 'agency' | 'post'>,
  other: Pick<Assignment, 'agency' | 'post'>,
): boolean => one.agency === other.agency && one.post === other.post

const outStatuses = ['declined', 'handedBack', 'stoodDown']

/** Still has a part in the incident (also when it finished its part). */
export const isActive = (assignment: Assignment): boolean => !outStatuses.includes(assignment.standing.status)

/** The closing waits for its report: act agencies less those that declined, handed back, were stood down or replaced. */
export const isRequired = (assignment: Assignment): boolean => assignment.duty === 'act' && isActive(assignment)

/** Its report is accepted or waived: nothing is asked of it any more. */
export const isSettled = ({ standing }: Assignment): boolean =>
  standing.status === 'reportAccepted' || standing.status === 'reportWaived'

/** Has something to do, or to say, yet. An agency that is through may be called again. */
export const isWorking = (assignment: Assignment): boolean => isActive(assignment) && !isSettled(assignment)

/** One assignment for each agency, or post, that has a part: its latest. Whoever tells its group something tells it once. */
export const oneForEachAgency = (assignments: readonly Assignment[]): Assignment[] =>
  assignments.filter(
    (assignment, index) =>
      isActive(assignment) &&
      !assignments.slice(index + 1).some(later => isSameAddressee(later, assignment) && isActive(later)),
  )

export const isAnswered = (assignment: Assignment): boolean =>
  assignment.standing.status !== 'alerting' && assignment.standing.status !== 'notified'

/** Steps that take nothing forward, and so are not in the way of Urungkan. */
export const beside: readonly StepChange['kind'][] = [
  'notified',
  'outcomeChosen',
  'reportTakenOver',
  'reportPostponed',
  'reportReminded',
  'reportPutAway',
  'unitsNamed',
]
const pressed: readonly StepChange['kind'][] = ['action', 'unit', 'declined', 'reported']

/**
 * The agency's last press, which Urungkan takes back; undefined when a dispatcher acted after it. Kendala and Minta
 * bantuan count: whoever takes back a slip of the thumb must not take back the arrival before it.
 */
export const lastUndoable = (assignment: Assignment): Step | undefined => {
  const last = assignment.steps.findLast(({ change }) => !beside.includes(change.kind))
  return last && pressed.includes(last.change.kind) ? last : undefined
}
