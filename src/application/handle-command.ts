import type { StoredEffect } from '../dispatch/incident/effects.ts'
import type { Recorded } from '../dispatch/incident/events.ts'
import type { Decision } from '../dispatch/refusal.ts'
import type { Instant } from '../dispatch/vocabulary.ts'
import type { Outcome, Sender } from './application.ts'
import type { AggregateIndex, AggregateStore } from './ports/aggregate-store.ts'

/** How one kind of aggregate (call, incident) decides and folds; the handler knows nothing else of it. */
export interface Aggregate<State, Command, Event extends { type: string }, Effect, Rules> {
  store: AggregateStore<State, Event, Effect>
  /** what a decision goes by beside the state; the same for as long as the aggregate lives */
  rules(state: State | null, command: Command): Promise<Rules>
  decide(
    state: State | null,
    command: Command,
    from: Sender,
    now: Instant,
    rules: Rules,
  ): Decision<Recorded<Event>, StoredEffect<Effect>>
  evolve(state: State | null, event: Recorded<Event>): State
  /** what every change brings with it beside what was decided, in the same write */
  entails(before: State | null, after: State, events: Recorded<Event>[]): StoredEffect<Effect>[]
  index(state: State, now: Instant, rules: Rules): AggregateIndex
}

export interface Handled<State, Event, Effect> {
  state: State
  version: number
  events: Recorded<Event>[]
  effects: StoredEffect<Effect>[]
  /** the deadline that this save stored; null when it stored none, or nothing was saved */
  nextDueAt: Instant | null
}

/** A lost race reloads and decides again; more rivals than this at one moment means that something else is wrong. */
const maxRaces = 50

/**
 * Load, decide, save. One guarded document write saves state, events, effects and the command's id; a command id that
 * is known returns its first result; a refusal changes nothing.
 */
export const handleCommand = async <State, Command, Event extends { type: string }, Effect, Rules>(
  { store, rules: rulesFor, decide, evolve, entails, index }: Aggregate<State, Command, Event, Effect, Rules>,
  id: string,
  command: Command,
  from: Sender,
  now: () => Instant,
): Promise<Outcome<Handled<State, Event, Effect>>> => {
  for (let race = 0; race < maxRaces; race++) {
    const loaded = await store.load(id)
    if (loaded?.commandIds.has(from.commandId)) {
      const events = await store.events(id, from.commandId)
      return { ok: true, value: { state: loaded.state, version: loaded.version, events, effects: [], nextDueAt: null } }
    }
    const rules = await rulesFor(loaded?.state ?? null, command)
    const at = now()
    const decision = decide(loaded?.state ?? null, command, from, at, rules)
    if (!decision.accepted) return { ok: false, refusal: decision.refusal }
    const { events } = decision
    if (!events.length && loaded)
      return { ok: true, value: { ...loaded, events, effects: decision.effects, nextDueAt: null } }
    const state = events.reduce<State | null>(evolve, loaded?.state ?? null)
    if (state === null) throw new Error('an accepted command on a new aggregate must make its first event')
    const effects = [...decision.effects, ...entails(loaded?.state ?? null, state, events)]
    const expected = loaded?.version ?? null
    const indexed = index(state, at, rules)
    const { commandId } = from
    if (!(await store.save({ id, expected, state, index: indexed, events, effects, commandId }))) continue
    const { nextDueAt } = indexed
    return { ok: true, value: { state, version: (expected ?? 0) + 1, events, effects, nextDueAt } }
  }
  return { ok: false, refusal: { code: 'tryAgain', params: {} } }
}
