import type { CallClass, Instant, ReportOutcome } from '../../dispatch/vocabulary.ts'
import type { ChosenAgency, IntakeAnswers, Outcome, Sender } from '../application.ts'
import type { CallView } from '../views.ts'

/** What the paper says of one agency; what it does not say stays "not reported". */
export interface PastAgencyInput extends ChosenAgency {
  /** nobody told it yet, or it shall have its card: the alert goes out now */
  alert?: boolean
  toldAt?: Instant
  acknowledgedAt?: Instant
  onSceneAt?: Instant
  clearedAt?: Instant
  report?: { outcome: ReportOutcome; text: string; at: Instant }
}

/** A call taken on paper while the system was away, with the true times. */
export interface PastCallInput {
  centre: string
  callId: string
  phone: string | null
  name: string | null
  openedAt: Instant
  classifiedAt: Instant
  endedAt?: Instant
  callClass: CallClass
  /** what an information call was told, and to whom it was referred */
  answer?: { topic: string; answer: string }
  referral?: { receiver: string; note?: string; ticket?: string }
  /** what became of a normal call */
  incident?: {
    intake?: IntakeAnswers
    submittedAt?: Instant
    takenAt?: Instant
    dispatchedAt?: Instant
    finishedAt?: Instant
    agencies?: PastAgencyInput[]
  }
}

export interface BackEntryCommands {
  /** enters a call that was taken on paper: it pings nobody, its figures stay out of the medians */
  enter(from: Sender, past: PastCallInput): Promise<Outcome<CallView>>
}
