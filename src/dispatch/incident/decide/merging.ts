import type { FurtherReport } from '../../duplicates/further-report.ts'
import {
  isUndispatched,
  refusesCallers,
  refusesIncidents,
  refusesTo,
  takesAgencies,
} from '../../duplicates/merge-target.ts'
import { refuse } from '../../refusal.ts'
import { type Instant, nameOf } from '../../vocabulary.ts'
import type { Assignment } from '../assignment.ts'
import { carriedFrom } from '../carried.ts'
import type { IncidentCommand } from '../commands.ts'
import { type Incident, isOver, type MergedPhase } from '../incident.ts'
import { countable, type IntakeChange, known } from '../intake.ts'
import { isWorking, oneForEachAgency } from '../standing.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { dropPhoneTasks, raiseAttention, raisePhoneTask, settleAttention } from './follow-ups.ts'
import type { Refused } from './guards.ts'
import { withdrawOfferInto } from './handing-over.ts'
import { endOperationInto } from './long-operation.ts'
import { answerOfferInto } from './receiving.ts'

type Command<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>

/**
 * This incident and another are one: its callers become further reports there, its clocks end uncounted. Whoever works
 * here and not there goes on there, unless the operator let them go.
 */
export const mergeIncident = (
  incident: Incident,
  command: Command<'MergeIncident'>,
  context: DecideContext,
): IncidentDecision => {
  const refused = unmergeable(incident, command, context.now)
  if (refused) return refused
  const { into } = command
  const active = oneForEachAgency(incident.assignments)
  const going = active.filter(assignment => goesOn(assignment, command))
  const carried = going.map(assignment => carriedFrom(incident, assignment))
  const draft = new Draft(incident, context)
  endOperationInto(draft)
  // a neighbour's incident that is one of ours is taken by that; what we offered to one is no longer to be had
  answerOfferInto(draft, incident, { result: 'taken' })
  withdrawOfferInto(draft)
  const merged = draft.emit({
    type: 'IncidentMerged',
    into: into.id,
    number: into.number,
    carried: going.map(({ agency }) => agency),
    shared: active.filter(({ agency }) => into.agencies.includes(agency)).map(({ agency }) => agency),
  })
  const { move } = merged.phase as MergedPhase
  dropPhoneTasks(draft)
  settleAttention(draft)
  if (active.length) draft.effect({ kind: 'update', fields: ['merged'], assignments: active.map(({ id }) => id) })
  const reports = reportsOf(incident, command, move, context)
  draft.effect({ kind: 'giveReports', into: into.id, move, by: context.by, reports, carried })
  for (const call of incident.calls) draft.effect({ kind: 'moveCall', call, into: into.id, by: context.by })
  if (active.length) draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}

/** The incident stands again where it stood; what it brought to the other one is let go there. */
export const takeBackMerge = (
  incident: Incident,
  { because }: Command<'TakeBackMerge'>,
  context: DecideContext,
): IncidentDecision => {
  const { phase } = incident
  if (phase.status !== 'merged') return refuse('notAttached')
  // crews may be on the way there by now: only what the other incident never took comes back
  if (because === 'mistake' && !isUndispatched(phase.before.status)) {
    return refuse('alreadyDispatched', { number: incident.number })
  }
  const draft = new Draft(incident, context)
  draft.emit({ type: 'MergeTakenBack', number: phase.number, move: phase.move })
  reopenFollowUps(draft, incident, phase)
  const told = oneForEachAgency(incident.assignments).map(({ id }) => id)
  if (told.length) draft.effect({ kind: 'update', fields: ['unmerged'], assignments: told })
  draft.effect({ kind: 'dropReports', into: phase.into, move: phase.move, by: context.by })
  for (const call of incident.calls) draft.effect({ kind: 'returnCall', call, by: context.by })
  if (told.length) draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}

const unmergeable = (
  incident: Incident,
  { as, into, carry, also = {} }: Command<'MergeIncident'>,
  now: Instant,
): Refused | undefined => {
  const { phase, number } = incident
  if (phase.status === 'merged') return refuse('alreadyDone', { action: 'merge', by: nameOf(phase.by), at: phase.at })
  if (isOver(incident) || phase.status === 'closed') return refuse('incidentOver', { number, status: phase.status })
  const elsewhere =
    refusesTo(incident, into) ?? (as === 'attached' ? refusesCallers(into, now) : refusesIncidents(into))
  if (elsewhere) return elsewhere
  if (!isUndispatched(phase.status)) {
    if (as === 'attached') return refuse('alreadyDispatched', { number })
    if (!takesAgencies(into.status)) return refuse('mergeOtherWay', { number: into.number })
  }
  if (!countable(also)) return refuse('negativeCount')
  const absent = carry?.find(agency => !incident.assignments.some(a => a.agency === agency && isWorking(a)))
  if (absent !== undefined) return refuse('notFound', { what: 'assignment' })
  const twice = carry?.find(agency => into.agencies.includes(agency))
  return twice === undefined ? undefined : refuse('duplicateAgency', { agency: twice })
}

const goesOn = (assignment: Assignment, { into, carry }: Command<'MergeIncident'>): boolean =>
  isWorking(assignment) && !into.agencies.includes(assignment.agency) && (carry?.includes(assignment.agency) ?? true)

/** What the first caller said, as it stands in the intake, and what those after said who were attached here. */
const reportsOf = (
  { id, calls, intake, furtherReports = [] }: Incident,
  { continued, also = {} }: Command<'MergeIncident'>,
  move: string,
  { by, now }: DecideContext,
): FurtherReport[] => {
  const said = known(also.victims)
  const answers: IntakeChange = {
    ...intake,
    hazards: [...new Set([...intake.hazards, ...(also.hazards ?? [])])],
    ...(said ? { victims: { known: { ...known(intake.victims), ...said } } } : {}),
  }
  const [call] = calls
  const own = call === undefined ? [] : [{ call, at: now, by, continued, answers, wordsOf: id, moves: [move] }]
  const others = furtherReports.map(({ seq: _, brought: __, ...report }) => ({
    ...report,
    moves: [...report.moves, move],
  }))
  return [...own, ...others]
}

/** Whoever was to be phoned or looked after when it was merged is so again; what had ended before stays ended. */
const reopenFollowUps = (draft: Draft, { phoneTasks, attention }: Incident, { open }: MergedPhase): void => {
  for (const { id, assignment, cause } of phoneTasks) {
    if (open.phoneTasks.includes(id)) raisePhoneTask(draft, assignment, cause)
  }
  for (const { id, kind, assignment } of attention) {
    if (open.items.includes(id)) raiseAttention(draft, kind, assignment)
  }
}
