import type { FurtherReport } from '../duplicates/further-report.ts'
import type { MergeTarget } from '../duplicates/merge-target.ts'
import type { IntakeChange } from '../incident/intake.ts'
import type { PastIncident } from '../incident/past.ts'
import type { Actor, CallClass, Instant, TextRef } from '../vocabulary.ts'
import type { Callback, CallbackEnd, Resolution } from './call.ts'

type Profile = { id: string; version: number }

/** To whom a matter goes, in references to words. */
export interface ReferTo {
  receiver: TextRef
  note?: TextRef
  ticket?: TextRef
}

/** What became of a call whose draft incident was withdrawn. */
export type AfterWithdrawal =
  | { kind: 'reclassified'; callClass: Exclude<CallClass, 'normal'> }
  | ({ kind: 'referred' } & ReferTo)

/** A call that was taken on paper, with the true times. */
export interface PastCall {
  callId: string
  centre: string
  profile: Profile
  openedAt: Instant
  classifiedAt: Instant
  endedAt?: Instant
  callClass: CallClass
  answer?: { topic: TextRef; answer: TextRef }
  referral?: ReferTo
  /** a normal call's */
  incident?: { id: string; past: PastIncident }
}

export type CallCommand =
  | { type: 'OpenCall'; callId: string; centre: string; profile: Profile; callbackOf?: string }
  | ({ type: 'EnterCall' } & PastCall)
  | { type: 'ClassifyCall'; callClass: CallClass; incidentId: string; reporter?: TextRef }
  | { type: 'ReclassifyCall'; callClass: CallClass; incidentId: string; reporter?: TextRef }
  | { type: 'RecordAnswer'; topic: TextRef; answer: TextRef; entry?: string }
  | ({ type: 'ReferCall' } & ReferTo)
  | { type: 'ConfirmReferral'; contact?: TextRef; ticket?: TextRef }
  | { type: 'TakeBackReferral'; reason: TextRef; incidentId: string; reporter?: TextRef }
  | { type: 'NoteIntakeSubmitted'; incident: string; at: Instant }
  | { type: 'NoteIncidentCancelled'; incident: string; at: Instant }
  /** the draft incident was withdrawn by somebody who said what the call is instead */
  | { type: 'NoteDraftWithdrawn'; incident: string; instead: AfterWithdrawal; by: Actor; at: Instant }
  | { type: 'DropCall' }
  | { type: 'RaiseCallback'; cause: Callback['cause']; calls: string[] }
  | { type: 'RecordCallback'; outcome: CallbackEnd | 'noAnswer'; note?: TextRef; newCall?: string }
  /** a further caller, before the call opened an incident; `own`: the incident that it opens should this be a mistake */
  | { type: 'AttachCall'; into: MergeTarget; own: string; answers: IntakeChange; continued: boolean }
  | { type: 'DetachCall'; own: string }
  | { type: 'NoteAttached'; incident: string; from: string }
  | { type: 'NoteReturned'; from: string }
  | { type: 'EndCall' }
  | { type: 'EraseCaller' }
  | { type: 'FireDue' }

export type CallCommandType = CallCommand['type']

export type CallEvent =
  | {
      type: 'CallOpened'
      callId: string
      centre: string
      profile: Profile
      operator: Actor
      callbackOf?: string
      backEntered?: true
    }
  | { type: 'CallClassified'; callClass: CallClass; incident?: string }
  | { type: 'CallReclassified'; from: CallClass; callClass: CallClass; incident?: string }
  | { type: 'CallResolved'; resolution: Resolution }
  | ({ type: 'CallReferred' } & ReferTo)
  | { type: 'ReferralConfirmed'; contact?: TextRef; ticket?: TextRef }
  | { type: 'ReferralTakenBack'; reason: TextRef; incident?: string }
  | { type: 'IntakeOfCallSubmitted'; incident: string }
  | { type: 'IncidentOfCallCancelled'; incident: string }
  | { type: 'CallDropped' }
  | { type: 'CallbackRaised'; cause: Callback['cause']; calls: string[] }
  | { type: 'CallbackTried' }
  | { type: 'CallbackDone'; outcome: CallbackEnd; note?: TextRef; call?: string }
  | { type: 'CallAttached'; incident: string; from?: string; answers?: IntakeChange }
  /** the call's incident is this one again */
  | { type: 'CallDetached'; incident: string; from?: string }
  | { type: 'CallEnded' }
  | { type: 'CallerErased' }
  | { type: 'RungFired'; clock: string; rung: string; dueAt: Instant }

export type CallEffect =
  /** a normal call opens its incident; the incident's id was chosen with the command, so repeats find it */
  | { kind: 'openIncident'; incident: string; reporter?: TextRef; answers?: IntakeChange }
  /** the same for one that was written on paper */
  | { kind: 'enterIncident'; incident: string; past: PastIncident }
  /** the number's record learns the class; the third silent call in ten minutes raises a call-back task */
  | { kind: 'countCall' }
  /** the line broke off: a call-back task, unless the number has one */
  | { kind: 'askCallback' }
  /** we ring back: a call of its own */
  | { kind: 'openCall'; call: string; operator: Actor }
  /** caller data and words of the call go; the audit trail says who wanted it */
  | { kind: 'eraseCaller'; by: Actor }
  /** the information entry that was given is counted, once a call */
  | { kind: 'countAnswer'; entry: string }
  | { kind: 'deskPing'; clock: string; rung: string }
  /** a further report for the incident; `own` is opened should it not be able to take it */
  | { kind: 'attachReport'; incident: string; own: string; report: FurtherReport }
  /** the incident lets go what this move brought */
  | { kind: 'dropReport'; incident: string; move: string; by: Actor }
  /** its record for the figures is made anew */
  | { kind: 'keepFigures' }
