import { refuse } from '../refusal.ts'
import { type Instant, nameOf } from '../vocabulary.ts'
import type { Call } from './call.ts'
import { type CallCommandOf, type CallContext, type CallDecision, recorded } from './context.ts'

/** Silent calls from one number within this time (ms, both ends counted) ask for a call back. */
export const silentWindowMs = 600_000
/** How many of them. */
export const silentCallsWanted = 3
/** After so many attempts without an answer a task may be given up, with a reason. */
export const attemptsWanted = 3

/** The line broke off: before the call was classified, or before a normal call's fields were complete. */
export const dropCall = (call: Call, _command: CallCommandOf<'DropCall'>, context: CallContext): CallDecision => {
  const { status } = call.phase
  if (call.droppedAt !== undefined) return refuse('alreadyDone', { action: 'drop', by: '', at: call.droppedAt })
  const unclear = status === 'open' || (status === 'classified' && call.callClass === 'normal')
  if (!unclear) return refuse('notNow', { action: 'drop', status })
  return recorded(call, context, [{ type: 'CallDropped' }, { type: 'CallEnded' }], {
    effects: [{ kind: 'askCallback' }],
  })
}

/** Somebody must ring back. The relay looks whether the number has such a task already. */
export const raiseCallback = (
  call: Call,
  { cause, calls }: CallCommandOf<'RaiseCallback'>,
  context: CallContext,
): CallDecision =>
  recorded(
    call,
    context,
    call.callback || call.erasedAt !== undefined ? [] : [{ type: 'CallbackRaised', cause, calls }],
  )

/** We rang: they answered, nobody did, it needs no call any more, or it is given up after three attempts. */
export const recordCallback = (
  call: Call,
  { outcome, note, newCall }: CallCommandOf<'RecordCallback'>,
  context: CallContext,
): CallDecision => {
  const { callback } = call
  if (!callback) return refuse('notFound', { what: 'callback' })
  if (callback.done) {
    const { by, at } = callback.done
    return refuse('alreadyDone', { action: 'callback', by: nameOf(by), at })
  }
  if (outcome === 'noAnswer') return recorded(call, context, [{ type: 'CallbackTried' }])
  if (outcome === 'givenUp') {
    const attempts = callback.attempts.length
    if (attempts < attemptsWanted) return refuse('attemptsMissing', { attempts, wanted: attemptsWanted })
    if (note === undefined) return refuse('reasonMissing')
  }
  const opened = outcome === 'reached' && newCall !== undefined ? { call: newCall } : {}
  const noted = note === undefined ? {} : { note }
  return recorded(call, context, [{ type: 'CallbackDone', outcome, ...noted, ...opened }], {
    effects: opened.call === undefined ? [] : [{ kind: 'openCall', call: opened.call, operator: context.by }],
  })
}

/**
 * The calls that ask for a call back together with this one: enough silent ones within the window, whichever of them is
 * classified last. Oldest first; empty when there are too few. `silent` holds those around it that no task covers yet.
 */
export const silentRunOf = (
  call: { id: string; openedAt: Instant },
  silent: readonly { id: string; openedAt: Instant }[],
): string[] => {
  const sorted = [...silent].sort((a, b) => a.openedAt - b.openedAt || a.id.localeCompare(b.id))
  const runs = sorted.map((first, index) =>
    sorted.slice(index).filter(({ openedAt }) => openedAt - first.openedAt <= silentWindowMs),
  )
  const run = runs.find(ids => ids.length >= silentCallsWanted && ids.some(({ id }) => id === call.id))
  return run?.map(({ id }) => id) ?? []
}
