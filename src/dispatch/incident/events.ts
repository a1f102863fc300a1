import type { ConflictField, ConflictValue } from '../duplicates/conflicts.ts'
import type { Brought, FurtherReport } from '../duplicates/further-report.ts'
import type {
  Actor,
  AssignmentRole,
  ContactKind,
  DeclineReason,
  DeskUser,
  Handling,
  Instant,
  PhoneTaskOutcome,
  Priority,
  ReportOutcome,
  TextRef,
} from '../vocabulary.ts'
import type { CloseOutReport, FieldAction, Heard, UnitMark } from './assignment.ts'
import type { CarriedAssignment } from './carried.ts'
import type { Correction } from './corrections.ts'
import type { AttentionItem, HandedOverFrom, Neighbour, PhoneTask, PlannedAgency } from './incident.ts'
import type { IntakeChange } from './intake.ts'

/** What happened, in the past tense; the only thing that changes an incident. */
export type IncidentEvent =
  | {
      type: 'IncidentOpened'
      incidentId: string
      centre: string
      number: string
      profile: { id: string; version: number }
      runCards?: number
      handling: Handling
      /** absent in incidents that a neighbouring centre handed over: their calls are its own */
      call?: string
      handedOverFrom?: HandedOverFrom
      callOpenedAt: Instant
      classifiedAt: Instant
      reporter?: TextRef
      backEntered?: true
      owner?: DeskUser
    }
  | { type: 'IntakeAnswered'; change: IntakeChange; priority: Priority; restricted: boolean }
  | { type: 'IntakeSubmitted' }
  | { type: 'IncidentTaken' }
  | { type: 'IncidentDispatched'; priority: Priority }
  | { type: 'AgencyAssigned'; assignment: string; plan: PlannedAgency; firstPlan: boolean; replaces?: string }
  | { type: 'AlertDelivered'; assignment: string; via: 'channel' | 'phone' }
  | { type: 'AlertUndeliverable'; assignment: string; to?: ContactKind }
  | { type: 'ContactTried'; assignment: string; to: ContactKind }
  | { type: 'AssignmentAcknowledged'; assignment: string; heard?: Heard }
  | { type: 'AssignmentDeclined'; assignment: string; reason: DeclineReason; heard?: Heard }
  | { type: 'UnitsDeparted'; assignment: string; heard?: Heard }
  | { type: 'UnitsArrived'; assignment: string; heard?: Heard }
  | { type: 'ObstacleReported'; assignment: string; heard?: Heard }
  | { type: 'BackupRequested'; assignment: string; heard?: Heard }
  | { type: 'TransportStarted'; assignment: string; heard?: Heard }
  | { type: 'HospitalReached'; assignment: string; heard?: Heard }
  | { type: 'AssignmentCleared'; assignment: string; heard?: Heard }
  | { type: 'NothingFound'; assignment: string; heard?: Heard }
  | { type: 'AssignmentHandedBack'; assignment: string; heard?: Heard }
  | { type: 'AssignmentReceived'; assignment: string; heard?: Heard }
  /** the agency's units as they are now; each has marks of its own */
  | { type: 'UnitsNamed'; assignment: string; units: string[] }
  | { type: 'UnitMarked'; assignment: string; unit: string; mark: UnitMark; heard?: Heard }
  /** an operator put a step right; the step as it was stands among the events before */
  | { type: 'StepCorrected'; assignment: string; correction: Correction; reason: TextRef }
  | { type: 'ActionUndone'; assignment: string; undone: number }
  | { type: 'OutcomeChosen'; assignment: string; outcome: ReportOutcome }
  | { type: 'ReportTakenOver'; assignment: string }
  | { type: 'ReportPostponed'; assignment: string; until: Instant }
  | { type: 'ReportReminded'; assignment: string }
  | { type: 'ReportPutAway'; assignment: string }
  | { type: 'ReportFiled'; assignment: string; report: CloseOutReport; heard?: Heard }
  | { type: 'ReportAccepted'; assignment: string }
  | { type: 'ReportReturned'; assignment: string; remark: TextRef }
  | { type: 'ReportWaived'; assignment: string; reason: TextRef }
  | { type: 'AssignmentStoodDown'; assignment: string; reason: TextRef }
  /** it worked, or was to: now `replacedBy` does, another agency or the same with another duty */
  | { type: 'AssignmentReplaced'; assignment: string; replacedBy: string }
  | { type: 'PrioritySet'; priority: Priority }
  | { type: 'RungFired'; clock: string; rung: string; dueAt: Instant }
  | { type: 'EscalationTaken'; clock: string; until: Instant }
  | { type: 'PhoneTaskRaised'; task: string; assignment: string; cause: PhoneTask['cause'] }
  | { type: 'PhoneTaskTried'; task: string; number?: number }
  | { type: 'PhoneTaskDone'; task: string; outcome: Exclude<PhoneTaskOutcome, 'noAnswer'> | 'told' | 'moot' }
  | { type: 'AttentionRaised'; item: string; kind: AttentionItem['kind']; assignment?: string }
  | { type: 'MessageSent'; assignments: string[]; text?: TextRef; venue: boolean; urgent: boolean }
  /** `metBy`: number of the step that met the need by itself */
  | { type: 'AttentionSettled'; item: string; metBy?: number }
  | { type: 'OwnerChanged'; to: DeskUser; note?: TextRef }
  | { type: 'IncidentClosed' }
  | { type: 'ClosureAwaited'; assignment: string }
  | { type: 'ClosureNoticed'; assignment: string; result: 'sent' | 'failed' }
  | { type: 'IncidentArchived' }
  | { type: 'IncidentCancelled'; reason: TextRef }
  | { type: 'IncidentReopened' }
  | { type: 'HandOverOffered'; to: Neighbour; reason: TextRef; keepAgencies: boolean }
  | { type: 'HandOverWithdrawn' }
  | { type: 'HandOverTaken'; ticket?: string }
  | { type: 'HandOverRefused'; reason: TextRef }
  /** the receiving centre's side: it is ours now */
  | { type: 'HandOverAccepted' }
  /** the receiving centre's side: it gives the incident back, or the other one took its offer back */
  | { type: 'HandOverReturned'; reason: TextRef }
  | { type: 'HandOverRecalled' }
  | { type: 'LongOperationStarted' }
  | { type: 'LongOperationEnded' }
  /** every agency at work was asked; `dueAt` is the turn's own time */
  | { type: 'SitrepRequested'; assignments: string[]; dueAt: Instant }
  | { type: 'SitrepReceived'; assignment: string; text: TextRef }
  | { type: 'IncidentMerged'; into: string; number: string; carried: string[]; shared: string[] }
  | { type: 'MergeTakenBack'; number: string; move: string }
  | { type: 'FurtherReportAdded'; report: FurtherReport; brought: Brought }
  | { type: 'FurtherReportsDropped'; move: string; calls: string[] }
  | { type: 'ConflictSettled'; field: ConflictField; call: string; value: ConflictValue }
  | {
      type: 'AssignmentCarried'
      assignment: string
      role: AssignmentRole
      /** number of the incident that it comes from */
      from: string
      carried: CarriedAssignment
    }

export type IncidentEventType = IncidentEvent['type']

/** An event as it is kept: numbered without gaps, with the true time, the time of recording and the actor. */
export type Recorded<Event> = Event & { seq: number; at: Instant; recordedAt: Instant; by: Actor; commandId: string }

/** The event that each agency action makes. */
export const eventByAction = {
  acknowledge: 'AssignmentAcknowledged',
  depart: 'UnitsDeparted',
  arrive: 'UnitsArrived',
  obstacle: 'ObstacleReported',
  requestBackup: 'BackupRequested',
  transport: 'TransportStarted',
  arriveHospital: 'HospitalReached',
  clear: 'AssignmentCleared',
  notFound: 'NothingFound',
  handBack: 'AssignmentHandedBack',
  receive: 'AssignmentReceived',
} as const satisfies Record<FieldAction, IncidentEventType>
