import type { Handling } from '../vocabulary.ts'

/** Moments that start and stop clocks. What each means stands in `clocks/marks.ts`. */
export const markNames = [
  'call.opened',
  'call.classified',
  'call.attached',
  'call.reclassified',
  'call.resolved',
  'call.ended',
  'intake.submitted',
  'incident.cancelled',
  'incident.archived',
  'dispatch.ready',
  'dispatch.allDelivered',
  'dispatcher.taken',
  'response.confirmed',
  'reports.allAccepted',
  'assignment.notified',
  'assignment.answered',
  'assignment.acknowledged',
  'assignment.onScene',
  'assignment.handledRemotely',
  'assignment.cleared',
  'assignment.reported',
  'assignment.reportAccepted',
  'assignment.reportWaived',
] as const
export type MarkName = (typeof markNames)[number]

export const clockScopes = ['call', 'incident', 'assignment', 'leadAssignment', 'requiredAssignment'] as const
export type ClockScope = (typeof clockScopes)[number]
export const clockKinds = ['desk', 'response', 'report', 'figure'] as const
export type ClockKind = (typeof clockKinds)[number]
export const clockOwners = ['operator', 'dispatcher', 'agency', 'centre'] as const

/**
 * seed: figure and span stand in the city's document; reading: the figure stands there, the span is our reading;
 * internal: the document leaves it open, people see it as an internal target.
 */
export type Basis = 'seed' | 'reading' | 'internal'

/** One time limit of a service standard. */
export interface ClockDefinition {
  id: string
  name: { id: string; en: string }
  kind: ClockKind
  scope: ClockScope
  owner: (typeof clockOwners)[number]
  /** only for calls of these classes; absent = every class */
  classes?: readonly string[]
  start: MarkName
  stop: readonly MarkName[]
  targetSeconds: number
  /** where the standard gives a range, its end; ladders count from it */
  limitSeconds?: number
  basis: Basis
  /** what the city's document says, where a centre departs from it; its basis is then `internal` */
  published?: PublishedFigure
}

export interface PublishedFigure {
  targetSeconds: number
  limitSeconds?: number
}

/** Whom a rung reaches. supervisorOnDuty = supervisors on duty, all of them when none is. */
export const recipients = [
  'owner',
  'agency',
  'dutyOfficer',
  'agencyCommander',
  'supervisorOnDuty',
  'supervisorsChat',
] as const
export type Recipient = (typeof recipients)[number]

/** What happens as a clock runs: at a fraction of its limit, or again and again once the fractions are passed. */
export interface Rung {
  at: number
  /** what the rung is called once it fired; default: its fraction */
  name?: string
  ping?: readonly Recipient[]
  /** raise a phone task: for whoever the clock waits for, or only where the alert was not answered at all */
  phoneTask?: 'awaited' | 'unanswered'
  /** fires only while no report was filed */
  unlessReported?: true
  /** shows on the operator's list */
  listed?: true
}

export interface Ladder {
  rungs: readonly Rung[]
  /** seconds between repetitions after the last rung, and whom they ping */
  repeat?: { everySeconds: number; ping: readonly Recipient[] }
}

/** Escalation per kind of clock; response clocks know an urgent (P1, P2) and a routine (P3, P4) ladder. */
export interface Ladders {
  desk: Ladder
  response: { urgent: Ladder; routine: Ladder }
  report: Ladder
  figure: Ladder
}

/** A centre's service standard as data; its version is pinned to each incident. */
export interface SopProfile {
  id: string
  version: number
  /** the public document that it reads */
  source: string
  handling: Handling
  clocks: readonly ClockDefinition[]
  ladders: Ladders
  /** long operations: how often a SITREP is asked for, and after how long a missing one is listed; default 12 h, 2 h */
  sitreps?: { everySeconds: number; lateAfterSeconds: number }
}
