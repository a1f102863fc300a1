import { refuse } from '../../refusal.ts'
import { type Actor, type Instant, nameOf } from '../../vocabulary.ts'
import type { Assignment, ReportPrompt } from '../assignment.ts'
import type { IncidentCommand } from '../commands.ts'
import type { Incident } from '../incident.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { illegal, notNow, type Refused, workable } from './guards.ts'

/** What a crew does about a report that it has begun: another goes on with it, it waits, it is put away. */

type Command<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>

/** How long "Tunda" puts the reminder off, ms of service time. The clocks' own ladders run on. */
export const postponeMs = 15 * 60_000

/** Another member goes on with the report; who files it in the end is on record as its author. */
export const takeOverReport = (
  incident: Incident,
  command: Command<'TakeOverReport'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = begun(incident, command.assignment, 'takeOver', context)
  if ('refusal' in subject) return subject
  const { by, at } = subject.prompt
  if (isSame(by, context.by)) return refuse('alreadyDone', { action: 'takeOver', by: nameOf(by), at })
  return changed(incident, context, { type: 'ReportTakenOver', assignment: command.assignment })
}

/** The crew is asked again in a quarter of an hour. */
export const postponeReport = (
  incident: Incident,
  command: Command<'PostponeReport'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = begun(incident, command.assignment, 'postpone', context)
  if ('refusal' in subject) return subject
  const until = context.now + postponeMs
  if (subject.prompt.postponedUntil === until) return new Draft(incident, context).decision()
  return changed(incident, context, { type: 'ReportPostponed', assignment: command.assignment, until })
}

/** The question is taken back: replies to its messages count no more, and Kirim laporan begins anew. */
export const putReportAway = (
  incident: Incident,
  command: Command<'PutReportAway'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = begun(incident, command.assignment, 'putAway', context)
  if ('refusal' in subject) return subject
  return changed(incident, context, { type: 'ReportPutAway', assignment: command.assignment })
}

type Change = Extract<Parameters<Draft['emit']>[0], { type: 'ReportTakenOver' | 'ReportPostponed' | 'ReportPutAway' }>

const changed = (incident: Incident, context: DecideContext, event: Change): IncidentDecision => {
  const draft = new Draft(incident, context)
  draft.emit(event)
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}

const begun = (
  incident: Incident,
  id: string,
  action: string,
  context: DecideContext,
): { assignment: Assignment; prompt: ReportPrompt } | Refused => {
  const subject = workable(incident, id)
  if ('refusal' in subject) return subject
  const { standing } = subject.assignment
  if (standing.status !== 'cleared') return illegal(subject.assignment, 'report', context)
  if (standing.prompt) return { assignment: subject.assignment, prompt: standing.prompt }
  const { putAway } = standing
  return putAway
    ? refuse('alreadyDone', { action: 'putAway', by: nameOf(putAway.by), at: putAway.at })
    : notNow(subject.assignment, action, context)
}

const isSame = (one: Actor, other: Actor): boolean =>
  one.kind === other.kind && one.kind !== 'system' && other.kind !== 'system' && one.id === other.id

/** Reports whose crew asked to be reminded, and when. */
export const reportReminders = (incident: Incident): { assignment: string; dueAt: Instant }[] =>
  incident.assignments.flatMap(({ id, standing }) => {
    const dueAt = standing.status === 'cleared' ? standing.prompt?.postponedUntil : undefined
    return dueAt === undefined ? [] : [{ assignment: id, dueAt }]
  })

/** Asks again where the time has come. */
export const remindOfReports = (draft: Draft, incident: Incident, now: Instant): void => {
  for (const { assignment, dueAt } of reportReminders(incident)) {
    if (dueAt > now) continue
    draft.emit({ type: 'ReportReminded', assignment })
    draft.effect({ kind: 'reportPrompt', assignment })
    draft.effect({ kind: 'refreshCards' })
  }
}
