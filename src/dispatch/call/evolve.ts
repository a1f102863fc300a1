import type { Recorded } from '../incident/events.ts'
import type { Call } from './call.ts'
import type { CallEvent } from './messages.ts'

/** Folds one event into a call's state; the first is always `CallOpened`. */
export const evolveCall = (call: Call | null, event: Recorded<CallEvent>): Call => {
  if (event.type === 'CallOpened') {
    return {
      id: event.callId,
      centre: event.centre,
      profile: event.profile,
      operator: event.operator,
      phase: { status: 'open' },
      openedAt: event.at,
      fired: [],
      lastSeq: event.seq,
      lastChangeAt: event.recordedAt,
    }
  }
  if (!call) throw new Error(`the first event of a call must be CallOpened, not ${event.type}`)
  return { ...change(call, event), lastSeq: event.seq, lastChangeAt: event.recordedAt }
}

/** The state after all events. */
export const replayCall = (events: readonly Recorded<CallEvent>[]): Call | null =>
  events.reduce<Call | null>(evolveCall, null)

const change = (call: Call, event: Exclude<Recorded<CallEvent>, { type: 'CallOpened' }>): Call => {
  switch (event.type) {
    case 'CallClassified':
      return {
        ...call,
        callClass: event.callClass,
        classifiedAt: event.at,
        phase: { status: 'classified' },
        ...(event.incident === undefined ? {} : { incident: event.incident }),
      }
    case 'CallResolved':
      return {
        ...call,
        resolvedAt: call.resolvedAt ?? event.at,
        resolution: event.resolution,
        phase: call.phase.status === 'ended' ? call.phase : { status: 'resolved' },
      }
    case 'IntakeOfCallSubmitted':
      return { ...call, intakeSubmittedAt: event.at }
    case 'IncidentOfCallCancelled':
      return { ...call, incidentCancelledAt: event.at }
    case 'CallEnded':
      return { ...call, endedAt: event.at, phase: { status: 'ended' } }
    case 'RungFired':
      return {
        ...call,
        fired: [...call.fired, { clock: event.clock, rung: event.rung, dueAt: event.dueAt, firedAt: event.recordedAt }],
      }
  }
}
