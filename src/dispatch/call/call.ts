import type { FiredRung } from '../incident/incident.ts'
import type { Actor, CallClass, Instant, TextRef } from '../vocabulary.ts'

/** To whom a matter went that is not ours; the ticket may come later, or never. */
export interface Referral {
  receiver: string
  note?: TextRef
  ticket?: string
}

/** What became of a call that needs no crew, or whose crew is on the way. */
export type Resolution =
  | { kind: 'handedOver'; incident: string }
  | { kind: 'nuisance' }
  | { kind: 'answered'; topic: string; answer: TextRef; referral?: Referral }
  | { kind: 'referred'; referral: Referral }
  | { kind: 'cancelled'; incident: string }

export type CallStatus = 'open' | 'classified' | 'resolved' | 'ended'

/** One ring of 112: a call and its incident have lives of their own. The caller's number and name are kept apart, erasable. */
export interface Call {
  id: string
  centre: string
  profile: { id: string; version: number }
  operator: Actor
  phase: { status: CallStatus }
  openedAt: Instant
  classifiedAt?: Instant
  callClass?: CallClass
  /** the incident that a normal call opened */
  incident?: string
  intakeSubmittedAt?: Instant
  incidentCancelledAt?: Instant
  resolvedAt?: Instant
  resolution?: Resolution
  endedAt?: Instant
  fired: FiredRung[]
  lastSeq: number
  lastChangeAt: Instant
}
