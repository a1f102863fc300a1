import { type DuplicateEvent, foldDuplicate, isDuplicateEvent } from '../duplicates/fold.ts'
import type { Instant } from '../vocabulary.ts'
import type { Assignment, Step } from './assignment.ts'
import { waitsAnew, withContact } from './contacts.ts'
import { correctSteps } from './corrections.ts'
import type { IncidentEvent, Recorded } from './events.ts'
import { withHandOver } from './hand-over.ts'
import { type AttentionItem, assignmentOf, type Incident, type PhoneTask } from './incident.ts'
import { reopened } from './lives.ts'
import { askedForSitreps, endedLongOperation, gaveSitrep, startedLongOperation } from './long-operation.ts'
import { withMilestones } from './milestones.ts'
import { standingOf } from './standing.ts'
import { isStepEvent, type StepEvent, stepOf } from './step-events.ts'

type Happened<Type extends IncidentEvent['type']> = Recorded<Extract<IncidentEvent, { type: Type }>>
type AroundEvent = Recorded<Exclude<IncidentEvent, StepEvent | DuplicateEvent | { type: 'IncidentOpened' }>>

/** Folds one event into the state; the first is always `IncidentOpened`. Total over every event, no I/O, no clock. */
export const evolve = (incident: Incident | null, event: Recorded<IncidentEvent>): Incident => {
  if (event.type === 'IncidentOpened') return opened(event)
  if (!incident) throw new Error(`the first event of an incident must be IncidentOpened, not ${event.type}`)
  const changed = changedBy(incident, event)
  return withMilestones(
    { ...changed, lastSeq: event.seq, lastChangeAt: event.recordedAt },
    event.type === 'ActionUndone' || event.type === 'StepCorrected'
      ? assignmentOf(incident, event.assignment)
      : undefined,
  )
}

/** The state after all events. */
export const replay = (events: readonly Recorded<IncidentEvent>[]): Incident | null =>
  events.reduce<Incident | null>(evolve, null)

const opened = (event: Happened<'IncidentOpened'>): Incident => ({
  id: event.incidentId,
  centre: event.centre,
  number: event.number,
  profile: event.profile,
  ...(event.runCards === undefined ? {} : { runCards: event.runCards }),
  handling: event.handling,
  phase: { status: 'intake' },
  calls: event.call === undefined ? [] : [event.call],
  ...(event.handedOverFrom === undefined ? {} : { handedOverFrom: event.handedOverFrom }),
  callOpenedAt: event.callOpenedAt,
  classifiedAt: event.classifiedAt,
  openedAt: event.at,
  ...(event.backEntered ? { backEnteredAt: event.recordedAt } : {}),
  ...(event.owner === undefined ? {} : { owner: event.owner }),
  intake: { hazards: [], ...(event.reporter === undefined ? {} : { reporter: { known: event.reporter } }) },
  priority: 2,
  restricted: false,
  assignments: [],
  closures: {},
  fired: [],
  silencedUntil: {},
  takenBy: {},
  phoneTasks: [],
  attention: [],
  lastSeq: event.seq,
  lastChangeAt: event.recordedAt,
})

const withStep = (incident: Incident, event: Recorded<StepEvent>): Incident =>
  changeAssignment(incident, event.assignment, steps => [...steps, stepOf(event)])

const changedBy = (
  incident: Incident,
  event: Recorded<Exclude<IncidentEvent, { type: 'IncidentOpened' }>>,
): Incident => {
  if (isStepEvent(event)) return withStep(incident, event)
  if (isDuplicateEvent(event)) return foldDuplicate(incident, event)
  return changeAround(incident, event)
}

const changeAround = (incident: Incident, event: AroundEvent): Incident => {
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
      return {
        ...incident,
        takenAt: event.at,
        phase: { status: 'taken', by: event.by },
        ...(event.by.kind === 'user' ? { owner: event.by } : {}),
      }
    case 'OwnerChanged':
      return { ...incident, owner: event.to }
    case 'IncidentDispatched':
      return { ...incident, readyAt: event.at, priority: event.priority, phase: { status: 'dispatched' } }
    case 'AgencyAssigned':
      return { ...incident, assignments: [...incident.assignments, newAssignment(event)] }
    case 'AlertUndeliverable':
    case 'ContactTried':
      return withContact(incident, event)
    case 'MessageSent':
      return incident
    case 'ActionUndone':
      return waitsAnew(
        changeAssignment(incident, event.assignment, steps => steps.filter(({ seq }) => seq !== event.undone)),
        event.assignment,
        event.recordedAt,
      )
    case 'StepCorrected':
      return changeAssignment(incident, event.assignment, steps => correctSteps(steps, event.correction, event))
    case 'RungFired': {
      const { clock, rung, dueAt, recordedAt: firedAt } = event
      return { ...incident, fired: [...incident.fired, { clock, rung, dueAt, firedAt }] }
    }
    case 'EscalationTaken':
      return {
        ...incident,
        silencedUntil: { ...incident.silencedUntil, [event.clock]: event.until },
        takenBy: { ...incident.takenBy, [event.clock]: { by: event.by, at: event.at } },
      }
    case 'PhoneTaskRaised':
      return { ...incident, phoneTasks: [...incident.phoneTasks, newPhoneTask(event)] }
    case 'PhoneTaskTried':
      return changePhoneTask(incident, event.task, task => ({
        ...task,
        attempts: [...task.attempts, attemptOf(event)],
      }))
    case 'PhoneTaskDone':
      return waitsAnew(
        changePhoneTask(incident, event.task, task => ({
          ...task,
          done: { at: event.at, by: event.by, outcome: event.outcome },
        })),
        incident.phoneTasks.find(({ id }) => id === event.task)?.assignment,
        event.recordedAt,
      )
    case 'AttentionRaised':
      return { ...incident, attention: [...incident.attention, newAttention(event)] }
    case 'AttentionSettled':
      return {
        ...incident,
        attention: incident.attention.map(item => (item.id === event.item ? settled(item, event) : item)),
      }
    case 'PrioritySet':
      return { ...incident, priority: event.priority }
    case 'IncidentClosed':
      return { ...incident, phase: { status: 'closed', by: event.by, at: event.at } }
    case 'ClosureAwaited':
      return { ...incident, closures: { ...incident.closures, [event.assignment]: 'pending' } }
    case 'ClosureNoticed':
      return { ...incident, closures: { ...incident.closures, [event.assignment]: event.result } }
    case 'IncidentArchived':
      return { ...incident, phase: archived(incident.phase, event.at) }
    case 'IncidentCancelled':
      return { ...incident, phase: { status: 'cancelled', at: event.at, reason: event.reason, by: event.by } }
    case 'IncidentReopened':
      return reopened(incident, event.at)
    case 'HandOverOffered':
    case 'HandOverWithdrawn':
    case 'HandOverTaken':
    case 'HandOverRefused':
    case 'HandOverAccepted':
    case 'HandOverReturned':
    case 'HandOverRecalled':
      return withHandOver(incident, event)
    case 'LongOperationStarted':
      return startedLongOperation(incident, event)
    case 'LongOperationEnded':
      return endedLongOperation(incident, event.at)
    case 'SitrepRequested':
      return askedForSitreps(incident, event)
    case 'SitrepReceived':
      return gaveSitrep(incident, event)
    default:
      return event satisfies never
  }
}

const changeAssignment = (incident: Incident, id: string, change: (steps: Step[]) => Step[]): Incident => ({
  ...incident,
  assignments: incident.assignments.map(assignment => {
    if (assignment.id !== id) return assignment
    const steps = change(assignment.steps)
    return { ...assignment, steps, standing: standingOf(steps) }
  }),
})

const changePhoneTask = (incident: Incident, id: string, change: (task: PhoneTask) => PhoneTask): Incident => ({
  ...incident,
  phoneTasks: incident.phoneTasks.map(task => (task.id === id ? change(task) : task)),
})

const archived = (phase: Incident['phase'], at: Instant): Incident['phase'] =>
  phase.status === 'closed' && phase.at !== undefined
    ? { status: 'archived', at, closedAt: phase.at }
    : { status: 'archived', at }

const newAssignment = ({ assignment, plan, firstPlan, replaces, at }: Happened<'AgencyAssigned'>): Assignment => ({
  id: assignment,
  agency: plan.agency,
  ...(plan.post === undefined ? {} : { post: plan.post }),
  role: plan.role,
  duty: plan.duty,
  transports: plan.transports,
  firstPlan,
  ...(replaces === undefined ? {} : { replaces }),
  createdAt: at,
  ...(plan.contact === undefined ? {} : { contact: plan.contact }),
  contacts: [{ to: 'group', at }],
  steps: [],
  standing: { status: 'alerting' },
})

const attemptOf = ({ at, by, number }: Happened<'PhoneTaskTried'>): PhoneTask['attempts'][number] => ({
  at,
  by,
  outcome: 'noAnswer',
  ...(number === undefined ? {} : { number }),
})

const newPhoneTask = ({ task, assignment, cause, at }: Happened<'PhoneTaskRaised'>): PhoneTask => ({
  id: task,
  assignment,
  cause,
  raisedAt: at,
  attempts: [],
})

const settled = (item: AttentionItem, { at, by, metBy }: Happened<'AttentionSettled'>): AttentionItem => ({
  ...item,
  doneAt: at,
  doneBy: by,
  ...(metBy === undefined ? {} : { metBy }),
})

const newAttention = ({ item, kind, assignment, at }: Happened<'AttentionRaised'>): AttentionItem => ({
  id: item,
  kind,
  at,
  ...(assignment === undefined ? {} : { assignment }),
})
