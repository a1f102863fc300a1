import { refuse } from '../refusal.ts'
import { type Actor, nameOf } from '../vocabulary.ts'
import type { Call, Resolution } from './call.ts'
import { type CallCommandOf, type CallContext, type CallDecision, recorded } from './context.ts'
import type { CallEvent } from './messages.ts'

/** An information call may be answered and referred, each once, in either order; a referral that came back opens both again. */
export const recordAnswer = (
  call: Call,
  { topic, answer, entry }: CallCommandOf<'RecordAnswer'>,
  context: CallContext,
): CallDecision => {
  const refusal = notInformed(call, call.resolution?.kind === 'answered', context)
  if (refusal) return refusal
  const given = entry === undefined ? {} : { entry }
  return recorded(call, context, [resolved({ kind: 'answered', topic, answer, ...given })], {
    effects: entry === undefined ? [] : [{ kind: 'countAnswer', entry }],
  })
}

/** The matter is somebody else's: it stays on our list until they confirmed that they have it. */
export const referCall = (
  call: Call,
  { type: _, ...to }: CallCommandOf<'ReferCall'>,
  context: CallContext,
): CallDecision => {
  const refusal = notInformed(call, call.referral !== undefined, context)
  if (refusal) return refusal
  const events: CallEvent[] = [{ type: 'CallReferred', ...to }]
  // an answer that was given stays the resolution
  if (call.resolution === undefined) events.push(resolved({ kind: 'referred' }))
  return recorded(call, context, events)
}

export const confirmReferral = (
  call: Call,
  { contact, ticket }: CallCommandOf<'ConfirmReferral'>,
  context: CallContext,
): CallDecision => {
  const refusal = notWaiting(call, 'confirmReferral')
  if (refusal) return refusal
  const words = { ...(contact === undefined ? {} : { contact }), ...(ticket === undefined ? {} : { ticket }) }
  return recorded(call, context, [{ type: 'ReferralConfirmed', ...words }])
}

/** They do not take it: it is ours again. A normal call gets a new incident, its draft was withdrawn for the referral. */
export const takeBackReferral = (
  call: Call,
  { reason, incidentId, reporter }: CallCommandOf<'TakeBackReferral'>,
  context: CallContext,
): CallDecision => {
  const refusal = notWaiting(call, 'takeBackReferral')
  if (refusal) return refusal
  if (call.callClass !== 'normal' || call.incidentCancelledAt === undefined) {
    return recorded(call, context, [{ type: 'ReferralTakenBack', reason }])
  }
  return recorded(call, context, [{ type: 'ReferralTakenBack', reason, incident: incidentId }], {
    effects: [{ kind: 'openIncident', incident: incidentId, ...(reporter === undefined ? {} : { reporter }) }],
  })
}

const resolved = (resolution: Resolution): CallEvent => ({ type: 'CallResolved', resolution })

const notInformed = (call: Call, done: boolean, context: CallContext) => {
  const status = call.phase.status
  if (call.erasedAt !== undefined) return refuse('notNow', { action: 'resolve', status })
  const ours = call.callClass === 'information' && call.referral?.status === 'takenBack'
  if (!ours && (done || status === 'ended')) {
    return refuse('alreadyDone', { action: 'resolve', by: '', at: call.resolvedAt ?? call.endedAt ?? context.now })
  }
  return call.callClass === 'information' ? undefined : refuse('notNow', { action: 'resolve', status })
}

const notWaiting = ({ referral }: Call, action: string) => {
  if (!referral) return refuse('notFound', { what: 'referral' })
  if (referral.status === 'waiting') return undefined
  const [by, at]: [Actor, number] =
    referral.status === 'confirmed'
      ? [referral.confirmedBy, referral.confirmedAt]
      : [referral.takenBackBy, referral.takenBackAt]
  return refuse('alreadyDone', { action, by: nameOf(by), at })
}
