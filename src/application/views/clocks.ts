import type { AttentionItem } from '../../dispatch/incident/incident.ts'
import type { Basis, ClockKind } from '../../dispatch/profiles/profile.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'

/** Who pressed "Saya tangani" last, when, and until when the pings are silent. */
export interface TakenView {
  by: string
  at: Instant
  until: Instant
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
