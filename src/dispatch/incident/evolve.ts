import type { Actor, Instant } from '../vocabulary.ts'
import type { Assignment, Step, StepChange } from './assignment.ts'
import { eventByAction, type IncidentEvent, type Recorded } from './events.ts'
import type { AttentionItem, Incident, PhoneTask } from './incident.ts'
import { withMilestones } from './milestones.ts'
import { standingOf } from './standing.ts'

/** Folds one event into the state; the first is always `IncidentOpened`. Total over every event, no I/O, no clock. */
export const evolve = (incident: Incident | null, event: Recorded<IncidentEvent>): Incident => {
  if (event.type === 'IncidentOpened') return opened(event)
  if (!incident) throw new Error(`the first event of an incident must be IncidentOpened, not ${event.type}`)
  const changed = apply(incident, event)
  return withMilestones(
    { ...changed, lastSeq: event.seq, lastChangeAt: event.recordedAt },
    event.type === 'ActionUndone',
  )
}

/** The state after all events. */
export const replay = (events: readonly Recorded<IncidentEvent>[]): Incident | null =>
  events.reduce<Incident | null>(evolve, null)

const opened = (event: Recorded<Extract<IncidentEvent, { type: 'IncidentOpened' }>>): Incident => ({
  id: event.incidentId,
  centre: event.centre,
  number: event.number,
  profile: event.profile,
  handling: event.handling,
  phase: { status: 'intake' },
  calls: [event.call],
  callOpenedAt: event.callOpenedAt,
  classifiedAt: event.classifiedAt,
  openedAt: event.at,
  intake: { hazards: [], ...(event.reporter === undefined ? {} : { reporter: { known: event.reporter } }) },
  priority: 2,
  restricted: false,
  assignments: [],
  closures: {},
  fired: [],
  silencedUntil: {},
  phoneTasks: [],
  attention: [],
  lastSeq: event.seq,
  lastChangeAt: event.recordedAt,
})

type Happened = Recorded<IncidentEvent>

const apply = (incident: Incident, event: Happened): Incident => {
  const step = stepOf(event)
  if (step) return withStep(incident, step.assignment, event, step.change)
  switch (event.type) {
    case 'IntakeAnswered':
      return {
        ...incident,
        intake: { ...incident.intake, ...event.change },
        priority: event.priority,
        restricted: event.restricted,
      }
    case 'IntakeSubmitted':
      return {
        ...incident,
        submittedAt: event.at,
        phase: incident.phase.status === 'intake' ? { status: 'submitted' } : incident.phase,
      }
    case 'IncidentTaken':
      return { ...incident, takenAt: event.at, phase: { status: 'taken', by: event.by } }
    case 'IncidentDispatched':
      return { ...incident, readyAt: event.at, priority: event.priority, phase: { status: 'dispatched' } }
    case 'AgencyAssigned':
      return { ...incident, assignments: [...incident.assignments, newAssignment(event)] }
    case 'ActionUndone':
      return changeAssignment(incident, event.assignment, assignment => ({
        ...assignment,
        steps: assignment.steps.filter(({ seq }) => seq !== event.undone),
      }))
    case 'RungFired':
      return {
        ...incident,
        fired: [
          ...incident.fired,
          { clock: event.clock, rung: event.rung, dueAt: event.dueAt, firedAt: event.recordedAt },
        ],
      }
    case 'EscalationTaken':
      return { ...incident, silencedUntil: { ...incident.silencedUntil, [event.clock]: event.until } }
    case 'PhoneTaskRaised':
      return { ...incident, phoneTasks: [...incident.phoneTasks, newPhoneTask(event)] }
    case 'PhoneTaskTried':
      return changePhoneTask(incident, event.task, task => ({
        ...task,
        attempts: [...task.attempts, { at: event.at, by: event.by, outcome: 'noAnswer' }],
      }))
    case 'PhoneTaskDone':
      return changePhoneTask(incident, event.task, task => ({
        ...task,
        done: { at: event.at, by: event.by, outcome: event.outcome },
      }))
    case 'AttentionRaised':
      return { ...incident, attention: [...incident.attention, newAttention(event)] }
    case 'AttentionSettled':
      return {
        ...incident,
        attention: incident.attention.map(item => (item.id === event.item ? { ...item, doneAt: event.at } : item)),
      }
    case 'IncidentClosed':
      return { ...incident, phase: { status: 'closed', by: event.by } }
    case 'ClosureAwaited':
      return { ...incident, closures: { ...incident.closures, [event.assignment]: 'pending' } }
    case 'ClosureNoticed':
      return { ...incident, closures: { ...incident.closures, [event.assignment]: event.result } }
    case 'IncidentArchived':
      return { ...incident, phase: { status: 'archived', at: event.at } }
    case 'IncidentCancelled':
      return { ...incident, phase: { status: 'cancelled', at: event.at, reason: event.reason, by: event.by } }
    default:
      return incident
  }
}

const actionByEvent = new Map(Object.entries(eventByAction).map(([action, type]) => [type, action]))

/** The step of an assignment that an event makes; undefined for events that make none. */
const stepOf = (event: Happened): { assignment: string; change: StepChange } | undefined => {
  const action = actionByEvent.get(event.type as (typeof eventByAction)[keyof typeof eventByAction])
  if (action && 'assignment' in event && event.assignment !== undefined) {
    return { assignment: event.assignment, change: { kind: 'action', action: action as keyof typeof eventByAction } }
  }
  switch (event.type) {
    case 'AlertDelivered':
      return { assignment: event.assignment, change: { kind: 'notified', via: event.via } }
    case 'AssignmentDeclined':
      return { assignment: event.assignment, change: { kind: 'declined', reason: event.reason } }
    case 'OutcomeChosen':
      return { assignment: event.assignment, change: { kind: 'outcomeChosen', outcome: event.outcome } }
    case 'ReportFiled':
      return { assignment: event.assignment, change: { kind: 'reported', report: event.report } }
    case 'ReportReturned':
      return { assignment: event.assignment, change: { kind: 'reportReturned', remark: event.remark } }
    case 'ReportAccepted':
      return { assignment: event.assignment, change: { kind: 'reportAccepted' } }
    case 'ReportWaived':
      return { assignment: event.assignment, change: { kind: 'reportWaived', reason: event.reason } }
    case 'AssignmentStoodDown':
      return { assignment: event.assignment, change: { kind: 'stoodDown', reason: event.reason } }
    default:
      return undefined
  }
}

const withStep = (incident: Incident, assignment: string, event: Happened, change: StepChange): Incident => {
  const step: Step = { seq: event.seq, at: event.at, recordedAt: event.recordedAt, by: event.by, change }
  return changeAssignment(incident, assignment, before => ({ ...before, steps: [...before.steps, step] }))
}

const changeAssignment = (
  incident: Incident,
  id: string,
  change: (assignment: Assignment) => Assignment,
): Incident => ({
  ...incident,
  assignments: incident.assignments.map(assignment => {
    if (assignment.id !== id) return assignment
    const changed = change(assignment)
    return { ...changed, standing: standingOf(changed.steps) }
  }),
})

const changePhoneTask = (incident: Incident, id: string, change: (task: PhoneTask) => PhoneTask): Incident => ({
  ...incident,
  phoneTasks: incident.phoneTasks.map(task => (task.id === id ? change(task) : task)),
})

const newAssignment = (event: Extract<Happened, { type: 'AgencyAssigned' }>): Assignment => ({
  id: event.assignment,
  agency: event.plan.agency,
  role: event.plan.role,
  duty: event.plan.duty,
  transports: event.plan.transports,
  firstPlan: event.firstPlan,
  createdAt: event.at,
  steps: [],
  standing: { status: 'alerting' },
})

const newPhoneTask = (event: Extract<Happened, { type: 'PhoneTaskRaised' }>): PhoneTask => ({
  id: event.task,
  assignment: event.assignment,
  cause: event.cause,
  raisedAt: event.at,
  attempts: [],
})

const newAttention = (
  event: Extract<Happened, { type: 'AttentionRaised' }> & { at: Instant; by: Actor },
): AttentionItem => ({
  id: event.item,
  kind: event.kind,
  at: event.at,
  ...(event.assignment === undefined ? {} : { assignment: event.assignment }),
})
