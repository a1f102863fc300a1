import { conflictsOf, isVictimKind } from '../../duplicates/conflicts.ts'
import {
  type Brought,
  broughtBy,
  broughtNothing,
  countsMore,
  type FurtherReport,
  takenIn,
  takenOut,
} from '../../duplicates/further-report.ts'
import { mergeTarget, refusesCallers, takesAgencies } from '../../duplicates/merge-target.ts'
import { refuse } from '../../refusal.ts'
import type { CarriedAssignment } from '../carried.ts'
import type { IncidentCommand } from '../commands.ts'
import { type Incident, isOver } from '../incident.ts'
import { type IntakeChange, known } from '../intake.ts'
import { isSameAddressee, isWorking } from '../standing.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { endNobodyLeft, raiseAttention, raisePhoneTask } from './follow-ups.ts'
import { changedFields, takeIn, tellGroups } from './intake.ts'

type Command<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>

/**
 * Further callers about this incident, and agencies that come along from one that was merged into it. What nobody had
 * told is taken into the intake; new victims and dangers go to the groups, the rest edits the cards. After the closing
 * the words are kept and nobody is told.
 */
export const addFurtherReports = (
  incident: Incident,
  { reports, carried, from = '' }: Command<'AddFurtherReports'>,
  context: DecideContext,
): IncidentDecision => {
  const refused = refusesCallers(mergeTarget(incident), context.now)
  if (refused) return refused
  const { number, phase } = incident
  if (carried.length && !takesAgencies(phase.status)) return refuse('incidentOver', { number, status: phase.status })
  const draft = new Draft(incident, context)
  for (const one of carried) carryIn(draft, one, from)
  const more = reports.filter(report => isNew(incident, report)).map(report => addReport(draft, report, context))
  if (draft.events.length && isLive(incident)) tell(draft, incident, more.includes(true))
  return draft.decision()
}

/** The merge or attachment was a mistake: what it brought goes again, also what is still on its way. */
export const dropFurtherReports = (
  incident: Incident,
  { move }: Command<'DropFurtherReports'>,
  context: DecideContext,
): IncidentDecision => {
  const draft = new Draft(incident, context)
  if (incident.droppedMoves?.includes(move)) return draft.decision()
  const reports = incident.furtherReports ?? []
  const dropped = reports.filter(({ moves }) => moves.includes(move))
  draft.emit({ type: 'FurtherReportsDropped', move, calls: dropped.map(({ call }) => call) })
  if (!isLive(incident)) return draft.decision()
  const others = reports.filter(report => !dropped.includes(report))
  for (const report of dropped) takeIn(draft, takenOut(draft.state?.intake ?? incident.intake, report, others), context)
  tell(draft, incident, false)
  return draft.decision()
}

/** An operator chooses one caller's answer; from now on the incident goes by it. */
export const settleConflict = (
  incident: Incident,
  { field, call }: Command<'SettleConflict'>,
  context: DecideContext,
): IncidentDecision => {
  if (!isLive(incident)) return refuse('incidentOver', { number: incident.number, status: incident.phase.status })
  const conflict = conflictsOf(incident).find(one => one.field === field)
  const answer = conflict?.answers.findLast(one => one.call === call)
  if (!answer) return refuse('noConflict')
  const { value } = answer
  const draft = new Draft(incident, context)
  draft.emit({ type: 'ConflictSettled', field, call, value })
  const change: IntakeChange = isVictimKind(field)
    ? { victims: { known: { ...known(incident.intake.victims), [field]: Number(value) } } }
    : { [field]: { known: value } }
  takeIn(draft, change, context)
  tell(draft, incident, false)
  return draft.decision()
}

const isLive = (incident: Incident): boolean => !isOver(incident) && incident.phase.status !== 'closed'

const isNew = ({ furtherReports = [], droppedMoves = [] }: Incident, { call, moves }: FurtherReport): boolean =>
  !moves.some(move => droppedMoves.includes(move)) &&
  !furtherReports.some(kept => kept.call === call && kept.moves.includes(moves.at(-1) ?? ''))

/** Keeps the report, and takes in what is new; true when the caller counts more victims than anybody before. */
const addReport = (draft: Draft, report: FurtherReport, context: DecideContext): boolean => {
  const before = draft.state
  if (!before || !isLive(before)) {
    draft.emit({ type: 'FurtherReportAdded', report, brought: broughtNothing })
    return false
  }
  const brought: Brought = broughtBy(before.intake, report.answers)
  draft.emit({ type: 'FurtherReportAdded', report, brought })
  takeIn(draft, takenIn(before.intake, report.answers, brought), context)
  return countsMore(report.answers, before)
}

const tell = (draft: Draft, before: Incident, moreVictims: boolean): void => {
  const changed = draft.state ? changedFields(before.intake, draft.state.intake) : []
  tellGroups(draft, before, moreVictims ? [...changed, 'victims'] : changed)
}

/** An agency that works here already has its card; its crew goes by that one. */
const carryIn = (draft: Draft, carried: CarriedAssignment, from: string): void => {
  const { state } = draft
  const { agency, role, duty } = carried.assignment
  if (!state || state.assignments.some(a => isWorking(a) && isSameAddressee(a, carried.assignment))) return
  const led = state.assignments.some(a => isWorking(a) && a.role === 'lead')
  const assignment = `${state.id}/${agency}/${state.assignments.filter(a => a.agency === agency).length + 1}`
  draft.emit({
    type: 'AssignmentCarried',
    assignment,
    role: led || duty !== 'act' ? 'support' : role,
    from,
    carried,
  })
  if (carried.phoneTask) raisePhoneTask(draft, assignment, carried.phoneTask)
  for (const kind of carried.items) raiseAttention(draft, kind, assignment)
  endNobodyLeft(draft)
  draft.effect({ kind: 'carriedCard', assignment })
}
