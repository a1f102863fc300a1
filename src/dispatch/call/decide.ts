import { callClocks } from '../clocks/call-clocks.ts'
import { pendingRungs } from '../clocks/ladder.ts'
import type { StoredEffect } from '../incident/effects.ts'
import type { Recorded } from '../incident/events.ts'
import type { SopProfile } from '../profiles/profile.ts'
import { type Decision, refuse } from '../refusal.ts'
import type { Actor, Instant } from '../vocabulary.ts'
import type { Call, Resolution } from './call.ts'
import type { CallCommand, CallEffect, CallEvent } from './messages.ts'

/** The desk ladder is one for all priorities; a call has none yet. */
const noPriority = 2

export type CallDecision = Decision<Recorded<CallEvent>, StoredEffect<CallEffect>>

export interface CallContext {
  commandId: string
  by: Actor
  now: Instant
  profile: SopProfile
}

/** Decides a command about a call; pure, like the incident's `decide`. */
export const decideCall = (call: Call | null, command: CallCommand, context: CallContext): CallDecision => {
  if (command.type === 'OpenCall') {
    if (call) return refuse('alreadyExists', { number: call.id })
    const { type: _, ...facts } = command
    return recorded(null, context, [{ type: 'CallOpened', ...facts, operator: context.by }])
  }
  if (!call) return refuse('notFound', { what: 'call' })
  switch (command.type) {
    case 'ClassifyCall':
      return classify(call, command, context)
    case 'RecordAnswer':
      return recordAnswer(call, command, context)
    case 'ReferCall':
      return referCall(call, command, context)
    case 'NoteIntakeSubmitted':
    case 'NoteIncidentCancelled':
      return hearOfIncident(call, command, context)
    case 'EndCall':
      if (call.phase.status === 'ended')
        return refuse('alreadyDone', { action: 'end', by: '', at: call.endedAt ?? context.now })
      if (call.phase.status === 'open') return refuse('notNow', { action: 'end', status: 'open' })
      return recorded(call, context, [{ type: 'CallEnded' }])
    case 'FireDue':
      return fireDue(call, context)
  }
}

/** When the call wants `FireDue` next. */
export const nextCallDueAt = (call: Call, profile: SopProfile, now: Instant): Instant | null => {
  const times = pendingOf(call, profile, now).map(({ dueAt }) => dueAt)
  return times.length ? Math.min(...times) : null
}

/** Ghost and prank close in one action; a normal call opens its incident. */
const classify = (
  call: Call,
  command: Extract<CallCommand, { type: 'ClassifyCall' }>,
  context: CallContext,
): CallDecision => {
  if (call.phase.status !== 'open') {
    return refuse('alreadyDone', { action: 'classify', by: '', at: call.classifiedAt ?? context.now })
  }
  const { callClass, incidentId, reporter } = command
  if (callClass === 'normal') {
    return recorded(call, context, [{ type: 'CallClassified', callClass, incident: incidentId }], {
      effects: [{ kind: 'openIncident', incident: incidentId, ...(reporter === undefined ? {} : { reporter }) }],
    })
  }
  const classified: CallEvent = { type: 'CallClassified', callClass }
  if (callClass === 'information') return recorded(call, context, [classified])
  return recorded(call, context, [
    classified,
    { type: 'CallResolved', resolution: { kind: 'nuisance' } },
    { type: 'CallEnded' },
  ])
}

/** An information call may be answered and referred, each once, in either order. */
const recordAnswer = (
  call: Call,
  { topic, answer }: Extract<CallCommand, { type: 'RecordAnswer' }>,
  context: CallContext,
): CallDecision => {
  const before = call.resolution
  const referral = before?.kind === 'referred' ? { referral: before.referral } : {}
  return inform(call, { kind: 'answered', topic, answer, ...referral }, before?.kind === 'answered', context)
}

const referCall = (
  call: Call,
  { type: _, ...referral }: Extract<CallCommand, { type: 'ReferCall' }>,
  context: CallContext,
): CallDecision => {
  const before = call.resolution
  const done = before?.kind === 'referred' || (before?.kind === 'answered' && before.referral !== undefined)
  return inform(
    call,
    before?.kind === 'answered' ? { ...before, referral } : { kind: 'referred', referral },
    done,
    context,
  )
}

const inform = (call: Call, resolution: Resolution, done: boolean, context: CallContext): CallDecision => {
  if (done || call.phase.status === 'ended') {
    return refuse('alreadyDone', { action: 'resolve', by: '', at: call.resolvedAt ?? call.endedAt ?? context.now })
  }
  if (call.callClass !== 'information') return refuse('notNow', { action: 'resolve', status: call.phase.status })
  return recorded(call, context, [{ type: 'CallResolved', resolution }])
}

/** The incident that this call opened got its intake, or is none: either resolves the call, once. */
const hearOfIncident = (
  call: Call,
  { type, incident, at }: Extract<CallCommand, { type: 'NoteIntakeSubmitted' | 'NoteIncidentCancelled' }>,
  context: CallContext,
): CallDecision => {
  if (call.incident !== incident) return refuse('notFound', { what: 'incident' })
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

const fireDue = (call: Call, context: CallContext): CallDecision => {
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

const recorded = (
  call: Call | null,
  { by, commandId, now }: CallContext,
  events: CallEvent[],
  { at = now, effects = [] }: { at?: Instant; effects?: CallEffect[] } = {},
): CallDecision => {
  const first = (call?.lastSeq ?? 0) + 1
  return {
    accepted: true,
    events: events.map((event, index) => ({ ...event, seq: first + index, at, recordedAt: now, by, commandId })),
    effects: effects.map((effect, index) => ({ ...effect, id: `${first}.${index}` })),
  }
}
