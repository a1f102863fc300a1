import type { AssignmentView, IncidentView, TimelineEntryView } from '../../admin-api/contract/index.ts'

/** Steps of a crew that the card shows with their times; the rest stands in the timeline. */
const shownSteps = [
  'AssignmentAcknowledged',
  'AssignmentReceived',
  'UnitsDeparted',
  'UnitsArrived',
  'TransportStarted',
  'HospitalReached',
  'AssignmentCleared',
  'NothingFound',
  'AssignmentDeclined',
  'AssignmentHandedBack',
  'AssignmentStoodDown',
  'ReportFiled',
] as const

export interface Mark {
  seq: number
  type: string
  at: number
}

/** The assignment's steps that count, in order: what was undone is left out. */
export const marksOf = (
  { timeline, assignments }: Pick<IncidentView, 'timeline' | 'assignments'>,
  assignment: AssignmentView,
): Mark[] => {
  const own = entriesOf(timeline, assignments, assignment)
  const undone = new Set(own.filter(entry => entry.type === 'ActionUndone').map(entry => entry.facts.undone))
  return own
    .filter(entry => (shownSteps as readonly string[]).includes(entry.type) && !undone.has(entry.seq))
    .sort((a, b) => a.seq - b.seq)
    .map(({ seq, type, at }) => ({ seq, type, at }))
}

/**
 * Entries name the agency, and an agency may be asked again after it declined: what stands between its n-th being
 * assigned and the next belongs to its n-th assignment.
 */
const entriesOf = (
  timeline: readonly TimelineEntryView[],
  assignments: readonly AssignmentView[],
  { id, agency }: AssignmentView,
): TimelineEntryView[] => {
  const ofAgency = timeline.filter(entry => entry.facts.agency === agency)
  const begun = ofAgency
    .filter(entry => entry.type === 'AgencyAssigned')
    .map(entry => entry.seq)
    .sort((a, b) => a - b)
  const turn = assignments.filter(other => other.agency === agency).findIndex(other => other.id === id)
  const [from, until] = [begun[turn] ?? 0, begun[turn + 1] ?? Number.POSITIVE_INFINITY]
  return ofAgency.filter(entry => entry.seq >= from && entry.seq < until)
}
