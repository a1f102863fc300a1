import type { Call } from '../call/call.ts'
import { callClocks } from '../clocks/call-clocks.ts'
import type { SopProfile } from '../profiles/profile.ts'
import type { CallClass, Instant } from '../vocabulary.ts'
import { allowedBy, type Span, spanOf } from './span.ts'

/** What figures need of a call, once it has a class: nothing of who called. */
export interface CallFacts {
  id: string
  centre: string
  /** the last event that it was made from: a later record is never written over */
  seq: number
  openedAt: Instant
  callClass: CallClass
  spans: Span[]
}

/** Null while nobody has said what kind of call it is. */
export const callFacts = (call: Call, profile: SopProfile): CallFacts | null => {
  const { id, centre, lastSeq: seq, openedAt, callClass, backEnteredAt } = call
  if (callClass === undefined) return null
  const why = (ended: boolean) => {
    if (backEnteredAt !== undefined) return 'backEntered'
    return ended ? 'notReached' : undefined
  }
  const spans = callClocks(call, profile).flatMap(clock =>
    spanOf(clock, allowedBy(clock), () => why(clock.state === 'ended')),
  )
  return { id, centre, seq, openedAt, callClass, spans }
}
