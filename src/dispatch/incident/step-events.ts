import type { StepChange } from './assignment.ts'
import { eventByAction, type IncidentEvent, type Recorded } from './events.ts'

type FieldAction = keyof typeof eventByAction
type FieldEventType = (typeof eventByAction)[FieldAction]

const otherStepTypes = [
  'AlertDelivered',
  'AssignmentDeclined',
  'OutcomeChosen',
  'ReportTakenOver',
  'ReportPostponed',
  'ReportReminded',
  'ReportPutAway',
  'ReportFiled',
  'ReportReturned',
  'ReportAccepted',
  'ReportWaived',
  'AssignmentStoodDown',
  'AssignmentReplaced',
] as const

/** Events that add a step to an assignment; all others change the incident around it. */
export type StepEvent = Extract<IncidentEvent, { type: FieldEventType | (typeof otherStepTypes)[number] }>

const actionByEvent = new Map<string, FieldAction>(
  (Object.keys(eventByAction) as FieldAction[]).map(action => [eventByAction[action], action]),
)
const stepTypes = new Set<string>([...actionByEvent.keys(), ...otherStepTypes])

export const isStepEvent = (event: Recorded<IncidentEvent>): event is Recorded<StepEvent> => stepTypes.has(event.type)

/** What the event changes on its assignment. */
export const changeOf = (event: StepEvent): StepChange => {
  switch (event.type) {
    case 'AlertDelivered':
      return { kind: 'notified', via: event.via }
    case 'AssignmentDeclined':
      return { kind: 'declined', reason: event.reason }
    case 'OutcomeChosen':
      return { kind: 'outcomeChosen', outcome: event.outcome }
    case 'ReportTakenOver':
      return { kind: 'reportTakenOver' }
    case 'ReportPostponed':
      return { kind: 'reportPostponed', until: event.until }
    case 'ReportReminded':
      return { kind: 'reportReminded' }
    case 'ReportPutAway':
      return { kind: 'reportPutAway' }
    case 'ReportFiled':
      return { kind: 'reported', report: event.report }
    case 'ReportReturned':
      return { kind: 'reportReturned', remark: event.remark }
    case 'ReportAccepted':
      return { kind: 'reportAccepted' }
    case 'ReportWaived':
      return { kind: 'reportWaived', reason: event.reason }
    case 'AssignmentStoodDown':
      return { kind: 'stoodDown', reason: event.reason }
    case 'AssignmentReplaced':
      return { kind: 'replaced', replacedBy: event.replacedBy }
    default:
      return { kind: 'action', action: fieldAction(event.type) }
  }
}

const fieldAction = (type: FieldEventType): FieldAction => {
  const action = actionByEvent.get(type)
  if (!action) throw new Error(`no action makes the event ${type}`)
  return action
}
