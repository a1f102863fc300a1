import { type Refusal, refuse } from '../refusal.ts'
import type { Instant } from '../vocabulary.ts'
import { type CallCommandOf, type CallContext, type CallDecision, type Happening, recorded } from './context.ts'
import type { CallEffect } from './messages.ts'

/** A time that the paper gives, and what of. */
export type Named = readonly [name: string, at: Instant | undefined]

/**
 * Times that must not run backwards, none of them in the future; those that the paper lacks are passed over.
 * @returns why not, naming the two times that contradict each other
 */
export const badOrder = (now: Instant, ...times: Named[]): Refusal | undefined => {
  let before: readonly [string, Instant] | undefined
  for (const [name, at] of times) {
    if (at === undefined) continue
    if (at > now) return { code: 'timeInFuture', params: { field: name, at } }
    if (before && at < before[1]) return { code: 'timesOutOfOrder', params: { earlier: before[0], later: name } }
    before = [name, at]
  }
  return undefined
}

/** A call that was taken on paper: over when it is entered, with the true times, pinging nobody. */
export const enterCall = (command: CallCommandOf<'EnterCall'>, context: CallContext): CallDecision => {
  const { callId, centre, profile, openedAt, classifiedAt, callClass, answer, referral, incident } = command
  const times: Named[] = [
    ['openedAt', openedAt],
    ['classifiedAt', classifiedAt],
    ['endedAt', command.endedAt],
  ]
  const wrong = badOrder(context.now, ...times)
  if (wrong) return { accepted: false, refusal: wrong }
  if ((callClass === 'normal') !== (incident !== undefined))
    return refuse('notNow', { action: 'enter', status: callClass })
  const submittedAt = incident?.past.submittedAt
  const endedAt = command.endedAt ?? Math.max(classifiedAt, submittedAt ?? classifiedAt)
  const events: Happening[] = [
    { type: 'CallOpened', callId, centre, profile, operator: context.by, backEntered: true, happenedAt: openedAt },
    { type: 'CallClassified', callClass, ...(incident ? { incident: incident.id } : {}), happenedAt: classifiedAt },
  ]
  const effects: CallEffect[] = [{ kind: 'countCall' }]
  if (incident) {
    const { id } = incident
    effects.push({ kind: 'enterIncident', incident: id, past: incident.past })
    if (submittedAt !== undefined) {
      events.push(
        { type: 'IntakeOfCallSubmitted', incident: id, happenedAt: submittedAt },
        { type: 'CallResolved', resolution: { kind: 'handedOver', incident: id }, happenedAt: submittedAt },
      )
    }
  } else if (callClass !== 'information') {
    events.push({ type: 'CallResolved', resolution: { kind: 'nuisance' }, happenedAt: classifiedAt })
  } else {
    if (answer) events.push({ type: 'CallResolved', resolution: { kind: 'answered', ...answer }, happenedAt: endedAt })
    if (referral) events.push({ type: 'CallReferred', ...referral, happenedAt: endedAt })
    if (referral && !answer)
      events.push({ type: 'CallResolved', resolution: { kind: 'referred' }, happenedAt: endedAt })
  }
  events.push({ type: 'CallEnded', happenedAt: endedAt })
  return recorded(null, context, events, { effects })
}
