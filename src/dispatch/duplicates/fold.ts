import { rungsSettledIn, settledIn } from '../incident/carried.ts'
import type { IncidentEvent, Recorded } from '../incident/events.ts'
import type { Incident, UnmergedPhase } from '../incident/incident.ts'

const types = [
  'IncidentMerged',
  'MergeTakenBack',
  'FurtherReportAdded',
  'FurtherReportsDropped',
  'ConflictSettled',
  'AssignmentCarried',
] as const

/** Events about several callers, or several incidents, that are one. */
export type DuplicateEvent = Extract<IncidentEvent, { type: (typeof types)[number] }>

export const isDuplicateEvent = (event: Recorded<IncidentEvent>): event is Recorded<DuplicateEvent> =>
  (types as readonly string[]).includes(event.type)

/** Folds one of them into the state. */
export const foldDuplicate = (incident: Incident, event: Recorded<DuplicateEvent>): Incident => {
  const { furtherReports = [], droppedMoves = [], settledConflicts = {}, phase } = incident
  switch (event.type) {
    case 'IncidentMerged': {
      const { at, by, into, number, carried, shared, seq } = event
      const move = `${incident.id}@${seq}`
      const open = {
        phoneTasks: incident.phoneTasks.filter(({ done }) => !done).map(({ id }) => id),
        items: incident.attention.filter(({ doneAt }) => doneAt === undefined).map(({ id }) => id),
      }
      return {
        ...incident,
        phase: { status: 'merged', at, by, into, number, move, carried, shared, before: phase as UnmergedPhase, open },
      }
    }
    case 'MergeTakenBack':
      return { ...incident, phase: phase.status === 'merged' ? phase.before : phase }
    case 'FurtherReportAdded': {
      const { report, brought, seq } = event
      const calls = incident.calls.includes(report.call) ? incident.calls : [...incident.calls, report.call]
      return { ...incident, calls, furtherReports: [...furtherReports, { ...report, seq, brought }] }
    }
    case 'FurtherReportsDropped': {
      const left = furtherReports.filter(({ moves }) => !moves.includes(event.move))
      const calls = incident.calls.filter(
        (call, index) => index === 0 || !event.calls.includes(call) || left.some(report => report.call === call),
      )
      return { ...incident, calls, furtherReports: left, droppedMoves: [...droppedMoves, event.move] }
    }
    case 'ConflictSettled':
      return { ...incident, settledConflicts: { ...settledConflicts, [event.field]: event.seq } }
    case 'AssignmentCarried':
      return {
        ...incident,
        assignments: [...incident.assignments, settledIn(event)],
        fired: [...incident.fired, ...rungsSettledIn(event.carried, event.assignment)],
      }
    default:
      return event satisfies never
  }
}
