import { refuse } from '../refusal.ts'
import type { CallClass } from '../vocabulary.ts'
import { type Call, classedAt } from './call.ts'
import { type CallCommandOf, type CallContext, type CallDecision, recorded } from './context.ts'
import type { CallEffect, CallEvent } from './messages.ts'

/** Ghost and prank close in one action; a normal call opens its incident. */
export const classify = (
  call: Call,
  { callClass, incidentId, reporter }: CallCommandOf<'ClassifyCall'>,
  context: CallContext,
): CallDecision => {
  if (call.callClass !== undefined) {
    return refuse('alreadyDone', { action: 'classify', by: '', at: call.classifiedAt ?? context.now })
  }
  if (call.phase.status !== 'open') return refuse('notNow', { action: 'classify', status: call.phase.status })
  const incident = callClass === 'normal' ? { incident: incidentId } : {}
  const events: CallEvent[] = [{ type: 'CallClassified', callClass, ...incident }, ...closing(call, callClass)]
  return recorded(call, context, events, { effects: following(callClass, incidentId, reporter) })
}

/**
 * Corrects the class; the first one stays among the events and in `reclassified`. A normal call leaves its class only
 * with its draft incident, which decides whether it may (`NoteDraftWithdrawn`).
 */
export const reclassify = (
  call: Call,
  { callClass, incidentId, reporter }: CallCommandOf<'ReclassifyCall'>,
  context: CallContext,
): CallDecision => {
  const from = call.callClass
  const running = from === 'normal' && call.incidentCancelledAt === undefined
  if (from === undefined || running || call.erasedAt !== undefined) {
    return refuse('notNow', { action: 'reclassify', status: call.phase.status })
  }
  if (from === callClass) {
    return refuse('alreadyDone', { action: 'reclassify', by: '', at: classedAt(call) ?? context.now })
  }
  return recorded(call, context, correcting(call, from, callClass, incidentId), {
    effects: following(callClass, incidentId, reporter),
  })
}

/** The incident let go of its draft: the call is what it was said to be instead. */
export const noteDraftWithdrawn = (
  call: Call,
  { incident, instead, by, at }: CallCommandOf<'NoteDraftWithdrawn'>,
  context: CallContext,
): CallDecision => {
  const from = call.callClass
  if (call.incident !== incident || from === undefined || call.incidentCancelledAt !== undefined) {
    return recorded(call, context, [])
  }
  const asked = { ...context, by }
  if (instead.kind === 'reclassified') {
    const events = correcting(call, from, instead.callClass, incident)
    return recorded(call, asked, events, { at, effects: [{ kind: 'countCall' }] })
  }
  const { kind: _, ...to } = instead
  const events: CallEvent[] = [
    { type: 'IncidentOfCallCancelled', incident },
    { type: 'CallReferred', ...to },
    { type: 'CallResolved', resolution: { kind: 'referred' } },
  ]
  return recorded(call, asked, events, { at })
}

const correcting = (call: Call, from: CallClass, callClass: CallClass, incident: string): CallEvent[] => [
  { type: 'CallReclassified', from, callClass, ...(callClass === 'normal' ? { incident } : {}) },
  ...closing(call, callClass),
]

/** What closes by itself: nobody is on the line, or nobody who needs anything. */
const closing = ({ phase }: Call, callClass: CallClass): CallEvent[] => {
  if (callClass !== 'ghost' && callClass !== 'prank') return []
  const resolved: CallEvent = { type: 'CallResolved', resolution: { kind: 'nuisance' } }
  return phase.status === 'ended' ? [resolved] : [resolved, { type: 'CallEnded' }]
}

const following = (callClass: CallClass, incident: string, reporter: string | undefined): CallEffect[] => [
  ...(callClass === 'normal'
    ? [{ kind: 'openIncident' as const, incident, ...(reporter === undefined ? {} : { reporter }) }]
    : []),
  { kind: 'countCall' },
]
