import type { CallCommand } from '../../dispatch/call/messages.ts'
import type { CallCommands, Outcome, Sender } from '../application.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import { profileById } from '../rules.ts'
import type { KeepText } from '../texts.ts'
import type { CallView } from '../views.ts'
import { keepReporter } from './intake-change.ts'

/** Which incident a call opens: its id follows from the call's, so that repeats find it. */
export const incidentIdOf = (call: string): string => `i-${call}`

/** What call takers do about calls. */
export const createCallCommands = (
  { stores, serviceClock }: ApplicationDeps,
  dispatcher: Dispatcher,
  keepText: KeepText,
  view: (call: string) => Promise<CallView | null>,
): CallCommands => {
  const then = async (call: string, outcome: Outcome<unknown>): Promise<Outcome<CallView>> => {
    if (!outcome.ok) return outcome
    const shown = await view(call)
    return shown ? { ok: true, value: shown } : notFound
  }
  const run = async (from: Sender, call: string, command: CallCommand) =>
    then(call, await dispatcher.call(call, command, from))
  const centreOf = async (call: string) => (await stores.calls.load(call))?.state.centre

  return {
    open: async (from, { centre: code, callId, phone, name }) => {
      const centre = await stores.directory.centre(code)
      if (!centre) return { ok: false, refusal: { code: 'unknownCentre', params: { centre: code } } }
      const { id, version } = profileById(centre.profile)
      const command = { type: 'OpenCall', callId, centre: code, profile: { id, version } } as const
      const opened = await dispatcher.call(callId, command, from)
      if (!opened.ok) return opened
      if (!(await stores.callers.byCall(callId))) {
        await stores.callers.put({
          call: callId,
          centre: code,
          phone,
          name,
          callClass: null,
          openedAt: serviceClock.now(),
        })
      }
      return then(callId, opened)
    },

    classify: async (from, call, callClass) => {
      const centre = await centreOf(call)
      if (centre === undefined) return notFound
      const incidentId = incidentIdOf(call)
      const caller = await stores.callers.byCall(call)
      const owner = { centre, subject: incidentId }
      const reporter = { name: caller?.name ?? null, phone: caller?.phone ?? null }
      const kept = callClass === 'normal' ? await keepReporter(reporter, owner, keepText) : null
      if (kept && !kept.ok) return kept
      const known = kept && kept.value !== 'unknown' ? { reporter: kept.value.known } : {}
      const classified = await dispatcher.call(call, { type: 'ClassifyCall', callClass, incidentId, ...known }, from)
      if (classified.ok) await stores.callers.update(call, { callClass })
      return then(call, classified)
    },

    setCaller: async (_from, call, caller) => {
      if (!(await stores.callers.byCall(call))) return notFound
      await stores.callers.update(call, caller)
      return then(call, { ok: true, value: null })
    },

    recordAnswer: async (from, call, { topic, answer }) => {
      const centre = await centreOf(call)
      if (centre === undefined) return notFound
      const kept = await keepText({ centre, subject: call }, 'answer', answer)
      return kept.ok ? run(from, call, { type: 'RecordAnswer', topic, answer: kept.value }) : kept
    },

    refer: async (from, call, { receiver, note, ticket }) => {
      const centre = await centreOf(call)
      if (centre === undefined) return notFound
      const kept = note === undefined ? undefined : await keepText({ centre, subject: call }, 'referral', note)
      if (kept && !kept.ok) return kept
      return run(from, call, {
        type: 'ReferCall',
        receiver,
        ...(kept ? { note: kept.value } : {}),
        ...(ticket === undefined ? {} : { ticket }),
      })
    },

    end: (from, call) => run(from, call, { type: 'EndCall' }),
  }
}

const notFound = { ok: false, refusal: { code: 'notFound', params: { what: 'call' } } } as const
