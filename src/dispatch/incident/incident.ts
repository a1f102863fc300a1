import type { ConflictField } from '../duplicates/conflicts.ts'
import type { KeptReport } from '../duplicates/further-report.ts'
import type { Actor, AssignmentRole, DeskUser, Duty, Handling, Instant, Priority, TextRef } from '../vocabulary.ts'
import type { Assignment, ContactPlan } from './assignment.ts'
import type { Intake } from './intake.ts'

/** How far the incident is; each phase has only the fields of its own. */
export type Phase = UnmergedPhase | MergedPhase

export type UnmergedPhase =
  | { status: 'intake' }
  | { status: 'submitted' }
  | { status: 'taken'; by: Actor }
  | { status: 'dispatched' }
  | { status: 'closing' }
  | { status: 'closed'; by: Actor; at?: Instant }
  | { status: 'archived'; at: Instant; closedAt?: Instant }
  | { status: 'cancelled'; at: Instant; reason: TextRef; by: Actor }
  | { status: 'handedOver'; at: Instant }

/** Its callers, and whoever was carried along, are another incident's now. */
export interface MergedPhase {
  status: 'merged'
  at: Instant
  by: Actor
  into: string
  /** number of the other incident */
  number: string
  /** names this merge, `id@seq`: whatever it moved bears the name */
  move: string
  /** agencies whose job goes on there, and those that worked there already */
  carried: readonly string[]
  shared: readonly string[]
  /** where it stood, should the merge be taken back */
  before: UnmergedPhase
  /** phone tasks and items that were open then: they come back with it */
  open: { phoneTasks: readonly string[]; items: readonly string[] }
}

export type IncidentStatus = Phase['status']

/** Phases in which an incident is not over. */
export const openStatuses = [
  'intake',
  'submitted',
  'taken',
  'dispatched',
  'closing',
  'closed',
] as const satisfies readonly IncidentStatus[]

/** Phases after which nothing moves any more. */
export const overStatuses = [
  'archived',
  'cancelled',
  'merged',
  'handedOver',
] as const satisfies readonly IncidentStatus[]

export interface PlannedAgency {
  agency: string
  /** code of the post that is sent; absent: the agency as a whole */
  post?: string
  role: AssignmentRole
  duty: Duty
  transports: boolean
  /** units that it sends, each with marks of its own */
  units?: string[]
  /** absent: the group, then the phone */
  contact?: ContactPlan
}

/** A call to make by voice because no message got an answer; at most one is open per assignment. */
export interface PhoneTask {
  id: string
  assignment: string
  cause: 'unreachable' | 'unanswered' | 'update' | 'closure'
  raisedAt: Instant
  /** 'noAnswer' keeps the task open for the next number; `number` is its place in the agency's list, from 1 */
  attempts: { at: Instant; by: Actor; outcome: 'noAnswer'; number?: number }[]
  done?: { at: Instant; by: Actor; outcome: 'accepted' | 'declined' | 'told' | 'moot' }
}

/** A rung that fired: each fires once for its clock. */
export interface FiredRung {
  clock: string
  rung: string
  dueAt: Instant
  firedAt: Instant
}

/** Something that a person should look at: a call for help, an alarm, a report that is due. */
export interface AttentionItem {
  id: string
  kind:
    | 'declined'
    | 'handedBack'
    | 'backup'
    | 'obstacle'
    | 'unreachable'
    | 'phonesSilent'
    | 'unattended'
    | 'nobodyLeft'
    | 'reportOverdue'
    | 'sitrepOverdue'
    | 'handOverRefused'
    | 'handOverReceived'
  assignment?: string
  at: Instant
  doneAt?: Instant
  doneBy?: Actor
  /** number of the step that met the need: taken back, the need is there again */
  metBy?: number
}

/** Who is to have the incident: a centre of this installation gets one of its own, any other takes a referral. */
export type Neighbour =
  | { kind: 'centre'; centre: string; incident: string }
  | { kind: 'outside'; receiver: string; ticket?: string }

/** An incident offered to a neighbouring centre: it stays ours until they take it. */
export interface HandOver {
  to: Neighbour
  reason: TextRef
  /** our agencies go on working for the other centre */
  keepAgencies: boolean
  at: Instant
  by: Actor
  result: 'offered' | 'taken' | 'refused' | 'withdrawn'
  answeredAt?: Instant
  /** why they do not take it */
  refusal?: TextRef
}

/** Where an incident came from that a neighbouring centre handed over. */
export interface HandedOverFrom {
  centre: string
  incident: string
  number: string
  reason: TextRef
  /** somebody here took it: it cannot be given back any more */
  taken?: true
}

/** What an incident keeps of the times before it was reopened: its clocks stay as they were. */
export interface EarlierLives {
  /** the end of each, and how many assignments there were by then */
  ends: { at: Instant; assignments: number }[]
  /** the first archive, unless it was reopened before */
  archivedAt?: Instant
  allAcceptedAt?: Instant
}

/** "Operasi lanjutan": ladders rest while it runs. */
export interface LongOperation {
  from: Instant
  by: Actor
  /** the turn for which a SITREP was asked last */
  askedFor?: Instant
  until?: Instant
}

/** The incident's whole state: a fold over its events, never changed in any other way. */
export interface Incident {
  id: string
  centre: string
  /** for people: centre, date, running number */
  number: string
  profile: { id: string; version: number }
  /** version of the centre's run cards; incidents that began before centres had their own lack it: the first */
  runCards?: number
  handling: Handling
  phase: Phase
  calls: string[]
  callOpenedAt: Instant
  classifiedAt: Instant
  openedAt: Instant
  /** led on paper, entered later: when it was entered; its figures stay out of the medians */
  backEnteredAt?: Instant
  submittedAt?: Instant
  readyAt?: Instant
  takenAt?: Instant
  /** who has it: opened the call, took it over, or got it at a handover; absent when nobody is known to */
  owner?: DeskUser
  intake: Intake
  priority: Priority
  restricted: boolean
  assignments: Assignment[]
  /** moments that need several assignments, latched when first reached (see `milestones.ts`) */
  allDeliveredAt?: Instant
  responseConfirmedAt?: Instant
  allAcceptedAt?: Instant
  /** closure notices: what became of each */
  closures: Record<string, 'pending' | 'sent' | 'failed'>
  /** offers to neighbouring centres, the last one may be open */
  handOvers?: HandOver[]
  handedOverFrom?: HandedOverFrom
  /** set once it was reopened (see `lives.ts`) */
  lives?: EarlierLives
  /** every long operation, the last one may still run (see `long-operation.ts`) */
  longOperations?: LongOperation[]
  /** assignment -> when it was last asked for a SITREP, and when it gave one */
  sitreps?: Record<string, { askedAt?: Instant; receivedAt?: Instant }>
  fired: FiredRung[]
  /** clock key -> until when its pings to supervisors are silent ("Saya tangani") */
  silencedUntil: Record<string, Instant>
  /** clock key -> who pressed it last, and when */
  takenBy: Record<string, { by: Actor; at: Instant }>
  phoneTasks: PhoneTask[]
  attention: AttentionItem[]
  /** what callers after the first one said; absent where there is none */
  furtherReports?: KeptReport[]
  /** moves that were taken back: what they brought does not come any more */
  droppedMoves?: string[]
  /** field -> the event with which an operator settled a conflict */
  settledConflicts?: Partial<Record<ConflictField, number>>
  lastSeq: number
  lastChangeAt: Instant
}

export const assignmentOf = (incident: Incident, id: string): Assignment | undefined =>
  incident.assignments.find(assignment => assignment.id === id)

export const isOver = (incident: Incident): boolean =>
  (overStatuses as readonly string[]).includes(incident.phase.status)
