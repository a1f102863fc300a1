import { type Call, isAttached } from '../../dispatch/call/call.ts'
import { attemptsWanted } from '../../dispatch/call/calling-back.ts'
import { callClocks } from '../../dispatch/clocks/call-clocks.ts'
import { nameOf, type TextRef } from '../../dispatch/vocabulary.ts'
import type { DepsWithRules } from '../context.ts'
import { type CallerRecord, everyOpenCallback } from '../ports/records.ts'
import type { CentreRules } from '../rules/rule-book.ts'
import type { CallbackView, CallSummary, CallView, ReferralView } from '../views.ts'
import { clockView } from './clock-view.ts'
import { createNumberViews } from './number-view.ts'

/** Call-back tasks that are done with, shown below the open ones. */
const doneLength = 50
/** Referrals that nobody confirmed, the newest first. */
const referralLength = 500

type Words = ReadonlyMap<TextRef, string>
const noWords: Words = new Map()

/** What pages read about calls: state and records put together, words resolved. */
export const createCallViews = ({ stores, rules }: DepsWithRules) => {
  const { calls, callers, texts } = stores

  const numberOf = createNumberViews(stores)

  const summaryOf = (call: Call, { profile }: CentreRules, caller: CallerRecord | null, words: Words): CallSummary => ({
    id: call.id,
    centre: call.centre,
    status: call.phase.status,
    callClass: call.callClass ?? null,
    openedAt: call.openedAt,
    endedAt: call.endedAt ?? null,
    operator: nameOf(call.operator),
    phone: caller?.phone ?? null,
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
    allowed: allowedCommands(call),
  })

  const view = async (call: Call): Promise<CallView> => {
    const [own, caller, words] = await Promise.all([
      rules.of(call),
      callers.byCall(call.id),
      hasWords(call) ? texts.of(call.id) : noWords,
    ])
    return { ...summaryOf(call, own, caller, words), ...(await numberOf(call, caller)) }
  }

  /** The records of all of them in one read each: a list is read anew whenever one of its calls changes. */
  const recordsOf = async (states: readonly Call[]) => {
    const [people, words] = await Promise.all([
      callers.byCalls(states.map(({ id }) => id)),
      texts.ofEach(states.filter(hasWords).map(({ id }) => id)),
    ])
    return (call: Call) => ({ caller: people.get(call.id) ?? null, words: words.get(call.id) ?? noWords })
  }

  const summaries = async (states: readonly Call[]): Promise<CallSummary[]> => {
    const recordOf = await recordsOf(states)
    return Promise.all(
      states.map(async call => {
        const { caller, words } = recordOf(call)
        return summaryOf(call, await rules.of(call), caller, words)
      }),
    )
  }

  const withRecords = async <View>(
    states: Call[],
    show: (call: Call, caller: CallerRecord | null, words: Words) => View | null,
  ): Promise<View[]> => {
    const recordOf = await recordsOf(states)
    const views = states.map(call => {
      const { caller, words } = recordOf(call)
      return show(call, caller, words)
    })
    return views.filter(shown => shown !== null)
  }

  return {
    view,
    summaries,
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
