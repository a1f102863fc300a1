import { isDeepStrictEqual } from 'node:util'
import type { CallCommand } from '../../dispatch/call/messages.ts'
import { isOver } from '../../dispatch/incident/incident.ts'
import { known } from '../../dispatch/incident/intake.ts'
import type { CallCommands, Outcome, Sender } from '../application.ts'
import type { AttachCommands } from '../commands/duplicates.ts'
import type { DepsWithRules, Dispatcher } from '../context.ts'
import type { WithTexts } from '../texts.ts'
import type { CallView } from '../views.ts'
import { createBackEntry } from './back-entry.ts'
import { createCallDesk, createWithdraw, keepEach, leavesDraft } from './call-desk.ts'
import { keepReporter, parseReporter, type Reporter } from './intake-change.ts'
import { createNextIncident, incidentIdOf } from './next-incident.ts'

/** What call takers do about calls. */
export const createCallCommands = (
  deps: DepsWithRules,
  dispatcher: Dispatcher,
  withTexts: WithTexts,
  view: (call: string) => Promise<CallView | null>,
): Omit<CallCommands, keyof AttachCommands> => {
  const { stores, serviceClock, live, rules } = deps
  const nextIncident = createNextIncident(deps, withTexts)
  const withdraw = createWithdraw(deps, dispatcher, withTexts)
  const then = async (call: string, outcome: Outcome<unknown>): Promise<Outcome<CallView>> => {
    if (!outcome.ok) return outcome
    const shown = await view(call)
    return shown ? { ok: true, value: shown } : notFound
  }
  const run = async (from: Sender, call: string, command: CallCommand) =>
    then(call, await dispatcher.call(call, command, from))
  const stateOf = async (call: string) => (await stores.calls.load(call))?.state

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
      if (centre.active === false) return { ok: false, refusal: { code: 'centreClosed', params: { centre: code } } }
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
      const opens = callClass === 'normal' && state.phase.status === 'open'
      const opening = opens
        ? await nextIncident(state)
        : { ok: true as const, value: { incidentId: incidentIdOf(call) } }
      if (!opening.ok) return opening
      const classified = await dispatcher.call(call, { type: 'ClassifyCall', callClass, ...opening.value }, from)
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

    recordAnswer: async (from, call, { topic, answer, entry }) => {
      const state = await stateOf(call)
      if (!state) return notFound
      if (state.erasedAt !== undefined) return erased
      if (entry !== undefined && !(await stores.information.entry(state.centre, entry))) return noEntry
      return withTexts({ centre: state.centre, subject: call, aggregate: 'calls' }, async keep => {
        const about = await keep('topic', topic)
        if (!about.ok) return about
        const given = await keep('answer', answer)
        if (!given.ok) return given
        const words = { topic: about.value, answer: given.value }
        return run(from, call, { type: 'RecordAnswer', ...words, ...(entry === undefined ? {} : { entry }) })
      })
    },

    refer: async (from, call, { receiver, note, ticket }) => {
      const state = await stateOf(call)
      if (!state) return notFound
      if (state.erasedAt !== undefined) return erased
      if (await withdraw.repeats(from, state)) return then(call, { ok: true, value: null })
      return withTexts({ centre: state.centre, subject: call, aggregate: 'calls' }, async keep => {
        const to = await keep('receiver', receiver)
        if (!to.ok) return to
        const kept = await keepEach(keep, { referral: note, ticket })
        if (!kept.ok) return kept
        const { referral, ...words } = kept.value
        const referTo = { receiver: to.value, ...words, ...(referral === undefined ? {} : { note: referral }) }
        if (!leavesDraft(state)) return run(from, call, { type: 'ReferCall', ...referTo })
        const why = `Bukan kejadian darurat; dirujuk ke ${receiver}`
        return then(call, await withdraw.ask(from, state, why, { kind: 'referred', ...referTo }))
      })
    },

    end: (from, call) => run(from, call, { type: 'EndCall' }),
    ...createCallDesk(deps, dispatcher, withTexts, view),
    ...createBackEntry(deps, dispatcher, withTexts, view),
  }
}

const noEntry = { ok: false, refusal: { code: 'notFound', params: { what: 'information' } } } as const
const notFound = { ok: false, refusal: { code: 'notFound', params: { what: 'call' } } } as const
const erased = { ok: false, refusal: { code: 'notNow', params: { action: 'resolve', status: 'erased' } } } as const
