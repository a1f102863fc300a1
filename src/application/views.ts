import type { Callback, CallbackEnd, Referral } from '../dispatch/call/call.ts'
import type { AgencyAction, AssignmentStatus } from '../dispatch/incident/assignment.ts'
import type { AttentionItem, IncidentStatus, PhoneTask } from '../dispatch/incident/incident.ts'
import type { Point, Victims } from '../dispatch/incident/intake.ts'
import type { Basis, ClockKind } from '../dispatch/profiles/profile.ts'
import type { Reason } from '../dispatch/run-cards/propose-agencies.ts'
import type { ProposalMode } from '../dispatch/run-cards/run-card.ts'
import type {
  AssignmentRole,
  CallClass,
  DeclineReason,
  Duty,
  Handling,
  Hazard,
  Instant,
  Priority,
  ReportOutcome,
} from '../dispatch/vocabulary.ts'
import type { PositionView, TalkView } from './talk-views.ts'

/** What screens read. All times are service time in ms since 1970 UTC; words of people are resolved from their references. */

/** An answer as typed: absent = not asked yet. */
export type AnswerView<T> = { known: T } | 'unknown'

export interface IntakeView {
  reporterName?: AnswerView<string>
  reporterPhone?: AnswerView<string>
  type?: AnswerView<string>
  location?: AnswerView<string>
  address?: AnswerView<string>
  landmark?: AnswerView<string>
  point?: AnswerView<Point>
  condition?: AnswerView<string>
  passable?: AnswerView<boolean>
  handlingSoFar?: AnswerView<string>
  victims?: AnswerView<Victims>
  hazards: Hazard[]
}

export interface ClockView {
  key: string
  id: string
  name: { id: string; en: string }
  kind: ClockKind
  basis: Basis
  /** the published figure that the centre departs from, in seconds */
  published?: { targetSeconds: number; limitSeconds: number }
  /** agency of an assignment's clock */
  agency?: string
  startedAt: Instant
  targetSeconds: number
  limitSeconds: number
  /** running, stopped (counted), ended (not counted: stood down, skipped mark …) */
  state: 'running' | 'stopped' | 'ended'
  stoppedAt?: Instant
  rungsFired: string[]
  /** supervisors' pings are silent until then */
  silencedUntil?: Instant
}

export interface CallView {
  id: string
  centre: string
  status: 'open' | 'classified' | 'resolved' | 'ended'
  callClass: CallClass | null
  openedAt: Instant
  endedAt: Instant | null
  operator: string
  phone: string | null
  callerName: string | null
  incident: string | null
  resolution: {
    kind: string
    topic?: string
    answer?: string
    receiver?: string
    note?: string
    ticket?: string
  } | null
  referral: ReferralView | null
  /** the call-back task that this call raised */
  callback: CallbackView | null
  /** the call that is rung back with this one */
  callbackOf: string | null
  droppedAt: Instant | null
  /** taken on paper and entered later: out of the medians */
  backEntered: boolean
  erasedAt: Instant | null
  /** corrections of the class, the first one first */
  reclassified: { from: CallClass; to: CallClass; at: Instant; by: string }[]
  clocks: ClockView[]
  /** earlier calls from the number, newest first; nothing is ever blocked */
  history: { call: string; openedAt: Instant; callClass: CallClass | null }[]
  /** what is known of the number; null where there is none */
  number: NumberView | null
  /** commands on the call that would be taken now */
  allowed: string[]
}

export interface NumberView {
  /** calls of these classes from this number, this one among them */
  ghosts: number
  pranks: number
  /** other silent calls in the ten minutes before this one rang */
  silentBefore: number
  openIncidents: { id: string; number: string; status: IncidentStatus }[]
  /** the call whose task asks to ring this number */
  openCallback: string | null
}

/** A matter that went to somebody else. */
export interface ReferralView {
  call: string
  phone: string | null
  callerName: string | null
  receiver: string
  ticket: string | null
  note: string | null
  at: Instant
  by: string
  /** waiting and takenBack are ours to follow; confirmed and handled are done with */
  status: Referral['status']
  settled: { at: Instant; by: string; words: string | null } | null
}

/** Somebody must ring this number; named after the call that raised it. */
export interface CallbackView {
  call: string
  cause: Callback['cause']
  raisedAt: Instant
  calls: string[]
  phone: string | null
  callerName: string | null
  incident: string | null
  attempts: { at: Instant; by: string }[]
  mayGiveUp: boolean
  done: { outcome: CallbackEnd; at: Instant; by: string; note: string | null; call: string | null } | null
}

export interface ProposedAgencyView {
  agency: string
  name: string
  role: AssignmentRole
  mode: ProposalMode
  duty: Duty
  reasons: Reason[]
  /** whether a chat is paired and healthy */
  channel: 'ok' | 'down' | 'none'
}

export type DeliveryStateView = 'waiting' | 'sent' | 'doubtful' | 'failed' | 'byPhone'

export interface AssignmentView {
  id: string
  agency: string
  name: string
  role: AssignmentRole
  duty: Duty
  status: AssignmentStatus
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
}

export interface TimelineEntryView {
  seq: number
  at: Instant
  recordedAt: Instant
  by: string
  /** the event's type: a key of the catalogue, with these facts */
  type: string
  facts: Record<string, string | number>
}

export interface PhotoView {
  id: string
  assignment: string
  by: string
  at: Instant
  url: string
}

export interface IncidentSummary {
  id: string
  number: string
  centre: string
  status: IncidentStatus
  priority: Priority
  type: string | null
  typeName: { id: string; en: string } | null
  place: string | null
  openedAt: Instant
  /** led on paper and entered later: out of the medians */
  backEntered: boolean
  agencies: { agency: string; status: AssignmentStatus }[]
  /** the running clock that is nearest to its limit, or furthest past it */
  worstClock: ClockView | null
  attentionCount: number
  phoneTaskCount: number
  /** set: ladders rest, or rested; its times leave the medians */
  longOperation: 'running' | 'ended' | null
}

export interface IncidentView extends IncidentSummary {
  handling: Handling
  restricted: boolean
  version: number
  /** the versions of the centre's rules that the incident goes by */
  rules: { profile: string; profileVersion: number; runCards: number }
  calls: string[]
  submittedAt: Instant | null
  intake: IntakeView
  /** letters a-h that still lack an answer */
  missing: string[]
  proposal: { priority: Priority; agencies: ProposedAgencyView[] }
  assignments: AssignmentView[]
  clocks: ClockView[]
  phoneTasks: (PhoneTask & { agency: string; phone: string | null })[]
  attention: AttentionItem[]
  timeline: TimelineEntryView[]
  photos: PhotoView[]
  /** the newest messages of the talk with the groups, newest first; earlier ones: `Queries.talk` */
  talk: TalkView[]
  /** crews that share their live location */
  positions: PositionView[]
  cancelReason: string | null
  /** until when a closed or archived incident may be reopened; null when it is neither, or it is too late */
  reopenableUntil: Instant | null
  longOperations: { from: Instant; until: Instant | null; by: string }[]
  /** commands that would be taken now: submit, take, dispatch, addAgency, close, cancel, reopen, setPriority,
   * startLongOperation, endLongOperation */
  allowed: string[]
}
