import type { AssignmentView, TimelineEntryView } from '../../admin-api/contract/index.ts'

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
  timeline: readonly TimelineEntryView[],
  assignment: Pick<AssignmentView, 'id'>,
): Mark[] => {
  const own = timeline.filter(entry => entry.facts.assignment === assignment.id)
  const undone = new Set(own.filter(entry => entry.type === 'ActionUndone').map(entry => entry.facts.undone))
  return own
    .filter(entry => (shownSteps as readonly string[]).includes(entry.type) && !undone.has(entry.seq))
    .sort((a, b) => a.seq - b.seq)
    .map(({ seq, type, at }) => ({ seq, type, at }))
}
