import { badOrder, type Named } from '../../call/entering.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { factsOf } from '../../run-cards/facts.ts'
import { priorityOf } from '../../run-cards/propose-agencies.ts'
import type { Instant } from '../../vocabulary.ts'
import type { AgencyAction } from '../assignment.ts'
import type { IncidentCommand } from '../commands.ts'
import { eventByAction } from '../events.ts'
import { assignmentOf } from '../incident.ts'
import { type Intake, intakeLetters, known } from '../intake.ts'
import type { PastAgency, PastIncident } from '../past.ts'
import { isRequired, isSettled } from '../standing.ts'
import { isLegal } from '../transitions.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { badPlan } from './dispatching.ts'
import { Draft } from './draft.ts'
import { illegal, type Refused } from './guards.ts'
import { invalid } from './intake.ts'

type Command = Extract<IncidentCommand, { type: 'EnterIncident' }>

/**
 * An incident that was led on paper, in one decision, with the true times. Nobody is alerted or pinged for what is past;
 * only agencies that nobody told yet get their alert, when the operator says so. Finished on paper: archived without
 * notices. Otherwise it goes on from here like any other.
 */
export const enterIncident = (command: Command, context: DecideContext): IncidentDecision => {
  const refusal = badPaper(command, context)
  if (refusal) return refusal
  const { type: _, past, ...facts } = command
  const draft = new Draft(null, context)
  draft.emit({ type: 'IncidentOpened', ...facts, backEntered: true }, command.classifiedAt)
  fillIntake(draft, past, command.classifiedAt, context)
  if (past.submittedAt !== undefined) draft.emit({ type: 'IntakeSubmitted' }, past.submittedAt)
  if (past.takenAt !== undefined) draft.emit({ type: 'IncidentTaken' }, past.takenAt)
  if (past.dispatchedAt === undefined) return draft.decision()
  const { priority = 2 } = draft.state ?? {}
  draft.emit({ type: 'IncidentDispatched', priority }, past.dispatchedAt)
  for (const agency of past.agencies) {
    const refused = addAgency(draft, command, agency, past.dispatchedAt, context)
    if (refused) return refused
  }
  if (past.finishedAt !== undefined) finish(draft, past, past.finishedAt)
  return draft.decision()
}

const badPaper = (command: Command, context: DecideContext): Refused | undefined => {
  const { past } = command
  const wrong = badTimes(command, context.now) ?? badAgencies(past)
  return wrong ? { accepted: false, refusal: wrong } : invalid(past.intake, context)
}

const badTimes = ({ callOpenedAt, classifiedAt, handling, past }: Command, now: Instant): Refusal | undefined => {
  const { submittedAt, takenAt, dispatchedAt, finishedAt, agencies } = past
  const before: Named[] = [
    ['openedAt', callOpenedAt],
    ['classifiedAt', classifiedAt],
  ]
  const submitted: Named = ['submittedAt', submittedAt]
  const dispatched: Named = ['dispatchedAt', dispatchedAt]
  const finished: Named = ['finishedAt', finishedAt]
  const handedOver: Named[] = handling === 'dispatcher-handoff' ? [submitted, ['takenAt', takenAt]] : []
  const orders: Named[][] = [
    [...before, submitted, finished],
    // an early dispatch comes before the fields are complete, but not where a dispatcher takes them over first
    [...before, ...handedOver, dispatched, finished],
    ...agencies.map(agency => [...before, dispatched, ...timesOf(agency), finished]),
  ]
  for (const order of orders) {
    const wrong = badOrder(now, ...order)
    if (wrong) return wrong
  }
  const needed = agencies.length > 0 || finishedAt !== undefined
  return needed && dispatchedAt === undefined ? { code: 'timeMissing', params: { field: 'dispatchedAt' } } : undefined
}

const timesOf = ({ plan: { agency }, toldAt, acknowledgedAt, onSceneAt, clearedAt, report }: PastAgency): Named[] => [
  [`${agency} toldAt`, toldAt],
  [`${agency} acknowledgedAt`, acknowledgedAt],
  [`${agency} onSceneAt`, onSceneAt],
  [`${agency} clearedAt`, clearedAt],
  [`${agency} report`, report?.at],
]

const badAgencies = ({ agencies, dispatchedAt, finishedAt }: PastIncident): Refusal | undefined => {
  if (dispatchedAt === undefined) return undefined
  const over = finishedAt !== undefined
  const untold = agencies.find(agency => (agency.alert ? over : !isTold(agency)))
  return untold
    ? { code: 'agencyNotTold', params: { agency: untold.plan.agency } }
    : badPlan(agencies.map(({ plan }) => plan))
}

/** Any word from the agency proves that somebody told it. */
const isTold = (agency: PastAgency): boolean => timesOf(agency).some(([, at]) => at !== undefined)

/** What the paper does not say of a submitted intake is not known any more. */
const fillIntake = (
  draft: Draft,
  { intake, submittedAt }: PastIncident,
  at: Instant,
  { runCard }: DecideContext,
): void => {
  const letters = submittedAt === undefined ? [] : Object.values(intakeLetters)
  const silent = letters.filter(fields => fields.every(field => intake[field] === undefined)).map(([field]) => field)
  const change = { ...Object.fromEntries(silent.map(field => [field, 'unknown'])), ...intake }
  if (!Object.keys(change).length) return
  const whole: Intake = { hazards: [], ...change }
  const card = runCard(known(whole.type) ?? '')
  const priority = card ? priorityOf(card, factsOf(whole)) : 2
  draft.emit({ type: 'IntakeAnswered', change, priority, restricted: card?.restricted ?? false }, at)
}

const addAgency = (
  draft: Draft,
  { incidentId }: Command,
  agency: PastAgency,
  dispatchedAt: Instant,
  context: DecideContext,
): Refused | undefined => {
  const { plan, alert, toldAt, acknowledgedAt, onSceneAt, clearedAt, report } = agency
  const assignment = `${incidentId}/${plan.agency}/1`
  // whoever hears of it only now has its limits from now
  const assignedAt = isTold(agency) ? dispatchedAt : context.now
  draft.emit({ type: 'AgencyAssigned', assignment, plan, firstPlan: true }, assignedAt)
  if (alert) draft.effect({ kind: 'alert', assignment })
  if (toldAt !== undefined) draft.emit({ type: 'AlertDelivered', assignment, via: 'phone' }, toldAt)
  const steps: [Exclude<AgencyAction, 'decline' | 'report'>, Instant | undefined][] = [
    [plan.duty === 'act' ? 'acknowledge' : 'receive', acknowledgedAt],
    ['arrive', onSceneAt],
    ['clear', clearedAt],
  ]
  for (const [action, at] of steps) {
    const standing = draft.state && assignmentOf(draft.state, assignment)
    if (at === undefined || !standing) continue
    if (!isLegal(standing, action)) return illegal(standing, action, context)
    draft.emit({ type: eventByAction[action], assignment }, at)
  }
  if (!report) return undefined
  const standing = draft.state && assignmentOf(draft.state, assignment)
  if (!standing || !isLegal(standing, 'report')) return refuse('timeMissing', { field: `${plan.agency} clearedAt` })
  draft.emit({ type: 'ReportFiled', assignment, report: { ...report, lines: {}, by: context.by } }, report.at)
  return undefined
}

/** Over on paper: reports that there are count as accepted, the others are not waited for; nobody is told once more. */
const finish = (draft: Draft, { waiver }: PastIncident, at: Instant): void => {
  for (const assignment of draft.state?.assignments ?? []) {
    if (!isRequired(assignment) || isSettled(assignment)) continue
    const { id, standing } = assignment
    if (standing.status === 'reported') draft.emit({ type: 'ReportAccepted', assignment: id }, at)
    else draft.emit({ type: 'ReportWaived', assignment: id, reason: waiver }, at)
  }
  draft.emit({ type: 'IncidentClosed' }, at)
  draft.emit({ type: 'IncidentArchived' }, at)
}
