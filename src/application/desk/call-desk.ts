import type { Call } from '../../dispatch/call/call.ts'
import type { AfterWithdrawal, CallCommand } from '../../dispatch/call/messages.ts'
import { isOver } from '../../dispatch/incident/incident.ts'
import { known } from '../../dispatch/incident/intake.ts'
import type { Outcome, Sender } from '../application.ts'
import type { CallDeskCommands } from '../commands/call-desk.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import type { KeepText, WithTexts } from '../texts.ts'
import type { CallView } from '../views.ts'
import { parseReporter } from './intake-change.ts'
import { createNextIncident, incidentsOf } from './next-incident.ts'

/** Corrections, broken lines, call-backs, referrals that come back, and what is erased. */
export const createCallDesk = (
  deps: ApplicationDeps,
  dispatcher: Dispatcher,
  withTexts: WithTexts,
  view: (call: string) => Promise<CallView | null>,
): CallDeskCommands => {
  const { stores } = deps
  const nextIncident = createNextIncident(deps, withTexts)
  const withdraw = createWithdraw(deps, dispatcher, withTexts)

  const shown = async (call: string, outcome: Outcome<unknown>): Promise<Outcome<CallView>> => {
    if (!outcome.ok) return outcome
    const after = await view(call)
    return after ? { ok: true, value: after } : notFound
  }
  const run = async (from: Sender, call: string, command: CallCommand) =>
    shown(call, await dispatcher.call(call, command, from))
  const stateOf = async (call: string) => (await stores.calls.load(call))?.state
  const withWords = async (
    call: string,
    work: (keep: KeepText, state: Call) => Promise<Outcome<CallView>>,
  ): Promise<Outcome<CallView>> => {
    const state = await stateOf(call)
    if (!state) return notFound
    return withTexts({ centre: state.centre, subject: call, aggregate: 'calls' }, keep => work(keep, state))
  }

  return {
    drop: async (from, call) => {
      const state = await stateOf(call)
      if (state) await learnNumber(deps, state)
      return run(from, call, { type: 'DropCall' })
    },

    reclassify: async (from, call, { callClass, reason }) => {
      const state = await stateOf(call)
      if (!state) return notFound
      if (await withdraw.repeats(from, state)) return shown(call, { ok: true, value: null })
      if (leavesDraft(state) && callClass !== 'normal') {
        if (reason === undefined) return { ok: false, refusal: { code: 'reasonMissing', params: {} } }
        return shown(call, await withdraw.ask(from, state, reason, { kind: 'reclassified', callClass }))
      }
      const opening = callClass === 'normal' ? await nextIncident(state) : none
      if (!opening.ok) return opening
      return run(from, call, { type: 'ReclassifyCall', callClass, ...opening.value })
    },

    confirmReferral: (from, call, words) =>
      withWords(call, async keep => {
        const kept = await keepEach(keep, { contact: words.contact, ticket: words.ticket })
        return kept.ok ? run(from, call, { type: 'ConfirmReferral', ...kept.value }) : kept
      }),

    returnReferral: (from, call, reason) =>
      withWords(call, async (keep, state) => {
        const kept = await keep('referralReturned', reason)
        if (!kept.ok) return kept
        const opening = state.callClass === 'normal' ? await nextIncident(state) : none
        if (!opening.ok) return opening
        return run(from, call, { type: 'TakeBackReferral', reason: kept.value, ...opening.value })
      }),

    recordCallback: (from, call, { outcome, note, newCall }) =>
      withWords(call, async keep => {
        const kept = await keepEach(keep, { note })
        if (!kept.ok) return kept
        const opened = newCall ? { newCall: `${call}-balik` } : {}
        return run(from, call, { type: 'RecordCallback', outcome, ...kept.value, ...opened })
      }),

    erase: async (from, call) => {
      const state = await stateOf(call)
      if (!state) return notFound
      const incident = state.incident === undefined ? undefined : (await stores.incidents.load(state.incident))?.state
      // Crews may still need to ring whoever reported it.
      if (incident && !isOver(incident)) {
        return { ok: false, refusal: { code: 'notNow', params: { action: 'erase', status: incident.phase.status } } }
      }
      return run(from, call, { type: 'EraseCaller' })
    },
  }
}

/** A normal call whose incident is not cancelled: the incident decides whether the call may leave it. */
export const leavesDraft = ({ callClass, incidentCancelledAt }: Call): boolean =>
  callClass === 'normal' && incidentCancelledAt === undefined

/** Asks the incident to let go of its draft; the call then learns from it what it is instead. */
export const createWithdraw = (
  { stores }: Pick<ApplicationDeps, 'stores'>,
  dispatcher: Dispatcher,
  withTexts: WithTexts,
) => ({
  ask: async (from: Sender, call: Call, why: string, instead: AfterWithdrawal): Promise<Outcome<null>> => {
    const { id, centre, incident } = call
    if (incident === undefined) return notFound
    return withTexts({ centre, subject: incident, aggregate: 'incidents' }, async keep => {
      const kept = await keep('cancelReason', why)
      if (!kept.ok) return kept
      const command = { type: 'WithdrawDraft', call: id, reason: kept.value, instead } as const
      const withdrawn = await dispatcher.incident(incident, command, from)
      return withdrawn.ok ? { ok: true, value: null } : withdrawn
    })
  },

  /** True when an incident of the call has accepted this very command before: it gets its first result. */
  repeats: async ({ commandId }: Sender, call: Call): Promise<boolean> => {
    const loaded = await Promise.all(incidentsOf(call).map(id => stores.incidents.load(id)))
    return loaded.some(incident => incident?.commandIds.has(commandId))
  },
})

/** Words by name, those that were given; an empty one is none. */
export const keepEach = async <Name extends string>(
  keep: KeepText,
  words: Record<Name, string | undefined>,
): Promise<Outcome<Partial<Record<Name, string>>>> => {
  const kept: Partial<Record<Name, string>> = {}
  for (const [name, text] of Object.entries(words) as [Name, string | undefined][]) {
    if (text === undefined || text.trim() === '') continue
    const ref = await keep(name, text)
    if (!ref.ok) return ref
    kept[name] = ref.value
  }
  return { ok: true, value: kept }
}

/** A number that was typed into field a only is rung back too. */
const learnNumber = async ({ stores }: ApplicationDeps, call: Call): Promise<void> => {
  const caller = await stores.callers.byCall(call.id)
  const incident = call.incident === undefined ? undefined : (await stores.incidents.load(call.incident))?.state
  if (!caller || caller.phone !== null || !incident) return
  const words = await stores.texts.of(incident.id)
  const { phone } = parseReporter(words.get(known(incident.intake.reporter) ?? ''))
  if (phone !== null) await stores.callers.update(call.id, { phone })
}

/** No incident is opened. */
const none = { ok: true, value: { incidentId: '' } } as const
const notFound = { ok: false, refusal: { code: 'notFound', params: { what: 'call' } } } as const
