import type { Callback, CallbackEnd, Referral } from '../dispatch/call/call.ts'
import type { AgencyAction, AssignmentStatus, UnitMark } from '../dispatch/incident/assignment.ts'
import type { CorrectionKind } from '../dispatch/incident/corrections.ts'
import type { AttentionItem, IncidentStatus, PhoneTask } from '../dispatch/incident/incident.ts'
import type { Point, Victims } from '../dispatch/incident/intake.ts'
import type { Basis, ClockKind } from '../dispatch/profiles/profile.ts'
import type { Reason } from '../dispatch/run-cards/propose-agencies.ts'
import type { ProposalMode } from '../dispatch/run-cards/run-card.ts'
import type {
  AssignmentRole,
  CallClass,
  ContactKind,
  DeclineReason,
  Duty,
  Handling,
  Hazard,
  HeardVia,
  Instant,
  Priority,
  ReportOutcome,
} from '../dispatch/vocabulary.ts'
import type { PostReason } from './posts/choose-post.ts'
import type { PositionView, TalkView } from './talk-views.ts'
import type { ConflictView, FurtherReportView, MergedView } from './views/duplicates.ts'

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

/** Who pressed "Saya tangani" last, when, and until when the pings are silent. */
export interface TakenView {
  by: string
  at: Instant
  until: Instant
}

/** Who has an incident. */
export interface OwnerView {
  id: string
  name: string
}

export interface AttentionItemView {
  id: string
  kind: AttentionItem['kind']
  assignment?: string
  at: Instant
  doneAt?: Instant
  doneBy?: string
  /** what "Saya tangani" takes; null for what does not climb */
  clock: string | null
  /** when the supervisors hear of it next */
  climbsAt: Instant | null
  taken?: TakenView
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
  taken?: TakenView
}

/** A call as lists show it. */
export type CallSummary = Omit<CallView, 'history' | 'number'>

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
  /** the incident is one that others told of before; null where it is the call's own */
  attached: { incident: string; at: Instant; by: string } | null
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
  /** whether a chat is paired and healthy: the post's when one is proposed, else the agency's */
  channel: ChannelStateView
  /** the post that is proposed, and why; null: the agency as a whole */
  post: ProposedPostView | null
  /** every post that can be chosen instead */
  posts: PostChoiceView[]
}

export type ChannelStateView = 'ok' | 'down' | 'none'

export interface PostChoiceView {
  code: string
  name: string
  channel: ChannelStateView
}

export interface ProposedPostView {
  code: string
  name: string
  reason: PostReason
  /** the reason in words: "wilayah Genuk", "pos terdekat 1,2 km" */
  why: { id: string; en: string }
}

/** How far the contact ladder of an assignment was climbed. */
export interface ContactView {
  tried: { to: ContactKind; at: Instant; failed: boolean }[]
  /** the rung that comes when nobody answers, and when; null: nobody is waited for, or somebody phones */
  next: { to: ContactKind; at: Instant } | null
}

export type DeliveryStateView = 'waiting' | 'sent' | 'doubtful' | 'failed' | 'byPhone'

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
  /** who has it; null when nobody is known to */
  owner: OwnerView | null
  /** the limit that whoever has it was reminded of last, while that clock runs */
  ownerPing: { clock: string; at: Instant } | null
  attentionCount: number
  phoneTaskCount: number
  /** set: ladders rest, or rested; its times leave the medians */
  longOperation: 'running' | 'ended' | null
  /** the neighbouring centre that handed it over, its number there, and why */
  handedOverFrom: { centre: string; number: string; reason: string } | null
}

export interface HandOverView {
  /** set: a centre of this installation, and the number of its incident once it is there */
  centre: string | null
  number: string | null
  /** set: a centre outside, with the ticket that it gave */
  receiver: string | null
  ticket: string | null
  result: 'offered' | 'taken' | 'refused' | 'withdrawn'
  reason: string
  refusal: string | null
  keepAgencies: boolean
  at: Instant
  by: string
  answeredAt: Instant | null
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
  phoneTasks: PhoneTaskView[]
  attention: AttentionItemView[]
  timeline: TimelineEntryView[]
  photos: PhotoView[]
  /** the newest messages of the talk with the groups, newest first; earlier ones: `Queries.talk` */
  talk: TalkView[]
  /** crews that share their live location */
  positions: PositionView[]
  cancelReason: string | null
  /** what callers after the first one said */
  furtherReports: FurtherReportView[]
  /** what they do not agree about, side by side */
  conflicts: ConflictView[]
  /** where it went, when it was merged into another one */
  merged: MergedView | null
  /** until when a closed or archived incident may be reopened; null when it is neither, or it is too late */
  reopenableUntil: Instant | null
  /** the last offer to a neighbouring centre */
  handOver: HandOverView | null
  longOperations: { from: Instant; until: Instant | null; by: string }[]
  /** commands that would be taken now: submit, take, dispatch, addAgency, close, cancel, merge, reopen, setPriority,
   * startLongOperation, endLongOperation, handOver, withdrawHandOver, answerHandOver, returnHandOver */
  allowed: string[]
}

/** A storm that is on: since when, and why. */
export interface StormView {
  centre: string
  since: Instant
  /** the most incidents that were sent within the window */
  most: number
  windowMinutes: number
}
