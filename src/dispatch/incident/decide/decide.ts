import { refuse } from '../../refusal.ts'
import type { IncidentCommand, IncidentCommandType } from '../commands.ts'
import type { Incident } from '../incident.ts'
import { actOnAssignment, declineAssignment } from './agency-actions.ts'
import { settleItem } from './attention.ts'
import { enterIncident } from './back-entry.ts'
import { cancelIncident, closeIncident, noteClosure } from './closing.ts'
import { noteDelivery, noteUpdate, repairCare } from './contacting.ts'
import type { DecideContext } from './context.ts'
import { correctStep, withdrawJudgement } from './correcting.ts'
import type { IncidentDecision } from './decision.ts'
import { dispatchIncident, standDown } from './dispatching.ts'
import { Draft } from './draft.ts'
import { changeDuty } from './duty.ts'
import { fireDue } from './escalating.ts'
import { addFurtherReports, dropFurtherReports, settleConflict } from './further-reports.ts'
import { answerHandOver, handOverIncident, noteHandOver, withdrawHandOver } from './handing-over.ts'
import { answerIntake, submitIntake, takeIncident } from './intake.ts'
import { endLongOperation, recordSitrep, startLongOperation } from './long-operation.ts'
import { mergeIncident, takeBackMerge } from './merging.ts'
import { handOver } from './owner.ts'
import { recordPhoneTask } from './phone-tasks.ts'
import { setPriority } from './priority.ts'
import { recallHandOver, receiveIncident, returnHandOver } from './receiving.ts'
import { reopenIncident } from './reopening.ts'
import { addOrReplace } from './replacing.ts'
import { postponeReport, putReportAway, takeOverReport } from './report-prompt.ts'
import { acceptReport, chooseOutcome, fileReport, returnReport, waiveReport } from './reporting.ts'
import { takeEscalation } from './taking.ts'
import { sendMessage } from './talk.ts'
import { undoAction } from './undo.ts'
import { markUnit, nameUnits } from './units.ts'
import { withdrawDraft } from './withdrawing.ts'

type Decider<Type extends IncidentCommandType> = (
  incident: Incident,
  command: Extract<IncidentCommand, { type: Type }>,
  context: DecideContext,
) => IncidentDecision

/** One decider per command: what each command does is found here. */
const deciders: {
  [Type in Exclude<IncidentCommandType, 'OpenIncident' | 'EnterIncident' | 'ReceiveIncident'>]: Decider<Type>
} = {
  AnswerIntake: answerIntake,
  SubmitIntake: submitIntake,
  TakeIncident: takeIncident,
  DispatchIncident: dispatchIncident,
  AddAgency: addOrReplace,
  SetPriority: setPriority,
  NoteDelivery: noteDelivery,
  NoteUpdate: noteUpdate,
  ActOnAssignment: actOnAssignment,
  DeclineAssignment: declineAssignment,
  UndoAction: undoAction,
  CorrectStep: correctStep,
  NameUnits: nameUnits,
  MarkUnit: markUnit,
  ChangeDuty: changeDuty,
  ChooseOutcome: chooseOutcome,
  TakeOverReport: takeOverReport,
  PostponeReport: postponeReport,
  PutReportAway: putReportAway,
  FileReport: fileReport,
  AcceptReport: acceptReport,
  ReturnReport: returnReport,
  WaiveReport: waiveReport,
  WithdrawJudgement: withdrawJudgement,
  StandDownAssignment: standDown,
  TakeEscalation: takeEscalation,
  RecordPhoneTask: recordPhoneTask,
  SettleAttention: settleItem,
  SendMessage: sendMessage,
  HandOver: handOver,
  CloseIncident: closeIncident,
  NoteClosure: noteClosure,
  CancelIncident: cancelIncident,
  WithdrawDraft: withdrawDraft,
  ReopenIncident: reopenIncident,
  HandOverIncident: handOverIncident,
  WithdrawHandOver: withdrawHandOver,
  NoteHandOver: noteHandOver,
  AnswerHandOver: answerHandOver,
  ReturnHandOver: returnHandOver,
  RecallHandOver: recallHandOver,
  StartLongOperation: startLongOperation,
  EndLongOperation: endLongOperation,
  RecordSitrep: recordSitrep,
  MergeIncident: mergeIncident,
  TakeBackMerge: takeBackMerge,
  AddFurtherReports: addFurtherReports,
  DropFurtherReports: dropFurtherReports,
  SettleConflict: settleConflict,
  FireDue: fireDue,
  RepairCare: repairCare,
}

/**
 * Decides a command about an incident: events and effects, or a typed refusal that changes nothing. Pure: time, actor
 * and rules come with the context. An accepted command without events found nothing to change.
 */
export const decide = (
  incident: Incident | null,
  command: IncidentCommand,
  context: DecideContext,
): IncidentDecision => {
  if (command.type === 'OpenIncident' || command.type === 'EnterIncident' || command.type === 'ReceiveIncident') {
    if (incident) return refuse('alreadyExists', { number: incident.number })
    if (command.type === 'EnterIncident') return enterIncident(command, context)
    if (command.type === 'ReceiveIncident') return receiveIncident(command, context)
    const draft = new Draft(null, context)
    const { type: _, ...facts } = command
    draft.emit({ type: 'IncidentOpened', ...facts })
    return draft.decision()
  }
  if (!incident) return refuse('notFound', { what: 'incident' })
  const decider = deciders[command.type] as Decider<typeof command.type>
  return decider(incident, command as never, context)
}
