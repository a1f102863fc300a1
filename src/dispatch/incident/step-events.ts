import type { FieldAction, Step, StepChange } from './assignment.ts'
import { eventByAction, type IncidentEvent, type Recorded } from './events.ts'

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
  'UnitsNamed',
  'UnitMarked',
] as const

/** Events that add a step to an assignment; all others change the incident around it. */
export type StepEvent = Extract<IncidentEvent, { type: FieldEventType | (typeof otherStepTypes)[number] }>

const actionByEvent = new Map<string, FieldAction>(
  (Object.keys(eventByAction) as FieldAction[]).map(action => [eventByAction[action], action]),
)
const stepTypes = new Set<string>([...actionByEvent.keys(), ...otherStepTypes])

export const isStepEvent = (event: Recorded<IncidentEvent>): event is Recorded<StepEvent> => stepTypes.has(event.type)

/** The step that the event adds. */
export const stepOf = (event: Recorded<StepEvent>): Step => {
  const { seq, at, recordedAt, by } = event
  const heard = 'heard' in event && event.heard ? { heard: event.heard } : {}
  return { seq, at, recordedAt, by, change: changeOf(event), ...heard }
}

const changeOf = (event: StepEvent): StepChange => {
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
    case 'UnitsNamed':
      return { kind: 'unitsNamed', units: event.units }
    case 'UnitMarked':
      return { kind: 'unit', unit: event.unit, mark: event.mark }
    default:
      return { kind: 'action', action: fieldAction(event.type) }
  }
}

const fieldAction = (type: FieldEventType): FieldAction => {
  const action = actionByEvent.get(type)
  if (!action) throw new Error(`no action makes the event ${type}`)
  return action
}
