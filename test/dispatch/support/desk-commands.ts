import { conflictsOf } from '../../../src/dispatch/duplicates/conflicts.ts'
import { unitMarks } from '../../../src/dispatch/incident/assignment.ts'
import type { IncidentCommand } from '../../../src/dispatch/incident/commands.ts'
import type { Correction, FieldChange } from '../../../src/dispatch/incident/corrections.ts'
import type { Incident } from '../../../src/dispatch/incident/incident.ts'
import type { IntakeChange } from '../../../src/dispatch/incident/intake.ts'
import { openUnits } from '../../../src/dispatch/incident/units.ts'
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

const changes: readonly FieldChange[] = [
  { kind: 'action', action: 'acknowledge' },
  { kind: 'action', action: 'depart' },
  { kind: 'action', action: 'arrive' },
  { kind: 'action', action: 'clear' },
  { kind: 'declined', reason: 'noUnit' },
  { kind: 'action', action: 'receive' },
  { kind: 'unit', unit: 'AMB-1', mark: 'arrive' },
  { kind: 'action', action: 'handBack' },
]

/** A step of the assignment earlier or later, gone, other than it was, or one that was forgotten. */
const correctionOf = (incident: Incident | null, who: number, pick: number): Correction => {
  const steps = (incident && at(incident.assignments, who)?.steps) ?? []
  const step = at(steps, pick + who * 3)
  const seq = step?.seq ?? 1
  const change = at(changes, pick + who) ?? { kind: 'action', action: 'arrive' }
  const to = (step?.at ?? incident?.lastChangeAt ?? 0) + (who - 3) * 1000
  switch (pick % 4) {
    case 0:
      return { kind: 'retimed', seq, to }
    case 1:
      return { kind: 'removed', seq }
    case 2:
      return { kind: 'changed', seq, change }
    default:
      return { kind: 'inserted', change, to }
  }
}

type Choose = (incident: Incident | null, who: number, pick: number) => IncidentCommand

/** Everything besides an agency's own actions, with whatever subject the numbers point at. */
export const deskCommands = {
  AnswerIntake: (_, __, pick) => ({ type: 'AnswerIntake', change: at(intakes, pick) ?? {} }),
  SubmitIntake: () => ({ type: 'SubmitIntake' }),
  TakeIncident: () => ({ type: 'TakeIncident' }),
  DispatchIncident: (_, __, pick) => plans(pick),
  AddAgency: (_, who, pick) => ({
    type: 'AddAgency',
    agency: {
      ...plan(agency(who), pick % 3 === 0 ? 'lead' : 'support', pick % 4 === 3 ? 'inform' : 'act'),
      ...(pick > 5 ? { post: 'POS-1' } : {}),
      ...(pick % 2 ? { contact: { rungs: ['group', 'whatsapp', 'dutyOfficer', 'phone'] } } : {}),
    },
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
  OfferToNeighbour: (_, who, pick) =>
    who < 5
      ? {
          type: 'HandOverIncident',
          to:
            pick % 2 ? { kind: 'outside', receiver: '112 B' } : { kind: 'centre', centre: pick === 6 ? 'SMG' : 'CLG' },
          reason: 'text:r',
          keepAgencies: pick > 3,
          ...(pick === 5 ? { asCallTaker: true } : {}),
        }
      : { type: 'WithdrawHandOver' },
  AnswerHandOver: (incident, who, pick) => {
    const to = incident?.handOvers?.at(-1)?.to
    const answer = pick % 2 ? ({ result: 'refused', reason: 'text:r' } as const) : ({ result: 'taken' } as const)
    return to?.kind === 'centre' || who === 0
      ? { type: 'NoteHandOver', incident: to?.kind === 'centre' ? to.incident : 'none', answer }
      : { type: 'AnswerHandOver', answer }
  },
  ReturnHandOver: (_, who) => (who % 2 ? { type: 'ReturnHandOver', reason: 'text:r' } : { type: 'RecallHandOver' }),
  RecordSitrep: (incident, who) => ({
    type: 'RecordSitrep',
    assignment: assignmentId(incident, who),
    text: 'text:sitrep',
  }),
  NoteDelivery: (incident, who, pick) => ({
    type: 'NoteDelivery',
    assignment: assignmentId(incident, who),
    result: pick % 2 === 0 ? 'unreachable' : 'sent',
    ...(pick > 4 ? { to: 'dutyOfficer' } : {}),
  }),
  NoteUpdate: (incident, who, pick) => ({
    type: 'NoteUpdate',
    assignment: assignmentId(incident, who),
    result: pick % 2 === 0 ? 'failed' : 'sent',
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
      ...(pick > 3 ? { numbers: pick - 3 } : {}),
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
  RepairCare: (incident, who) => ({ type: 'RepairCare', assignments: [assignmentId(incident, who)] }),
  // rarer than the rest: they end the story
  WithdrawDraft: (_, who, pick) =>
    who === 1 && pick === 1
      ? { type: 'WithdrawDraft', call: 'CALL', reason: 'text:r', instead: { kind: 'reclassified', callClass: 'prank' } }
      : { type: 'FireDue' },
  NameUnits: (incident, who, pick) => ({
    type: 'NameUnits',
    assignment: assignmentId(incident, who),
    units: ['AMB-1', 'AMB-2', 'Pancar 01', ' '].slice(pick % 4, (pick % 4) + 1 + (who % 3)),
  }),
  MarkUnit: (incident, who, pick) => {
    const assignment = at(incident?.assignments.filter(a => openUnits(a).length > 0) ?? [], who)
    const unit = assignment && at(openUnits(assignment), pick)
    return {
      type: 'MarkUnit',
      assignment: assignment?.id ?? assignmentId(incident, who),
      unit: unit?.code ?? 'AMB-1',
      mark: at(unitMarks, pick + who) ?? 'arrive',
    }
  },
  CorrectStep: (incident, who, pick) => ({
    type: 'CorrectStep',
    assignment: assignmentId(incident, who),
    correction: correctionOf(incident, who, pick),
    reason: 'text:r',
  }),
  WithdrawJudgement: (incident, who) => ({
    type: 'WithdrawJudgement',
    assignment: assignmentId(incident, who),
    reason: 'text:r',
  }),
  ChangeDuty: (incident, who, pick) => ({
    type: 'ChangeDuty',
    assignment: assignmentId(incident, who),
    duty: pick % 2 ? 'act' : 'inform',
  }),
  CancelIncident: (_, who, pick) =>
    who === 0
      ? { type: 'CancelIncident', reason: 'text:r', ...(pick % 2 ? { asCallTaker: true } : {}) }
      : { type: 'FireDue' },
} as const satisfies Record<string, Choose>
