import type {
  Actor,
  AssignmentRole,
  ContactKind,
  DeclineReason,
  Duty,
  HeardVia,
  Instant,
  Priority,
  ReportOutcome,
  TextRef,
} from '../vocabulary.ts'

/** What an agency can do about its assignment: the verbs behind the buttons, numbers and spoken words. */
export const agencyActions = [
  'acknowledge',
  'decline',
  'depart',
  'arrive',
  'obstacle',
  'requestBackup',
  'transport',
  'arriveHospital',
  'clear',
  'notFound',
  'handBack',
  'report',
  'receive',
] as const
export type AgencyAction = (typeof agencyActions)[number]
/** Actions that are a bare fact: no reason, no report comes with them. */
export type FieldAction = Exclude<AgencyAction, 'decline' | 'report'>

/** What a single unit can do; the rest is the agency's. */
export const unitMarks = ['depart', 'arrive', 'clear'] as const satisfies readonly FieldAction[]
export type UnitMark = (typeof unitMarks)[number]

export type AssignmentStatus =
  | 'alerting'
  | 'notified'
  | 'received'
  | 'acknowledged'
  | 'enRoute'
  | 'onScene'
  | 'transporting'
  | 'cleared'
  | 'reported'
  | 'reportAccepted'
  | 'reportWaived'
  | 'declined'
  | 'handedBack'
  | 'stoodDown'

/** Figures that a crew's report may carry in its own lines (Korban, Unit, Tindakan, Kendala); the raw text is kept. */
export interface ReportLines {
  victims?: number
  units?: string
  actions?: string
  obstacles?: string
}

export interface CloseOutReport {
  outcome: ReportOutcome
  text: TextRef
  lines: ReportLines
  at: Instant
  by: Actor
}

/** The question for a report's words: who answers it, since when, and until when it was put off. */
export interface ReportPrompt {
  by: Actor
  at: Instant
  postponedUntil?: Instant
}

/** Where the assignment stands; each standing has only the fields of its own. */
export type Standing =
  | { status: 'alerting' }
  | { status: 'notified' }
  | { status: 'received' }
  | { status: 'acknowledged' }
  | { status: 'enRoute' }
  | { status: 'onScene' }
  | { status: 'transporting' }
  | {
      status: 'cleared'
      remotely: boolean
      outcome?: ReportOutcome
      returnedRemark?: TextRef
      /** set while a crew member is asked for the words */
      prompt?: ReportPrompt
      /** who took the question back */
      putAway?: { by: Actor; at: Instant }
    }
  | { status: 'reported'; report: CloseOutReport }
  | { status: 'reportAccepted'; report: CloseOutReport; by: Actor }
  | { status: 'reportWaived'; reason: TextRef; by: Actor }
  | { status: 'declined'; reason: DeclineReason; by: Actor; at: Instant }
  | { status: 'handedBack'; by: Actor; at: Instant }
  | { status: 'stoodDown'; reason: TextRef; by: Actor; at: Instant }
  /** another agency works in its place: `replacedBy` is that assignment */
  | { status: 'stoodDown'; replacedBy: string; by: Actor; at: Instant }

/** How an operator heard of a step, and who told it; absent when the agency itself pressed a button. */
export interface Heard {
  via: HeardVia
  informant?: TextRef
}

/** One step in an assignment's life that counts; what was undone is no longer here, but stays among the events. */
export interface Step {
  /** sequence number of the event that made it */
  seq: number
  at: Instant
  recordedAt: Instant
  by: Actor
  change: StepChange
  heard?: Heard
  /** sequence number of the correction that changed it last; the original stands in the event `seq` */
  correctedBy?: number
}

export type StepChange =
  | { kind: 'notified'; via: 'channel' | 'phone' }
  | { kind: 'action'; action: FieldAction }
  | { kind: 'unit'; unit: string; mark: UnitMark }
  | { kind: 'unitsNamed'; units: string[] }
  | { kind: 'declined'; reason: DeclineReason }
  | { kind: 'outcomeChosen'; outcome: ReportOutcome }
  | { kind: 'reportTakenOver' }
  | { kind: 'reportPostponed'; until: Instant }
  | { kind: 'reportReminded' }
  | { kind: 'reportPutAway' }
  | { kind: 'reported'; report: CloseOutReport }
  | { kind: 'reportReturned'; remark: TextRef }
  | { kind: 'reportAccepted' }
  | { kind: 'reportWaived'; reason: TextRef }
  | { kind: 'stoodDown'; reason: TextRef }
  | { kind: 'replaced'; replacedBy: string }
  /** came here with its incident: the steps before this one happened there */
  | { kind: 'carried'; from: string }

/**
 * How this agency, or its post, is reached besides its group: data of the directory, pinned when it is assigned. A kind
 * that nobody has paired is not here, so that no time is spent on it.
 */
export interface ContactPlan {
  /** in their order: the group first, the phone last */
  rungs: ContactKind[]
  /** seconds of service time that an answer may take, by priority; absent: the standard ones */
  answerSeconds?: Record<Priority, number>
}

/** A rung of the contact ladder that was tried; each is tried once. */
export interface Contact {
  to: ContactKind
  at: Instant
  /** no message gets there */
  failed?: true
}

/** One agency, or one of its posts, on one incident. */
export interface Assignment {
  /** e.g. `SMG-…/DAMKAR/1`: unique within the incident */
  id: string
  agency: string
  /** code of the agency's post that is sent; absent: the agency as a whole */
  post?: string
  role: AssignmentRole
  duty: Duty
  /** true when it belongs to the first plan; agencies added later never reopen S3 or S5 */
  firstPlan: boolean
  /** may bring patients to hospital (DINKES, PMI) */
  transports: boolean
  createdAt: Instant
  /** the assignment in whose place this one came */
  replaces?: string
  contact?: ContactPlan
  /** absent in incidents from before there was a ladder: the group alone was tried */
  contacts?: Contact[]
  /** since when the last contact is waited for, where something began the waiting anew (an answer taken back) */
  waitingSince?: Instant
  steps: Step[]
  /** derived from `steps` by `standingOf`, kept for readers and indexes */
  standing: Standing
}
