import type { AfterWithdrawal } from '../call/messages.ts'
import type { ConflictField } from '../duplicates/conflicts.ts'
import type { FurtherReport } from '../duplicates/further-report.ts'
import type { MergeTarget } from '../duplicates/merge-target.ts'
import type {
  ContactKind,
  DeclineReason,
  DeskUser,
  Duty,
  Handling,
  Instant,
  PhoneTaskOutcome,
  Priority,
  ReportOutcome,
  TextRef,
} from '../vocabulary.ts'
import type { FieldAction, Heard, ReportLines, UnitMark } from './assignment.ts'
import type { CarriedAssignment } from './carried.ts'
import type { Correction } from './corrections.ts'
import type { HandedOverFrom, PlannedAgency } from './incident.ts'
import type { IntakeChange } from './intake.ts'
import type { PastIncident } from './past.ts'

/**
 * What people, channels and the clock ask of an incident. `at` is the true time of what is recorded (radio, phone),
 * default now.
 */
export type IncidentCommand =
  | {
      type: 'OpenIncident'
      incidentId: string
      centre: string
      number: string
      profile: { id: string; version: number }
      /** version of the centre's run cards; absent = the first */
      runCards?: number
      handling: Handling
      call: string
      callOpenedAt: Instant
      classifiedAt: Instant
      reporter?: TextRef
      owner?: DeskUser
    }
  | {
      type: 'EnterIncident'
      incidentId: string
      centre: string
      number: string
      profile: { id: string; version: number }
      runCards?: number
      handling: Handling
      call: string
      callOpenedAt: Instant
      classifiedAt: Instant
      past: PastIncident
    }
  /** a neighbouring centre hands one of its own over: with what it had asked, submitted, for us to take or give back */
  | {
      type: 'ReceiveIncident'
      incidentId: string
      centre: string
      number: string
      profile: { id: string; version: number }
      runCards?: number
      handling: Handling
      callOpenedAt: Instant
      from: HandedOverFrom
      intake: IntakeChange
    }
  /** its call turned out to be something else: possible while nobody was alerted */
  | { type: 'WithdrawDraft'; call: string; reason: TextRef; instead: AfterWithdrawal }
  | { type: 'AnswerIntake'; change: IntakeChange }
  | { type: 'SubmitIntake' }
  | { type: 'TakeIncident' }
  | { type: 'DispatchIncident'; agencies: PlannedAgency[]; priority?: Priority }
  /** `replaces`: the assignment in whose place, and role, it comes */
  | { type: 'AddAgency'; agency: PlannedAgency; replaces?: string }
  | { type: 'SetPriority'; priority: Priority }
  /** `to`: the rung of the contact ladder that it went to; default: the group */
  /** lost: the channel of that rung is gone; whoever has the alert on the screen cannot answer it there either */
  | { type: 'NoteDelivery'; assignment: string; result: 'sent' | 'unreachable' | 'lost'; to?: ContactKind }
  /** a PEMBARUAN that no chat of the agency can show, or shows after all */
  | { type: 'NoteUpdate'; assignment: string; result: 'sent' | 'failed' }
  | { type: 'ActOnAssignment'; assignment: string; action: FieldAction; at?: Instant; heard?: Heard }
  | { type: 'DeclineAssignment'; assignment: string; reason: DeclineReason; at?: Instant; heard?: Heard }
  | { type: 'NameUnits'; assignment: string; units: string[] }
  | { type: 'MarkUnit'; assignment: string; unit: string; mark: UnitMark; at?: Instant; heard?: Heard }
  | { type: 'CorrectStep'; assignment: string; correction: Correction; reason: TextRef }
  | { type: 'ChangeDuty'; assignment: string; duty: Duty }
  | { type: 'UndoAction'; assignment: string; seq: number }
  | { type: 'ChooseOutcome'; assignment: string; outcome: ReportOutcome }
  | { type: 'TakeOverReport'; assignment: string }
  | { type: 'PostponeReport'; assignment: string }
  | { type: 'PutReportAway'; assignment: string }
  | {
      type: 'FileReport'
      assignment: string
      outcome?: ReportOutcome
      text: TextRef
      lines: ReportLines
      at?: Instant
      /** the answer to a question that may have been taken back meanwhile */
      prompted?: boolean
      heard?: Heard
    }
  | { type: 'AcceptReport'; assignment: string }
  | { type: 'ReturnReport'; assignment: string; remark: TextRef }
  | { type: 'WaiveReport'; assignment: string; reason: TextRef }
  | { type: 'WithdrawJudgement'; assignment: string; reason: TextRef }
  | { type: 'StandDownAssignment'; assignment: string; reason: TextRef }
  | { type: 'TakeEscalation'; clock: string }
  /** `numbers`: how many the agency can be phoned at now; default one */
  | { type: 'RecordPhoneTask'; task: string; outcome: PhoneTaskOutcome; reason?: DeclineReason; numbers?: number }
  | { type: 'SettleAttention'; item: string }
  /** from the control room to groups; without assignments to every agency that works on the incident */
  | { type: 'SendMessage'; assignments?: string[]; text?: TextRef; venue: boolean; urgent: boolean }
  | { type: 'HandOver'; to: DeskUser; note?: TextRef }
  | { type: 'CloseIncident' }
  | { type: 'NoteClosure'; assignment: string; result: 'sent' | 'failed' }
  /** `asCallTaker`: by somebody whose part ends where a dispatcher takes over */
  | { type: 'CancelIncident'; reason: TextRef; asCallTaker?: true }
  | { type: 'ReopenIncident' }
  | {
      type: 'HandOverIncident'
      to: { kind: 'centre'; centre: string } | { kind: 'outside'; receiver: string; ticket?: string }
      reason: TextRef
      keepAgencies: boolean
      asCallTaker?: true
    }
  | { type: 'WithdrawHandOver'; asCallTaker?: true }
  /** what the other centre decided about our offer: `incident` is its own of it */
  | { type: 'NoteHandOver'; incident: string; answer: HandOverAnswer }
  /** the same by a person, of a centre outside the installation */
  | { type: 'AnswerHandOver'; answer: HandOverAnswer }
  /** the receiving centre's side */
  | { type: 'ReturnHandOver'; reason: TextRef }
  | { type: 'RecallHandOver' }
  | { type: 'StartLongOperation' }
  | { type: 'EndLongOperation' }
  | { type: 'RecordSitrep'; assignment: string; text: TextRef; at?: Instant }
  /**
   * attached: the call that opened it is about another incident; only before anybody was sent. merged: both are one.
   * `carry`: agencies whose job goes on there; default all that work here and not there.
   */
  | {
      type: 'MergeIncident'
      as: 'attached' | 'merged'
      into: MergeTarget
      carry?: readonly string[]
      /** what the caller added at the last moment */
      also?: Pick<IntakeChange, 'victims' | 'hazards'>
      /** the number has called about the other incident before */
      continued: boolean
    }
  /** mistake: somebody attached the wrong one; refused: the other incident cannot take it any more */
  | { type: 'TakeBackMerge'; because: 'mistake' | 'refused' }
  | { type: 'AddFurtherReports'; reports: FurtherReport[]; from?: string; carried: CarriedAssignment[] }
  | { type: 'DropFurtherReports'; move: string }
  | { type: 'SettleConflict'; field: ConflictField; call: string }
  | { type: 'FireDue' }
  /** the auditor found these in nobody's hands, or not going on: somebody must phone */
  | { type: 'RepairCare'; assignments: readonly string[] }

export type HandOverAnswer = { result: 'taken'; ticket?: string } | { result: 'refused'; reason: TextRef }

export type IncidentCommandType = IncidentCommand['type']
