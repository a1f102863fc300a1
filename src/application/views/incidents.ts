import type { AssignmentStatus } from '../../dispatch/incident/assignment.ts'
import type { IncidentStatus } from '../../dispatch/incident/incident.ts'
import type { Point } from '../../dispatch/incident/intake.ts'
import type { Handling, Instant, Priority } from '../../dispatch/vocabulary.ts'
import type { AssignmentView, PhoneTaskView } from './assignments.ts'
import type { AttentionItemView, ClockView } from './clocks.ts'
import type { ConflictView, FurtherReportView, MergedView } from './duplicates.ts'
import type { IntakeView } from './intake.ts'
import type { ProposedAgencyView } from './proposals.ts'
import type { PositionView, TalkView } from './talk.ts'

/** Who has an incident. */
export interface OwnerView {
  id: string
  name: string
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

export interface SignalView {
  /** the same for as long as it is the same matter; each further rung of a ladder is a new one */
  key: string
  kind: 'handOff' | 'attention' | 'phoneTask' | 'escalation'
  /** the attention item's kind, the phone task's cause, the clock's id */
  what: string
  /** the clock's, of an escalation */
  name?: { id: string; en: string }
  at: Instant
  /** not urgent: it may wait until somebody has a hand free */
  urgent: boolean
  agency: string | null
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
  /** where it is on the map; null while nobody took a point down */
  point: Point | null
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
  /** what somebody in the room is to be called to */
  signals: SignalView[]
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
