import type { Instant, ReportOutcome, TextRef } from '../vocabulary.ts'
import type { PlannedAgency } from './incident.ts'
import type { IntakeChange } from './intake.ts'

/**
 * What the paper says of one agency; what it does not say stays "not reported". `alert`: nobody has told it yet, its
 * alert goes out now.
 */
export interface PastAgency {
  plan: PlannedAgency
  alert: boolean
  toldAt?: Instant
  acknowledgedAt?: Instant
  onSceneAt?: Instant
  clearedAt?: Instant
  report?: { outcome: ReportOutcome; text: TextRef; at: Instant }
}

/** An incident that was led on paper while the system was away, with the true times. */
export interface PastIncident {
  intake: IntakeChange
  submittedAt?: Instant
  takenAt?: Instant
  dispatchedAt?: Instant
  /** over on paper too: it goes to the archive */
  finishedAt?: Instant
  agencies: PastAgency[]
  /** why a report that the paper lacks is not waited for */
  waiver: TextRef
}
