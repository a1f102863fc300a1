import { isDeepStrictEqual } from 'node:util'
import type { CallCommand } from '../../dispatch/call/messages.ts'
import { isOver } from '../../dispatch/incident/incident.ts'
import { known } from '../../dispatch/incident/intake.ts'
import type { CallCommands, Outcome, Sender } from '../application.ts'
import type { DepsWithRules, Dispatcher } from '../context.ts'
import type { WithTexts } from '../texts.ts'
import type { CallView } from '../views.ts'
import { keepReporter, parseReporter, type Reporter } from './intake-change.ts'

/** Which incident a call opens: its id follows from the call's, so that repeats find it. */
export const incidentIdOf = (call: string): string => `i-${call}`

/** What call takers do about calls. */
export const createCallCommands = (
  { stores, serviceClock, live, rules }: DepsWithRules,
  dispatcher: Dispatcher,
  withTexts: WithTexts,
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

  /** Field a follows the caller, part by part, as long as nobody typed another reporter there. */
  const tellIncident = async (
    from: Sender,
    call: string,
    before: Reporter,
    after: Reporter,
  ): Promise<Outcome<null>> => {
    const id = (await stores.calls.load(call))?.state.incident
    const incident = id === undefined ? undefined : (await stores.incidents.load(id))?.state
    if (!incident || isOver(incident) || incident.phase.status === 'closed') return { ok: true, value: null }
    const texts = await stores.texts.of(incident.id)
    const asked = parseReporter(texts.get(known(incident.intake.reporter) ?? ''))
    const follow = (part: keyof Reporter) => (asked[part] === before[part] ? after[part] : asked[part])
    const reporter = { name: follow('name'), phone: follow('phone') }
    if (isDeepStrictEqual(reporter, asked)) return { ok: true, value: null }
    return withTexts({ centre: incident.centre, subject: incident.id, aggregate: 'incidents' }, async keep => {
      const kept = await keepReporter(reporter, keep)
      if (!kept.ok) return kept
      const change = { reporter: kept.value }
      const told = await dispatcher.incident(incident.id, { type: 'AnswerIntake', change }, from)
      return told.ok ? { ok: true, value: null } : told
    })
  }

  return {
    open: async (from, { centre: code, callId, phone, name }) => {
      const centre = await stores.directory.centre(code)
      if (!centre) return { ok: false, refusal: { code: 'unknownCentre', params: { centre: code } } }
      const profile = await rules.profileToPin(centre)
      // The number first: a call that was opened must never lack it.
      if (!(await stores.callers.byCall(callId))) {
        const openedAt = serviceClock.now()
        await stores.callers.put({ call: callId, centre: code, phone, name, callClass: null, openedAt })
      }
      const command = { type: 'OpenCall', callId, centre: code, profile } as const
      return then(callId, await dispatcher.call(callId, command, from))
    },

    classify: async (from, call, callClass) => {
      const state = (await stores.calls.load(call))?.state
      if (!state) return notFound
      const incidentId = incidentIdOf(call)
      const caller = await stores.callers.byCall(call)
      const reporter = { name: caller?.name ?? null, phone: caller?.phone ?? null }
      const owner = { centre: state.centre, subject: incidentId, aggregate: 'incidents' } as const
      // A call that is open no more is refused, and a repeat has its words already. What is kept here is not taken
      // back: until the incident is opened, only an effect of the call refers to it.
      const opens = callClass === 'normal' && state.phase.status === 'open'
      const kept = opens ? await withTexts(owner, keep => keepReporter(reporter, keep)) : null
      if (kept && !kept.ok) return kept
      const known = kept && kept.value !== 'unknown' ? { reporter: kept.value.known } : {}
      const classified = await dispatcher.call(call, { type: 'ClassifyCall', callClass, incidentId, ...known }, from)
      if (classified.ok) await stores.callers.update(call, { callClass: classified.value.state.callClass ?? null })
      return then(call, classified)
    },

    setCaller: async (from, call, change) => {
      const record = await stores.callers.byCall(call)
      if (!record) return notFound
      const status = (await stores.calls.load(call))?.state.phase.status
      if (status === 'ended') return { ok: false, refusal: { code: 'notNow', params: { action: 'setCaller', status } } }
      const { name, phone, centre } = record
      const told = await tellIncident(from, call, { name, phone }, { name, phone, ...change })
      if (!told.ok) return told
      await stores.callers.update(call, change)
      live.publish({ centre, topic: 'call', id: call })
      return then(call, told)
    },

    recordAnswer: async (from, call, { topic, answer }) => {
      const centre = await centreOf(call)
      if (centre === undefined) return notFound
      return withTexts({ centre, subject: call, aggregate: 'calls' }, async keep => {
        const kept = await keep('answer', answer)
        return kept.ok ? run(from, call, { type: 'RecordAnswer', topic, answer: kept.value }) : kept
      })
    },

    refer: async (from, call, { receiver, note, ticket }) => {
      const centre = await centreOf(call)
      if (centre === undefined) return notFound
      return withTexts({ centre, subject: call, aggregate: 'calls' }, async keep => {
        const kept = note === undefined ? undefined : await keep('referral', note)
        if (kept && !kept.ok) return kept
        return run(from, call, {
          type: 'ReferCall',
          receiver,
          ...(kept ? { note: kept.value } : {}),
          ...(ticket === undefined ? {} : { ticket }),
        })
      })
    },

    end: (from, call) => run(from, call, { type: 'EndCall' }),
  }
}

const notFound = { ok: false, refusal: { code: 'notFound', params: { what: 'call' } } } as const
