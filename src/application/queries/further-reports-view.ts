import { type Conflict, conflictsOf, crewCountsOf, isVictimKind } from '../../dispatch/duplicates/conflicts.ts'
import type { IncidentEvent, Recorded } from '../../dispatch/incident/events.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import { nameOf, type TextRef } from '../../dispatch/vocabulary.ts'
import type { CallerRecord } from '../ports/records.ts'
import type { ApplicationStores } from '../ports/stores.ts'
import type { ConflictView, FurtherReportView, MergedView } from '../views/duplicates.ts'
import { intakeView } from './intake-view.ts'

/** Who the further callers are; nothing is read for an incident with one caller. */
export const furtherCallers = async (
  { furtherReports = [] }: Incident,
  { callers }: Pick<ApplicationStores, 'callers'>,
): Promise<ReadonlyMap<string, CallerRecord>> =>
  furtherReports.length ? callers.byCalls(furtherReports.map(({ call }) => call)) : new Map()

export const furtherReportViews = (
  { furtherReports = [] }: Incident,
  words: ReadonlyMap<TextRef, string>,
  people: ReadonlyMap<string, CallerRecord>,
): FurtherReportView[] =>
  furtherReports.map(({ call, at, by, continued, answers }) => {
    const { reporter: _, ...told } = answers
    return {
      call,
      at,
      by: nameOf(by),
      phone: people.get(call)?.phone ?? null,
      callerName: people.get(call)?.name ?? null,
      continued,
      answers: intakeView({ hazards: [], ...told }, words),
    }
  })

/** Who wrote down each answer, and when: the incident's own by its last entry, the others as they were attached. */
export const conflictViews = (incident: Incident, events: readonly Recorded<IncidentEvent>[]): ConflictView[] =>
  conflictsOf(incident).map(conflict => ({
    field: conflict.field,
    answers: answerViews(incident, conflict, events),
    ...(isVictimKind(conflict.field)
      ? { crew: crewCountsOf(incident).map(one => ({ ...one, by: nameOf(one.by) })) }
      : {}),
  }))

const answerViews = (
  { furtherReports = [], openedAt }: Incident,
  { field, answers }: Conflict,
  events: readonly Recorded<IncidentEvent>[],
): ConflictView['answers'] =>
  answers.map(({ call, value }, index) => {
    const report = index === 0 ? undefined : furtherReports.find(one => one.call === call)
    const entry = isVictimKind(field) ? 'victims' : field
    const own = events.findLast(event => event.type === 'IntakeAnswered' && event.change[entry] !== undefined)
    const source = report ?? own
    return { call, value, by: source ? nameOf(source.by) : '', at: source?.at ?? openedAt }
  })

export const mergedView = ({ phase }: Incident): MergedView | null =>
  phase.status === 'merged' ? { into: phase.into, number: phase.number, at: phase.at, by: nameOf(phase.by) } : null
