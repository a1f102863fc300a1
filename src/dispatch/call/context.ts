import type { StoredEffect } from '../incident/effects.ts'
import type { Recorded } from '../incident/events.ts'
import type { SopProfile } from '../profiles/profile.ts'
import type { Decision } from '../refusal.ts'
import type { Actor, Instant } from '../vocabulary.ts'
import type { Call } from './call.ts'
import type { CallCommand, CallEffect, CallEvent } from './messages.ts'

export type CallDecision = Decision<Recorded<CallEvent>, StoredEffect<CallEffect>>

/** What a decision about a call may look at beside its state. */
export interface CallContext {
  commandId: string
  by: Actor
  now: Instant
  profile: SopProfile
}

export type CallCommandOf<Type extends CallCommand['type']> = Extract<CallCommand, { type: Type }>

/** An event, and when it happened where that is not the moment of the decision. */
export type Happening = CallEvent & { happenedAt?: Instant }

/** Numbers the events and names the effects of one decision. `at`: the true time of all that name none themselves. */
export const recorded = (
  call: Call | null,
  { by, commandId, now }: Omit<CallContext, 'profile'>,
  events: Happening[],
  { at = now, effects = [] }: { at?: Instant; effects?: CallEffect[] } = {},
): CallDecision => {
  const first = (call?.lastSeq ?? 0) + 1
  return {
    accepted: true,
    events: events.map(({ happenedAt, ...event }, index) => ({
      ...(event as CallEvent),
      seq: first + index,
      at: happenedAt ?? at,
      recordedAt: now,
      by,
      commandId,
    })),
    effects: effects.map((effect, index) => ({ ...effect, id: `${first}.${index}` })),
  }
}
