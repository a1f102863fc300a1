import { type Call, isAttached } from '../../dispatch/call/call.ts'
import { attemptsWanted, silentWindowMs } from '../../dispatch/call/calling-back.ts'
import { callClocks } from '../../dispatch/clocks/call-clocks.ts'
import type { Actor, CallClass, TextRef } from '../../dispatch/vocabulary.ts'
import type { DepsWithRules } from '../context.ts'
import { type CallerRecord, everyOpenCallback } from '../ports/records.ts'
import type { CallbackView, CallView, NumberView, ReferralView } from '../views.ts'
import { clockView } from './clock-view.ts'
import { openStatuses } from './incident-view.ts'

/** Earlier calls from a number that the desk is shown. */
const historyLength = 20
/** Call-back tasks that are done with, shown below the open ones. */
const doneLength = 50
/** Referrals that nobody confirmed, the newest first. */
const referralLength = 500

type Words = ReadonlyMap<TextRef, string>

/** What pages read about calls: state and records put together, words resolved. */
export const createCallViews = ({ stores, rules }: DepsWithRules) => {
  const { calls, callers, incidents, texts } = stores

  const view = async (call: Call): Promise<CallView> => {
    const { profile } = await rules.of(call)
    const caller = await callers.byCall(call.id)
    const phone = caller?.phone ?? null
    const earlier = phone === null ? [] : await callers.history(call.centre, phone, historyLength + 1)
    const others = earlier.filter(record => record.call !== call.id).slice(0, historyLength)
    const words = hasWords(call) ? await texts.of(call.id) : new Map<TextRef, string>()
    return {
      id: call.id,
      centre: call.centre,
      status: call.phase.status,
      callClass: call.callClass ?? null,
      openedAt: call.openedAt,
      endedAt: call.endedAt ?? null,
      operator: nameOf(call.operator),
      phone,
      callerName: caller?.name ?? null,
      incident: call.incident ?? null,
      attached: attachedView(call),
      resolution: resolutionView(call, words),
      referral: referralView(call, caller, words),
      callback: callbackView(call, caller, words),
      callbackOf: call.callbackOf ?? null,
      droppedAt: call.droppedAt ?? null,
      backEntered: call.backEnteredAt !== undefined,
      erasedAt: call.erasedAt ?? null,
      reclassified: (call.reclassified ?? []).map(({ from, to, at, by }) => ({ from, to, at, by: nameOf(by) })),
      clocks: callClocks(call, profile).map(clock => clockView(clock, call.fired)),
      history: others.map(record => ({
        call: record.call,
        openedAt: record.openedAt,
        callClass: record.callClass as CallClass | null,
      })),
      number: phone === null ? null : await numberView(call, phone, others),
      allowed: allowedCommands(call),
    }
  }

  const numberView = async (call: Call, phone: string, others: CallerRecord[]): Promise<NumberView> => {
    const [tally, around, openIncidents] = await Promise.all([
      callers.tally(call.centre, phone),
      callers.between(call.centre, phone, call.openedAt - silentWindowMs, call.openedAt),
      openIncidentsOf(call.centre, [call.id, ...idsOf(others)]),
    ])
    const covering = new Set(others.flatMap(({ callback }) => callback ?? []))
    const tasks = covering.size
      ? await calls.list({ centre: call.centre, ids: [...covering], limit: covering.size })
      : []
    return {
      ghosts: tally.get('ghost') ?? 0,
      pranks: tally.get('prank') ?? 0,
      silentBefore: around.filter(other => other.call !== call.id && other.callClass === 'ghost').length,
      openIncidents,
      openCallback: [call, ...tasks].find(({ callback }) => callback && !callback.done)?.id ?? null,
    }
  }

  /** Incidents that calls of the number opened or joined, and that still go on. */
  const openIncidentsOf = async (centre: string, ids: string[]): Promise<NumberView['openIncidents']> => {
    const states = await calls.list({ centre, ids, limit: ids.length })
    const named = [...new Set(states.flatMap(({ incident }) => incident ?? []))]
    if (!named.length) return []
    const open = await incidents.list({ centre, ids: named, statuses: openStatuses, limit: named.length })
    return open.map(({ id, number, phase }) => ({ id, number, status: phase.status }))
  }

  const withRecords = async <View>(
    states: Call[],
    show: (call: Call, caller: CallerRecord | null, words: Words) => View | null,
  ): Promise<View[]> => {
    const records = await callers.byCalls(idsOf(states.map(({ id: call }) => ({ call }))))
    const views = await Promise.all(
      states.map(async call => show(call, records.get(call.id) ?? null, await texts.of(call.id))),
    )
    return views.filter(shown => shown !== null)
  }

  return {
    view,
    callbacks: async (centre: string): Promise<CallbackView[]> => {
      const [open, done] = await Promise.all([
        calls.list({ centre, flag: 'callback:open', limit: everyOpenCallback }),
        calls.list({ centre, flag: 'callback:done', limit: doneLength }),
      ])
      return withRecords([...open, ...done], callbackView)
    },
    referrals: async (centre: string): Promise<ReferralView[]> =>
      withRecords(await calls.list({ centre, flag: 'referral:open', limit: referralLength }), referralView),
  }
}

const attachedView = ({ attachments }: Call): CallView['attached'] => {
  const last = attachments?.at(-1)
  return last ? { incident: last.incident, at: last.at, by: nameOf(last.by) } : null
}

const idsOf = (records: readonly { call: string }[]): string[] => records.map(({ call }) => call)

const nameOf = (by: Actor): string => (by.kind === 'system' ? '' : by.name)

const hasWords = ({ resolution, referral, callback }: Call): boolean =>
  resolution?.kind === 'answered' || referral !== undefined || callback?.done?.note !== undefined

const resolutionView = ({ resolution, referral }: Call, words: Words): CallView['resolution'] => {
  if (!resolution) return null
  if (resolution.kind !== 'answered' && resolution.kind !== 'referred') return { kind: resolution.kind }
  const said = (name: string, ref: TextRef | undefined) => (ref === undefined ? {} : { [name]: words.get(ref) ?? '' })
  const answer = resolution.kind === 'answered' ? resolution : undefined
  return {
    kind: resolution.kind,
    ...said('topic', answer?.topic),
    ...said('answer', answer?.answer),
    ...said('receiver', referral?.receiver),
    ...said('note', referral?.note),
    ...said('ticket', referral?.ticket),
  }
}

const optional = (ref: TextRef | undefined, words: Words): string | null =>
  ref === undefined ? null : (words.get(ref) ?? '')

const referralView = (call: Call, caller: CallerRecord | null, words: Words): ReferralView | null => {
  const { referral } = call
  if (!referral) return null
  return {
    call: call.id,
    phone: caller?.phone ?? null,
    callerName: caller?.name ?? null,
    receiver: words.get(referral.receiver) ?? '',
    ticket: optional(referral.ticket, words),
    note: optional(referral.note, words),
    at: referral.at,
    by: nameOf(referral.by),
    status: referral.status,
    settled: settledView(referral, words),
  }
}

const settledView = (referral: NonNullable<Call['referral']>, words: Words): ReferralView['settled'] => {
  switch (referral.status) {
    case 'waiting':
      return null
    case 'confirmed':
      return {
        at: referral.confirmedAt,
        by: nameOf(referral.confirmedBy),
        words: optional(referral.contact, words),
      }
    case 'takenBack':
    case 'handled':
      return { at: referral.takenBackAt, by: nameOf(referral.takenBackBy), words: optional(referral.reason, words) }
  }
}

const callbackView = (call: Call, caller: CallerRecord | null, words: Words): CallbackView | null => {
  const { callback } = call
  if (!callback) return null
  const { done, attempts } = callback
  return {
    call: call.id,
    cause: callback.cause,
    raisedAt: callback.raisedAt,
    calls: callback.calls,
    phone: caller?.phone ?? null,
    callerName: caller?.name ?? null,
    incident: call.incident ?? null,
    attempts: attempts.map(({ at, by }) => ({ at, by: nameOf(by) })),
    mayGiveUp: !done && attempts.length >= attemptsWanted,
    done: done
      ? {
          outcome: done.outcome,
          at: done.at,
          by: nameOf(done.by),
          note: optional(done.note, words),
          call: done.call ?? null,
        }
      : null,
  }
}

/** Commands on the call that would be taken now; a draft incident may still say no to a correction. */
const allowedCommands = (call: Call): string[] => {
  const { phase, callClass, referral, erasedAt } = call
  const { status } = phase
  const information = callClass === 'information' && erasedAt === undefined
  const back = referral?.status === 'takenBack'
  const rules: Record<string, boolean> = {
    classify: status === 'open',
    attach:
      !isAttached(call) && (status === 'open' || (callClass === 'normal' && call.incidentCancelledAt === undefined)),
    detach: isAttached(call),
    dropped: status === 'open' || (status === 'classified' && callClass === 'normal'),
    reclassify: callClass !== undefined && erasedAt === undefined,
    answer: information && (back || (status !== 'ended' && call.resolution?.kind !== 'answered')),
    referral: (information && (back || (status !== 'ended' && !referral))) || (callClass === 'normal' && !referral),
    'referral/confirm': referral?.status === 'waiting',
    'referral/return': referral?.status === 'waiting',
    end: status === 'classified' || status === 'resolved',
    erase: status === 'ended' && erasedAt === undefined && (!call.callback || call.callback.done !== undefined),
  }
  return Object.keys(rules).filter(command => rules[command])
}
