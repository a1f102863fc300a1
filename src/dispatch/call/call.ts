import type { FiredRung } from '../incident/incident.ts'
import type { IntakeChange } from '../incident/intake.ts'
import type { Actor, CallClass, Instant, TextRef } from '../vocabulary.ts'

/**
 * A matter that went to somebody else; the ticket may come later, or never. It stays ours until they confirmed it:
 * waiting and takenBack are open, confirmed and handled (by us after all) are not.
 */
export type Referral = { receiver: TextRef; note?: TextRef; ticket?: TextRef; at: Instant; by: Actor } & (
  | { status: 'waiting' }
  | { status: 'confirmed'; confirmedAt: Instant; confirmedBy: Actor; contact?: TextRef }
  | { status: 'takenBack' | 'handled'; takenBackAt: Instant; takenBackBy: Actor; reason: TextRef }
)

/** What became of a call that needs no crew, or whose crew is on the way. */
export type Resolution =
  | { kind: 'handedOver'; incident: string }
  | { kind: 'nuisance' }
  /** `entry`: the centre's information entry that was given */
  | { kind: 'answered'; topic: TextRef; answer: TextRef; entry?: string }
  | { kind: 'referred' }
  | { kind: 'cancelled'; incident: string }
  | { kind: 'attached'; incident: string }

/** The call is about an incident that others told of before. */
export interface Attachment {
  incident: string
  /** the call's event that attached it */
  seq: number
  at: Instant
  by: Actor
  /** the incident that was merged into the other one, and took the call along; absent where only the call was attached */
  from?: string
}

/** What it takes to give the call an incident of its own again. */
export interface BeforeAttached {
  /** the incident that it had opened; absent where it was attached before it opened one */
  incident?: string
  resolvedAt?: Instant
  resolution?: Resolution
  /** what the caller said on the way: it goes with the incident that is opened after all */
  answers?: IntakeChange
}

export type CallStatus = 'open' | 'classified' | 'resolved' | 'ended'

/** Statuses in which a call is not over. */
export const openCallStatuses = ['open', 'classified', 'resolved'] as const satisfies readonly CallStatus[]

/** A class that the call had before it was corrected; `since` when. */
export interface Reclassification {
  from: CallClass
  to: CallClass
  since: Instant
  at: Instant
  by: Actor
}

/** Somebody must ring this number: it was silent three times, or a call broke off. At most one is open per number. */
export interface Callback {
  cause: 'silent' | 'dropped'
  raisedAt: Instant
  /** the calls that led to it, this one among them */
  calls: string[]
  /** nobody answered: who tried, and when */
  attempts: { at: Instant; by: Actor }[]
  done?: { outcome: CallbackEnd; at: Instant; by: Actor; note?: TextRef; call?: string }
}

export const callbackEnds = ['reached', 'settled', 'givenUp'] as const
export type CallbackEnd = (typeof callbackEnds)[number]

/** One ring of 112: a call and its incident have lives of their own. The caller's number and name are kept apart, erasable. */
export interface Call {
  id: string
  centre: string
  profile: { id: string; version: number }
  operator: Actor
  phase: { status: CallStatus }
  openedAt: Instant
  /** when it was first classified */
  classifiedAt?: Instant
  /** since when it has its present class; calls from before corrections existed lack it */
  classedAt?: Instant
  callClass?: CallClass
  reclassified?: Reclassification[]
  /** the incident that a normal call opened */
  incident?: string
  /** how many incidents it opened so far: one that was withdrawn is not opened again */
  incidentsOpened?: number
  intakeSubmittedAt?: Instant
  incidentCancelledAt?: Instant
  resolvedAt?: Instant
  resolution?: Resolution
  referral?: Referral
  /** the line broke off before the matter was clear */
  droppedAt?: Instant
  callback?: Callback
  /** the call that we ring back with this one */
  callbackOf?: string
  /** taken on paper, entered later: when it was entered */
  backEnteredAt?: Instant
  /** since when nothing is known of the caller any more */
  erasedAt?: Instant
  endedAt?: Instant
  /** the last one holds; absent or empty where the call's incident is its own */
  attachments?: Attachment[]
  beforeAttached?: BeforeAttached
  fired: FiredRung[]
  lastSeq: number
  lastChangeAt: Instant
}

/** Whether the matter still has to be followed: nobody confirmed it, or it came back. */
export const isReferralOpen = ({ referral }: Call): boolean =>
  referral?.status === 'waiting' || referral?.status === 'takenBack'

export const isCallbackOpen = ({ callback }: Call): boolean => callback !== undefined && !callback.done

/** Since when the call has its present class. */
export const classedAt = (call: Call): Instant | undefined => call.classedAt ?? call.classifiedAt
export const isAttached = ({ attachments }: Pick<Call, 'attachments'>): boolean => (attachments?.length ?? 0) > 0

/** The incident that the call opened itself; undefined where it opened none. */
export const ownIncidentOf = (call: Call): string | undefined =>
  isAttached(call) ? call.beforeAttached?.incident : call.incident
