import type { ConflictValue } from '../../dispatch/duplicates/conflicts.ts'
import type { Correction } from '../../dispatch/incident/corrections.ts'
import { nameOfChange } from '../../dispatch/incident/decide/step-order.ts'
import type { IncidentEvent, Recorded } from '../../dispatch/incident/events.ts'
import { assignmentOf, type Incident, type PlannedAgency } from '../../dispatch/incident/incident.ts'
import { nameOf, type TextRef } from '../../dispatch/vocabulary.ts'
import type { TimelineEntryView } from '../views.ts'
import { lifecycleFacts } from './lifecycle-facts.ts'

/** One line of the timeline: who, when, what; words are resolved from their references. */
export const timelineEntry = (
  incident: Incident,
  event: Recorded<IncidentEvent>,
  texts: ReadonlyMap<TextRef, string>,
): TimelineEntryView => ({
  seq: event.seq,
  at: event.at,
  recordedAt: event.recordedAt,
  by: nameOf(event.by),
  type: event.type,
  facts: { ...agencyOf(incident, event), ...factsOf(incident, event, texts), ...heardFacts(event, texts) },
})

/** How the desk heard what it recorded, and from whom. */
const heardFacts = (event: IncidentEvent, texts: ReadonlyMap<TextRef, string>): Record<string, string> => {
  if (!('heard' in event) || !event.heard) return {}
  const { via, informant } = event.heard
  return { via, ...(informant === undefined ? {} : { informant: texts.get(informant) ?? '' }) }
}

const correctionFacts = (correction: Correction, reason: string): Record<string, string | number> => ({
  correction: correction.kind,
  text: reason,
  ...('seq' in correction ? { step: correction.seq } : {}),
  ...('change' in correction ? { what: nameOfChange(correction.change) } : {}),
  ...('to' in correction && correction.to !== undefined ? { to: correction.to } : {}),
})

const agencyOf = (incident: Incident, event: IncidentEvent): Record<string, string> => {
  const assignment = assignmentIn(incident, event)
  return assignment === undefined ? {} : { agency: assignmentOf(incident, assignment)?.agency ?? assignment }
}

/** What an event is about, itself or through the task or the item that it names. */
const assignmentIn = (incident: Incident, event: IncidentEvent): string | undefined => {
  if ('assignment' in event) return event.assignment
  if ('task' in event) return incident.phoneTasks.find(({ id }) => id === event.task)?.assignment
  return event.type === 'AttentionSettled' ? itemOf(incident, event.item)?.assignment : undefined
}

const itemOf = (incident: Incident, item: string) => incident.attention.find(({ id }) => id === item)

const factsOf = (
  incident: Incident,
  event: IncidentEvent,
  texts: ReadonlyMap<TextRef, string>,
): Record<string, string | number> => {
  switch (event.type) {
    case 'IntakeAnswered':
      return { fields: Object.keys(event.change).join(', ') }
    case 'IncidentDispatched':
      return { priority: event.priority }
    case 'AgencyAssigned':
      return planFacts(event.plan)
    case 'ContactTried':
      return { to: event.to }
    case 'AlertUndeliverable':
      return { to: event.to ?? 'group' }
    case 'PhoneTaskTried':
      return numberFacts(event.number)
    case 'AlertDelivered':
      return { via: event.via }
    case 'AssignmentDeclined':
      return { reason: event.reason }
    case 'UnitsNamed':
      return { units: event.units.join(', ') }
    case 'UnitMarked':
      return { unit: event.unit, mark: event.mark }
    case 'StepCorrected':
      return correctionFacts(event.correction, texts.get(event.reason) ?? '')
    case 'ActionUndone':
      return { undone: event.undone }
    case 'OutcomeChosen':
      return { outcome: event.outcome }
    case 'ReportFiled':
      return { outcome: event.report.outcome, text: texts.get(event.report.text) ?? '' }
    case 'ReportReturned':
      return { text: texts.get(event.remark) ?? '' }
    case 'ReportWaived':
    case 'AssignmentStoodDown':
    case 'IncidentCancelled':
      return { text: texts.get(event.reason) ?? '' }
    case 'MessageSent':
      return {
        agencies: event.assignments.map(id => assignmentOf(incident, id)?.agency ?? id).join(', '),
        text: event.text === undefined ? '' : (texts.get(event.text) ?? ''),
        venue: event.venue ? 1 : 0,
        urgent: event.urgent ? 1 : 0,
      }
    case 'OwnerChanged':
      return { to: event.to.name, ...(event.note === undefined ? {} : { text: texts.get(event.note) ?? '' }) }
    case 'RungFired':
      return { clock: event.clock, rung: event.rung }
    case 'EscalationTaken':
      return { clock: event.clock, until: event.until }
    case 'PhoneTaskRaised':
      return { cause: event.cause }
    case 'PhoneTaskDone':
      return { outcome: event.outcome }
    case 'AttentionRaised':
      return { kind: event.kind }
    case 'AttentionSettled': {
      const item = itemOf(incident, event.item)
      return item === undefined ? {} : { kind: item.kind }
    }
    case 'IncidentMerged':
      return { number: event.number, agencies: event.carried.join(', ') }
    case 'MergeTakenBack':
      return { number: event.number }
    case 'FurtherReportAdded':
      return { call: event.report.call, continued: event.report.continued ? 1 : 0 }
    case 'FurtherReportsDropped':
      return { calls: event.calls.length }
    case 'ConflictSettled':
      return { field: event.field, value: valueInWords(event.value) }
    case 'AssignmentCarried':
      return { from: event.from }
    case 'ClosureNoticed':
      return { result: event.result }
    default:
      return lifecycleFacts(incident, event, texts)
  }
}

const valueInWords = (value: ConflictValue): string | number => {
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  return typeof value === 'object' ? `${value.lat}, ${value.lng}` : value
}

const planFacts = ({ agency, post, role, duty }: PlannedAgency): Record<string, string> => ({
  agency,
  ...(post === undefined ? {} : { post }),
  role,
  duty,
})

/** Which of the agency's numbers was tried; attempts from before there was a list do not say. */
const numberFacts = (number: number | undefined): Record<string, number> => (number === undefined ? {} : { number })
