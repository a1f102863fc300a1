import type { AgencyAction, AssignmentStatus, UnitMark } from '../../dispatch/incident/assignment.ts'
import type { CorrectionKind } from '../../dispatch/incident/corrections.ts'
import type { PhoneTask } from '../../dispatch/incident/incident.ts'
import type {
  AssignmentRole,
  ContactKind,
  DeclineReason,
  Duty,
  HeardVia,
  Instant,
  ReportOutcome,
} from '../../dispatch/vocabulary.ts'

/** How far the contact ladder of an assignment was climbed. */
export interface ContactView {
  tried: { to: ContactKind; at: Instant; failed: boolean }[]
  /** the rung that comes when nobody answers, and when; null: nobody is waited for, or somebody phones */
  next: { to: ContactKind; at: Instant } | null
}

/** `read`: everybody in the chat read it, as WhatsApp says; Telegram tells bots of no reading, so there it stays `sent`. */
export type DeliveryStateView = 'waiting' | 'sent' | 'read' | 'doubtful' | 'failed' | 'byPhone'

export interface AssignmentView {
  id: string
  agency: string
  name: string
  /** the post that was sent; null: the agency as a whole */
  post: { code: string; name: string } | null
  role: AssignmentRole
  duty: Duty
  status: AssignmentStatus
  contact: ContactView
  delivery: DeliveryStateView
  notifiedAt: Instant | null
  /** actions that are taken now, for recording on the agency's behalf */
  actions: AgencyAction[]
  /** the last step that can be taken back, until when */
  undo: { seq: number; until: Instant } | null
  declineReason?: DeclineReason
  report?: {
    outcome: ReportOutcome
    text: string
    victims?: number
    units?: string
    actions?: string
    obstacles?: string
    at: Instant
    by: string
  }
  returnedRemark?: string
  waivedReason?: string
  /** act agencies whose report the closing waits for */
  required: boolean
  /** the assignment in whose place it came, and the one that came in its place */
  replaces: string | null
  replacedBy: string | null
  /** long operations: when it was last asked how it stands, and when it last told */
  sitrep: { askedAt: Instant | null; receivedAt: Instant | null } | null
  /** what is on record of it, in the order in which it counts; what was taken out by a correction too */
  steps: StepView[]
  units: UnitView[]
}

export interface UnitView {
  code: string
  departedAt: Instant | null
  arrivedAt: Instant | null
  clearedAt: Instant | null
  /** marks that are taken now */
  marks: UnitMark[]
}

/** One step of an agency: as it counts, and how it came to be so. */
export interface StepView {
  seq: number
  /** an action, `notified`, `outcomeChosen`, `reportAccepted` … */
  what: string
  unit?: string
  reason?: DeclineReason
  at: Instant
  recordedAt: Instant
  by: string
  via?: HeardVia
  informant?: string
  /** false when a correction took it out */
  counts: boolean
  /** what an operator may do about it: `retimed`, `changed`, `removed` */
  correctable: ('retimed' | 'changed' | 'removed')[]
  corrections: CorrectionView[]
}

/** The step as it was before, who put it right, when, and why. */
export interface CorrectionView {
  kind: CorrectionKind
  at: Instant
  by: string
  reason: string
  was: { what: string; at: Instant; unit?: string; reason?: DeclineReason } | null
}

/** A call to make; the list is gone through in its order and round again. */
export interface PhoneTaskView extends PhoneTask {
  agency: string
  /** the post that was sent, by name */
  post: string | null
  /** the post's, the agency's, its commander's; empty: nobody knows a number */
  numbers: string[]
  /** the number whose turn it is */
  phone: string | null
  /** how often the list was gone through, from 1 */
  round: number
}
