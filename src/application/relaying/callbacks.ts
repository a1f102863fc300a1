import { createHash } from 'node:crypto'
import type { Call } from '../../dispatch/call/call.ts'
import { silentRunOf, silentWindowMs } from '../../dispatch/call/calling-back.ts'
import type { CallEffect } from '../../dispatch/call/messages.ts'
import type { StoredEffect } from '../../dispatch/incident/effects.ts'
import { system } from '../../dispatch/vocabulary.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import { type CallerRecord, everyOpenCallback } from '../ports/records.ts'

/** Machine ms for which one number's tasks are worked by one process. */
const turnMs = 10_000

type Effect = StoredEffect<CallEffect>

/** What a call means for its number: counts, and whether somebody must ring back. */
export const createCallbacks = ({ stores, machineClock }: ApplicationDeps, dispatcher: () => Dispatcher) => {
  const { calls, callers, leases } = stores

  /** The number's open task; it is looked for among all of the centre, so that none is overlooked. */
  const openTask = async (centre: string, phone: string): Promise<string | undefined> => {
    const open = await calls.list({ centre, flag: 'callback:open', limit: everyOpenCallback })
    const records = await callers.byCalls(open.map(({ id }) => id))
    return open.find(({ id }) => records.get(id)?.phone === phone)?.id
  }

  const cover = async (ids: string[], callback: string): Promise<void> => {
    for (const id of ids) await callers.update(id, { callback })
  }

  const raise = async (call: Call, effect: Effect, cause: 'silent' | 'dropped', ids: string[]): Promise<void> => {
    const from = { commandId: `effect:${call.id}:${effect.id}:callback`, by: system }
    await dispatcher().call(call.id, { type: 'RaiseCallback', cause, calls: ids }, from)
    await cover(ids, call.id)
  }

  /** One at a time for a number, so that two calls of one moment raise one task. */
  const inTurn = async (caller: CallerRecord, phone: string, work: () => Promise<void>): Promise<void> => {
    const name = `callback:${createHash('sha256').update(`${caller.centre}\0${phone}`).digest('base64url')}`
    if (!(await leases.take(name, caller.call, machineClock.now(), turnMs))) {
      throw new Error('another call of the number is being worked')
    }
    try {
      await work()
    } finally {
      await leases.release(name, caller.call)
    }
  }

  /** Silent calls around this one that no task covers yet. */
  const uncovered = async (call: Call, phone: string) => {
    const around = await callers.between(
      call.centre,
      phone,
      call.openedAt - silentWindowMs,
      call.openedAt + silentWindowMs,
    )
    return around
      .filter(({ callClass, callback }) => callClass === 'ghost' && !callback)
      .map(({ call: id, openedAt }) => ({ id, openedAt }))
  }

  const ask = async (
    call: Call,
    effect: Effect,
    cause: 'silent' | 'dropped',
    wanted: (phone: string) => Promise<string[]>,
  ): Promise<void> => {
    const caller = await callers.byCall(call.id)
    const phone = caller?.phone
    if (!caller || !phone || caller.callback || call.erasedAt !== undefined) return
    await inTurn(caller, phone, async () => {
      if (call.callback) return cover(call.callback.calls, call.id)
      const open = await openTask(call.centre, phone)
      if (open !== undefined) return cover([call.id], open)
      const ids = await wanted(phone)
      if (ids.length) await raise(call, effect, cause, ids)
    })
  }

  return {
    /** The class goes to the number's record, whatever died on the way; a silent call may be one too many. */
    countCall: async (call: Call, effect: Effect): Promise<void> => {
      if (call.callClass === undefined) return
      await callers.update(call.id, { callClass: call.callClass })
      if (call.callClass !== 'ghost' || call.backEnteredAt !== undefined) return
      await ask(call, effect, 'silent', async phone => silentRunOf(call, await uncovered(call, phone)))
    },
    askCallback: (call: Call, effect: Effect): Promise<void> => ask(call, effect, 'dropped', async () => [call.id]),
  }
}
