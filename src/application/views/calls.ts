import type { Callback, CallbackEnd, Referral } from '../../dispatch/call/call.ts'
import type { IncidentStatus } from '../../dispatch/incident/incident.ts'
import type { CallClass, Instant } from '../../dispatch/vocabulary.ts'
import type { ClockView } from './clocks.ts'

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
