import { callClocks } from '../clocks/call-clocks.ts'
import { pendingRungs } from '../clocks/ladder.ts'
import type { SopProfile } from '../profiles/profile.ts'
import { refuse } from '../refusal.ts'
import type { Instant } from '../vocabulary.ts'
import { attachCall, detachCall, noteAttached, noteReturned } from './attaching.ts'
import { type Call, isAttached } from './call.ts'
import { dropCall, raiseCallback, recordCallback } from './calling-back.ts'
import { classify, noteDraftWithdrawn, reclassify } from './classifying.ts'
import { type CallCommandOf, type CallContext, type CallDecision, recorded } from './context.ts'
import { enterCall } from './entering.ts'
import { confirmReferral, recordAnswer, referCall, takeBackReferral } from './informing.ts'
import type { CallCommand, CallCommandType, CallEvent } from './messages.ts'

export type { CallContext, CallDecision } from './context.ts'

/** The desk ladder is one for all priorities; a call has none yet. */
const noPriority = 2

/** The line is closed. */
const endCall = (call: Call, _command: CallCommandOf<'EndCall'>, context: CallContext): CallDecision => {
  if (call.phase.status === 'ended')
    return refuse('alreadyDone', { action: 'end', by: '', at: call.endedAt ?? context.now })
  if (call.phase.status === 'open') return refuse('notNow', { action: 'end', status: 'open' })
  return recorded(call, context, [{ type: 'CallEnded' }])
}

/** Nothing of the caller is kept any longer: not while somebody may still need to ring. */
const eraseCaller = (call: Call, _command: CallCommandOf<'EraseCaller'>, context: CallContext): CallDecision => {
  if (call.erasedAt !== undefined) return refuse('alreadyDone', { action: 'erase', by: '', at: call.erasedAt })
  const needed = call.phase.status !== 'ended' || (call.callback && !call.callback.done)
  if (needed) return refuse('notNow', { action: 'erase', status: call.phase.status })
  return recorded(call, context, [{ type: 'CallerErased' }], {
    effects: [{ kind: 'eraseCaller', by: context.by }],
  })
}

/** The incident that this call opened got its intake, or is none: either resolves the call, once. */
const hearOfIncident = (
  call: Call,
  { type, incident, at }: CallCommandOf<'NoteIntakeSubmitted' | 'NoteIncidentCancelled'>,
  context: CallContext,
): CallDecision => {
  if (call.incident !== incident) return refuse('notFound', { what: 'incident' })
  // whatever becomes of the incident of others: this call has its resolution
  if (isAttached(call)) return recorded(call, context, [])
  const submitted = type === 'NoteIntakeSubmitted'
  if ((submitted ? call.intakeSubmittedAt : call.incidentCancelledAt) !== undefined) return recorded(call, context, [])
  const events: CallEvent[] = [{ type: submitted ? 'IntakeOfCallSubmitted' : 'IncidentOfCallCancelled', incident }]
  if (call.resolvedAt === undefined) {
    events.push({ type: 'CallResolved', resolution: { kind: submitted ? 'handedOver' : 'cancelled', incident } })
  }
  return recorded(call, context, events, { at })
}

const pendingOf = (call: Call, profile: SopProfile, now: Instant) =>
  callClocks(call, profile).flatMap(clock => pendingRungs(clock, profile.ladders, noPriority, call.fired, { now }))

const fireDue = (call: Call, _command: CallCommandOf<'FireDue'>, context: CallContext): CallDecision => {
  const due = pendingOf(call, context.profile, context.now)
    .filter(({ dueAt }) => dueAt <= context.now)
    .sort((a, b) => a.dueAt - b.dueAt)
  return recorded(
    call,
    context,
    due.map(({ clock, rung, dueAt }) => ({ type: 'RungFired', clock: clock.key, rung, dueAt })),
    {
      effects: due
        .filter(({ ping }) => ping.length)
        .map(({ clock, rung }) => ({ kind: 'deskPing', clock: clock.key, rung })),
    },
  )
}

type Decider<Type extends CallCommandType> = (
  call: Call,
  command: CallCommandOf<Type>,
  context: CallContext,
) => CallDecision

/** One decider per command about a call that exists. */
const deciders: { [Type in Exclude<CallCommandType, 'OpenCall' | 'EnterCall'>]: Decider<Type> } = {
  ClassifyCall: classify,
  ReclassifyCall: reclassify,
  RecordAnswer: recordAnswer,
  ReferCall: referCall,
  ConfirmReferral: confirmReferral,
  TakeBackReferral: takeBackReferral,
  NoteIntakeSubmitted: hearOfIncident,
  NoteIncidentCancelled: hearOfIncident,
  NoteDraftWithdrawn: noteDraftWithdrawn,
  AttachCall: attachCall,
  DetachCall: detachCall,
  NoteAttached: noteAttached,
  NoteReturned: noteReturned,
  DropCall: dropCall,
  RaiseCallback: raiseCallback,
  RecordCallback: recordCallback,
  EndCall: endCall,
  EraseCaller: eraseCaller,
  FireDue: fireDue,
}

/** Decides a command about a call; pure, like the incident's `decide`. */
export const decideCall = (call: Call | null, command: CallCommand, context: CallContext): CallDecision => {
  if (command.type === 'OpenCall' || command.type === 'EnterCall') {
    if (call) return refuse('alreadyExists', { number: call.id })
    if (command.type === 'EnterCall') return enterCall(command, context)
    const { type: _, ...facts } = command
    return recorded(null, context, [{ type: 'CallOpened', ...facts, operator: context.by }])
  }
  if (!call) return refuse('notFound', { what: 'call' })
  const decider = deciders[command.type] as Decider<typeof command.type>
  return decider(call, command as never, context)
}

/** When the call wants `FireDue` next. */
export const nextCallDueAt = (call: Call, profile: SopProfile, now: Instant): Instant | null => {
  const times = pendingOf(call, profile, now).map(({ dueAt }) => dueAt)
  return times.length ? Math.min(...times) : null
}
