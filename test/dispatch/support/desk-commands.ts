import { conflictsOf } from '../../../src/dispatch/duplicates/conflicts.ts'
import type { IncidentCommand } from '../../../src/dispatch/incident/commands.ts'
import type { Incident } from '../../../src/dispatch/incident/incident.ts'
import type { IntakeChange } from '../../../src/dispatch/incident/intake.ts'
import { declineReasons, phoneTaskOutcomes, priorities, reportOutcomes } from '../../../src/dispatch/vocabulary.ts'
import { houseFire, plan } from './beginnings.ts'
import { agency, assignmentId, at, plans } from './choose.ts'
import { furtherReports, merging, takingBack } from './further-callers.ts'

const intakes: readonly IntakeChange[] = [
  houseFire,
  { type: { known: 'RSC' } },
  { type: { known: 'MED' }, victims: { known: { sick: 1 } } },
  { type: 'unknown', location: 'unknown' },
  { type: { known: 'NO-SUCH' } },
  { victims: { known: { trapped: 2, injured: 0 } } },
  { hazards: ['violent', 'roadBlocked'] },
  { point: { known: { lat: -95, lng: 10, accuracyMetres: 1 } } },
]

type Choose = (incident: Incident | null, who: number, pick: number) => IncidentCommand

/** Everything besides an agency's own actions, with whatever subject the numbers point at. */
export const deskCommands = {
  AnswerIntake: (_, __, pick) => ({ type: 'AnswerIntake', change: at(intakes, pick) ?? {} }),
  SubmitIntake: () => ({ type: 'SubmitIntake' }),
  TakeIncident: () => ({ type: 'TakeIncident' }),
  DispatchIncident: (_, __, pick) => plans(pick),
  AddAgency: (_, who, pick) => ({
    type: 'AddAgency',
    agency: plan(agency(who), pick % 3 === 0 ? 'lead' : 'support', pick % 4 === 3 ? 'inform' : 'act'),
  }),
  ReplaceAgency: (incident, who, pick) => ({
    type: 'AddAgency',
    agency: plan(agency(pick), pick % 2 ? 'lead' : 'support'),
    replaces: assignmentId(incident, who),
  }),
  SetPriority: (_, __, pick) => ({ type: 'SetPriority', priority: at(priorities, pick) ?? 2 }),
  ReopenIncident: () => ({ type: 'ReopenIncident' }),
  StartLongOperation: () => ({ type: 'StartLongOperation' }),
  EndLongOperation: () => ({ type: 'EndLongOperation' }),
  RecordSitrep: (incident, who) => ({
    type: 'RecordSitrep',
    assignment: assignmentId(incident, who),
    text: 'text:sitrep',
  }),
  NoteDelivery: (incident, who, pick) => ({
    type: 'NoteDelivery',
    assignment: assignmentId(incident, who),
    result: pick % 2 === 0 ? 'unreachable' : 'sent',
  }),
  ChooseOutcome: (incident, who, pick) => ({
    type: 'ChooseOutcome',
    assignment: assignmentId(incident, who),
    outcome: at(reportOutcomes, pick) ?? 'handled',
  }),
  TakeOverReport: (incident, who) => ({ type: 'TakeOverReport', assignment: assignmentId(incident, who) }),
  PostponeReport: (incident, who) => ({ type: 'PostponeReport', assignment: assignmentId(incident, who) }),
  PutReportAway: (incident, who) => ({ type: 'PutReportAway', assignment: assignmentId(incident, who) }),
  AcceptReport: (incident, who) => ({ type: 'AcceptReport', assignment: assignmentId(incident, who) }),
  ReturnReport: (incident, who) => ({
    type: 'ReturnReport',
    assignment: assignmentId(incident, who),
    remark: 'text:r',
  }),
  WaiveReport: (incident, who) => ({ type: 'WaiveReport', assignment: assignmentId(incident, who), reason: 'text:r' }),
  StandDown: (incident, who) => ({
    type: 'StandDownAssignment',
    assignment: assignmentId(incident, who),
    reason: 'text:r',
  }),
  TakeEscalation: (incident, who, pick) => ({
    type: 'TakeEscalation',
    clock: at(incident?.fired ?? [], pick + who * 8)?.clock ?? 'S3',
  }),
  RecordPhoneTask: (incident, who, pick) => {
    const reason = at(declineReasons, who)
    return {
      type: 'RecordPhoneTask',
      task: (incident?.phoneTasks.find(({ done }) => !done) ?? at(incident?.phoneTasks ?? [], who))?.id ?? 'none',
      outcome: at(phoneTaskOutcomes, pick) ?? 'noAnswer',
      ...(reason && pick > 2 ? { reason } : {}),
    }
  },
  TakeHelp: (incident, who) => ({
    type: 'TakeEscalation',
    clock: `help:${at(incident?.attention.filter(({ doneAt }) => doneAt === undefined) ?? [], who)?.id ?? ''}`,
  }),
  HandOver: (_, who, pick) => ({
    type: 'HandOver',
    to: { kind: 'user', id: `u-${who}`, name: `Petugas ${who}` },
    ...(pick % 2 ? { note: 'text:note' } : {}),
  }),
  SettleAttention: (incident, who) => ({ type: 'SettleAttention', item: at(incident?.attention ?? [], who)?.id ?? '' }),
  SendMessage: (incident, who, pick) => ({
    type: 'SendMessage',
    venue: pick % 3 === 0,
    urgent: pick % 2 === 0,
    ...(pick % 3 === 1 ? {} : { text: 'text:m' }),
    ...(pick === 2 ? { assignments: [assignmentId(incident, who)] } : {}),
  }),
  CloseIncident: () => ({ type: 'CloseIncident' }),
  NoteClosure: (incident, who, pick) => ({
    type: 'NoteClosure',
    assignment: assignmentId(incident, who),
    result: pick % 3 === 0 ? 'failed' : 'sent',
  }),
  // rarer than the rest: a merge ends the story, unless it is taken back
  MergeIncident: (incident, who, pick) => merging(incident, who, pick),
  TakeBackMerge: (_, who) => takingBack(who),
  AddFurtherReports: (incident, who, pick) => furtherReports(incident, who, pick),
  DropFurtherReports: (incident, who) => ({
    type: 'DropFurtherReports',
    move: at(incident?.furtherReports ?? [], who)?.moves[0] ?? `OTHER@${who}`,
  }),
  SettleConflict: (incident, who, pick) => {
    const conflict = incident && at(conflictsOf(incident), who)
    const call = conflict && at(conflict.answers, pick)?.call
    return { type: 'SettleConflict', field: conflict?.field ?? 'injured', call: call ?? 'NONE' }
  },
  // rarer than the rest: they end the story
  WithdrawDraft: (_, who, pick) =>
    who === 1 && pick === 1
      ? { type: 'WithdrawDraft', call: 'CALL', reason: 'text:r', instead: { kind: 'reclassified', callClass: 'prank' } }
      : { type: 'FireDue' },
  CancelIncident: (_, who, pick) =>
    who === 0
      ? { type: 'CancelIncident', reason: 'text:r', ...(pick % 2 ? { asCallTaker: true } : {}) }
      : { type: 'FireDue' },
} as const satisfies Record<string, Choose>
