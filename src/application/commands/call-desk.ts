import type { CallbackEnd } from '../../dispatch/call/call.ts'
import type { CallClass } from '../../dispatch/vocabulary.ts'
import type { Outcome, Sender } from '../application.ts'
import type { CallbackView, CallView, ReferralView } from '../views.ts'

/** What operators do about calls beside taking them: corrections, broken lines, matters that are somebody else's. */
export interface CallDeskCommands {
  /** terputus: the line broke off; a known number gets a call-back task */
  drop(from: Sender, call: string): Promise<Outcome<CallView>>
  /** corrects the class; a normal call leaves it only while nobody was alerted, and says why */
  reclassify(from: Sender, call: string, to: { callClass: CallClass; reason?: string }): Promise<Outcome<CallView>>
  /** the receiver has the matter: who said so there, under which ticket */
  confirmReferral(from: Sender, call: string, words: { contact?: string; ticket?: string }): Promise<Outcome<CallView>>
  /** the receiver does not take it: it is ours again */
  returnReferral(from: Sender, call: string, reason: string): Promise<Outcome<CallView>>
  /** what ringing back led to; `newCall` opens a call of its own with the same number */
  recordCallback(
    from: Sender,
    call: string,
    result: { outcome: CallbackEnd | 'noAnswer'; note?: string; newCall?: boolean },
  ): Promise<Outcome<CallView>>
  /** number, name and words of the caller go for good; what happened stays */
  erase(from: Sender, call: string): Promise<Outcome<CallView>>
}

export interface CallDeskQueries {
  /** call-back tasks, the open ones first */
  callbacks(centre: string): Promise<CallbackView[]>
  /** referrals that nobody confirmed yet, or that came back */
  referrals(centre: string): Promise<ReferralView[]>
}
