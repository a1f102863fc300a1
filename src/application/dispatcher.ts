import { type Call, isCallbackOpen, isReferralOpen } from '../dispatch/call/call.ts'
import { decideCall, nextCallDueAt } from '../dispatch/call/decide.ts'
import { evolveCall } from '../dispatch/call/evolve.ts'
import type { CallCommand, CallEffect, CallEvent } from '../dispatch/call/messages.ts'
import type { IncidentCommand } from '../dispatch/incident/commands.ts'
import { decide } from '../dispatch/incident/decide/decide.ts'
import { nextDueAt } from '../dispatch/incident/decide/escalating.ts'
import type { IncidentEffect, StoredEffect } from '../dispatch/incident/effects.ts'
import type { IncidentEvent } from '../dispatch/incident/events.ts'
import { evolve } from '../dispatch/incident/evolve.ts'
import type { Incident } from '../dispatch/incident/incident.ts'
import type { Decision, Refusal } from '../dispatch/refusal.ts'
import type { Outcome, Sender } from './application.ts'
import type { DepsWithRules, Dispatcher } from './context.ts'
import { callRecord, incidentRecord } from './figures/keep-figures.ts'
import { type Aggregate, type Handled, handleCommand } from './handle-command.ts'
import type { AggregateIndex } from './ports/aggregate-store.ts'
import { type CentreRules, type PinnedRules, shippedRules } from './rules/rule-book.ts'

type IncidentAggregate = Aggregate<Incident, IncidentCommand, IncidentEvent, IncidentEffect, CentreRules>
type CallAggregate = Aggregate<Call, CallCommand, CallEvent, CallEffect, CentreRules>

/** Performs the effects of a save right after it; what it fails to do the sweep finds. */
export interface PerformNow {
  call(id: string, state: Call, effects: StoredEffect<CallEffect>[]): Promise<void>
  incident(id: string, state: Incident, effects: StoredEffect<IncidentEffect>[]): Promise<void>
  /** something happened to it besides a limit that passed */
  changed(state: Call | Incident): Promise<void>
}

/**
 * The way of every command: handle it, perform its effects at once, wake the clocks and the pages. Only the save
 * decides; whatever follows may be lost in a crash and is found again by the sweeps.
 */
export const createDispatcher = (deps: DepsWithRules, performNow: PerformNow): Dispatcher => {
  const { stores, serviceClock, rules } = deps
  const now = () => serviceClock.now()

  /** The pinned versions; the first command brings what to pin. Without either the core refuses before it looks. */
  const rulesFor = async (state: PinnedRules | null, command: IncidentCommand | CallCommand): Promise<CentreRules> => {
    const pinned = state ?? ('profile' in command ? command : undefined)
    return pinned ? rules.of(pinned) : shippedRules
  }

  const incidents: IncidentAggregate = {
    store: stores.incidents,
    rules: rulesFor,
    decide: (state, command, { commandId, by }, at, { profile, runCard }) =>
      decide(state, command, { commandId, by, now: at, profile, runCard }),
    evolve,
    entails: incidentRecord,
    index: incidentIndex,
  }
  const calls: CallAggregate = {
    store: stores.calls,
    rules: rulesFor,
    decide: (state, command, { commandId, by }, at, { profile }) =>
      decideCall(state, command, { commandId, by, now: at, profile }),
    evolve: evolveCall,
    entails: callRecord,
    index: callIndex,
  }

  /** The command was accepted, whatever becomes of its effects now. */
  const tryNow = async (id: string, perform: () => Promise<void>): Promise<void> => {
    try {
      await perform()
    } catch (error) {
      deps.log.error({ aggregate: id, error }, 'effects were not relayed; the sweep finds them')
    }
  }

  const after = async <State extends Call | Incident, Event extends { type: string }, Effect>(
    topic: 'call' | 'incident',
    id: string,
    outcome: Outcome<Handled<State, Event, Effect>>,
    perform: (id: string, state: State, effects: StoredEffect<Effect>[]) => Promise<void>,
  ): Promise<Outcome<{ state: State; version: number }>> => {
    if (!outcome.ok) return outcome
    const { state, events, effects, nextDueAt } = outcome.value
    if (effects.length) await tryNow(id, () => perform(id, state, effects))
    if (events.some(({ type }) => type !== 'RungFired')) await tryNow(id, () => performNow.changed(state))
    if (nextDueAt !== null) deps.wakeUps.due(topic, id, nextDueAt)
    if (events.length) deps.live.publish({ centre: state.centre, topic, id })
    return outcome
  }

  return {
    incident: async (id, command, from) =>
      after('incident', id, heard(from, await handleCommand(incidents, id, command, from, now)), performNow.incident),
    refusalOf: {
      incident: async (command, from) =>
        refusalIn(incidents.decide(null, command, from, now(), await rulesFor(null, command))),
      call: async (command, from) => refusalIn(calls.decide(null, command, from, now(), await rulesFor(null, command))),
    },
    call: async (id, command, from) =>
      after('call', id, heard(from, await handleCommand(calls, id, command, from, now)), performNow.call),
  }
}

const refusalIn = (decision: Decision<unknown, unknown>): Refusal | null =>
  decision.accepted ? null : decision.refusal

/** A person who is told to try again does so; what the system itself could not say must stay to be said again. */
const heard = <T>({ by }: Sender, outcome: Outcome<T>): Outcome<T> => {
  if (!outcome.ok && outcome.refusal.code === 'tryAgain' && by.kind === 'system') {
    throw new Error('too many rivals at one aggregate')
  }
  return outcome
}

const incidentIndex = (state: Incident, now: number, { profile }: CentreRules): AggregateIndex => ({
  centre: state.centre,
  status: state.phase.status,
  number: state.number,
  openedAt: state.openedAt,
  nextDueAt: nextDueAt(state, profile, now),
})

const callIndex = (state: Call, now: number, { profile }: CentreRules): AggregateIndex => ({
  centre: state.centre,
  status: state.phase.status,
  openedAt: state.openedAt,
  nextDueAt: nextCallDueAt(state, profile, now),
  flags: callFlags(state),
})

/** What lists of open work ask for. */
const callFlags = (state: Call): string[] => [
  ...(state.callback ? [isCallbackOpen(state) ? 'callback:open' : 'callback:done'] : []),
  ...(isReferralOpen(state) ? ['referral:open'] : []),
]
