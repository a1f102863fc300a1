import type { ConflictField, ConflictValue } from '../../dispatch/duplicates/conflicts.ts'
import type { SimilarReason } from '../../dispatch/duplicates/similarity.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'
import type { IncidentSummary } from './incidents.ts'
import type { IntakeView } from './intake.ts'

/** An incident that a call may be about. */
export interface CandidateView {
  incident: IncidentSummary
  /** about a hundred when everything agrees */
  score: number
  level: 'strong' | 'possible'
  reasons: SimilarReason[]
  /** how many people have called about it */
  callers: number
  /** two have called before: ask for new victims and dangers only */
  quick: boolean
  /** the number has called about it before: attach with one key, ask nothing */
  continued: boolean
}

export interface SimilarView {
  candidates: CandidateView[]
}

/** What a caller after the first one said. */
export interface FurtherReportView {
  call: string
  at: Instant
  /** who attached it */
  by: string
  phone: string | null
  callerName: string | null
  continued: boolean
  answers: Omit<IntakeView, 'reporterName' | 'reporterPhone'>
}

/** A field about which the callers do not agree; the first answer is what the incident goes by now. */
export interface ConflictView {
  field: ConflictField
  answers: { call: string; by: string; at: Instant; value: ConflictValue }[]
  /** the crews' own counts, all kinds of victims together, the latest first; only beside victims */
  crew?: { agency: string; by: string; at: Instant; value: number }[]
}

/** Where an incident went that was merged into another one. */
export interface MergedView {
  into: string
  number: string
  at: Instant
  by: string
}
