import type { Recorded } from '../incident/events.ts'
import { foldAttachment } from './attaching.ts'
import type { Call, Callback, Referral } from './call.ts'
import type { CallEvent } from './messages.ts'

type Happened<Type extends CallEvent['type']> = Recorded<Extract<CallEvent, { type: Type }>>

/** Folds one event into a call's state; the first is always `CallOpened`. */
export const evolveCall = (call: Call | null, event: Recorded<CallEvent>): Call => {
  if (event.type === 'CallOpened') return opened(event)
  if (!call) throw new Error(`the first event of a call must be CallOpened, not ${event.type}`)
  return { ...change(call, event), lastSeq: event.seq, lastChangeAt: event.recordedAt }
}

/** The state after all events. */
export const replayCall = (events: readonly Recorded<CallEvent>[]): Call | null =>
  events.reduce<Call | null>(evolveCall, null)

const opened = (event: Happened<'CallOpened'>): Call => ({
  id: event.callId,
  centre: event.centre,
  profile: event.profile,
  operator: event.operator,
  phase: { status: 'open' },
  openedAt: event.at,
  ...(event.callbackOf === undefined ? {} : { callbackOf: event.callbackOf }),
  ...(event.backEntered ? { backEnteredAt: event.recordedAt } : {}),
  fired: [],
  lastSeq: event.seq,
  lastChangeAt: event.recordedAt,
})

const change = (call: Call, event: Exclude<Recorded<CallEvent>, { type: 'CallOpened' }>): Call => {
  switch (event.type) {
    case 'CallClassified':
      return {
        ...call,
        callClass: event.callClass,
        classifiedAt: event.at,
        classedAt: event.at,
        phase: { status: 'classified' },
        ...(event.incident === undefined ? {} : { incident: event.incident, incidentsOpened: 1 }),
      }
    case 'CallReclassified':
      return reclassified(call, event)
    case 'CallResolved':
      return settled({
        ...call,
        resolvedAt: call.resolvedAt ?? event.at,
        resolution: event.resolution,
        phase: call.phase.status === 'ended' ? call.phase : { status: 'resolved' },
      })
    case 'CallReferred': {
      const { receiver, note, ticket, at, by } = event
      const words = { receiver, ...(note === undefined ? {} : { note }), ...(ticket === undefined ? {} : { ticket }) }
      return { ...call, referral: { ...words, at, by, status: 'waiting' } }
    }
    case 'ReferralConfirmed':
      return withReferral(call, referral => ({
        ...said(referral),
        ...(event.ticket === undefined ? {} : { ticket: event.ticket }),
        ...(event.contact === undefined ? {} : { contact: event.contact }),
        status: 'confirmed',
        confirmedAt: event.at,
        confirmedBy: event.by,
      }))
    case 'ReferralTakenBack':
      return takenBack(call, event)
    case 'IntakeOfCallSubmitted':
      return { ...call, intakeSubmittedAt: event.at }
    case 'IncidentOfCallCancelled':
      return { ...call, incidentCancelledAt: event.at }
    case 'CallDropped':
      return { ...call, droppedAt: event.at }
    case 'CallbackRaised':
      return { ...call, callback: { cause: event.cause, calls: event.calls, raisedAt: event.at, attempts: [] } }
    case 'CallbackTried':
      return withCallback(call, task => ({ ...task, attempts: [...task.attempts, { at: event.at, by: event.by }] }))
    case 'CallbackDone': {
      const { outcome, note, call: newCall, at, by } = event
      const more = { ...(note === undefined ? {} : { note }), ...(newCall === undefined ? {} : { call: newCall }) }
      return withCallback(call, task => ({ ...task, done: { outcome, at, by, ...more } }))
    }
    case 'CallAttached':
    case 'CallDetached':
      return foldAttachment(call, event)
    case 'CallEnded':
      return { ...call, endedAt: event.at, phase: { status: 'ended' } }
    case 'CallerErased':
      return { ...call, erasedAt: event.at }
    case 'RungFired':
      return {
        ...call,
        fired: [...call.fired, { clock: event.clock, rung: event.rung, dueAt: event.dueAt, firedAt: event.recordedAt }],
      }
    default:
      return event satisfies never
  }
}

/** A call that closed by its class alone is open again; what was asked and told under the new class counts from now. */
const reclassified = (
  call: Call,
  { from, callClass: to, incident: opened, at, by }: Happened<'CallReclassified'>,
): Call => {
  const { incident: _, resolution, resolvedAt: __, endedAt, ...rest } = call
  const since = call.classedAt ?? call.classifiedAt ?? at
  const ended = endedAt !== undefined && resolution?.kind !== 'nuisance'
  return {
    ...settled(opened === undefined ? rest : withIncident(rest, opened)),
    callClass: to,
    classedAt: at,
    reclassified: [...(call.reclassified ?? []), { from, to, since, at, by }],
    phase: { status: ended ? 'ended' : 'classified' },
    ...(ended ? { endedAt } : {}),
  }
}

/** The matter is ours again; where that means a new incident, the call waits for its fields once more. */
const takenBack = (call: Call, { reason, incident, at, by }: Happened<'ReferralTakenBack'>): Call => {
  const back = withReferral(call, referral => ({
    ...said(referral),
    reason,
    status: call.callClass === 'normal' ? 'handled' : 'takenBack',
    takenBackAt: at,
    takenBackBy: by,
  }))
  if (incident === undefined) return back
  const { resolution: _, resolvedAt: __, ...rest } = back
  return {
    ...withIncident(rest, incident),
    classedAt: at,
    phase: call.phase.status === 'ended' ? call.phase : { status: 'classified' },
  }
}

const withIncident = (call: Call, incident: string): Call => {
  const { intakeSubmittedAt: _, incidentCancelledAt: __, ...rest } = call
  return { ...rest, incident, incidentsOpened: (call.incidentsOpened ?? 0) + 1 }
}

/** A referral that came back is off the list as soon as the matter has another way. */
const settled = (call: Call): Call =>
  call.referral?.status === 'takenBack' ? { ...call, referral: { ...call.referral, status: 'handled' } } : call

/** What a referral says, whatever became of it. */
const said = ({ receiver, note, ticket, at, by }: Referral) => ({
  receiver,
  ...(note === undefined ? {} : { note }),
  ...(ticket === undefined ? {} : { ticket }),
  at,
  by,
})

const withReferral = (call: Call, to: (referral: Referral) => Referral): Call =>
  call.referral ? { ...call, referral: to(call.referral) } : call

const withCallback = (call: Call, to: (task: Callback) => Callback): Call =>
  call.callback ? { ...call, callback: to(call.callback) } : call
