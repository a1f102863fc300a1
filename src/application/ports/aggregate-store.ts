import type { StoredEffect } from '../../dispatch/incident/effects.ts'
import type { Recorded } from '../../dispatch/incident/events.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'

/** A loaded aggregate: its state, the version to compare on save, and the commands that it has accepted. */
export interface Loaded<State> {
  state: State
  version: number
  commandIds: ReadonlySet<string>
  /** as it is stored, see `AggregateIndex` */
  nextDueAt: Instant | null
}

/** Fields beside the state that queries are answered from, all indexed by the stores. */
export interface AggregateIndex {
  centre: string
  status: string
  number?: string
  /** earliest service time at which a clock wants `FireDue`; null when none is due ever */
  nextDueAt: Instant | null
  openedAt: Instant
  /** what waits at it, beside its deadlines: `callback:open`, `referral:open` … */
  flags?: string[]
}

/** One accepted command, written in one guarded document write. */
export interface Saving<State, Event, Effect> {
  id: string
  /** version that was loaded; null for a new aggregate */
  expected: number | null
  state: State
  index: AggregateIndex
  events: Recorded<Event>[]
  effects: StoredEffect<Effect>[]
  commandId: string
}

/**
 * Calls and incidents: each is one document with state, events, effects, command ids and version.
 * `save` compares and sets: false means that somebody was faster (or that the id exists): load and decide again.
 */
export interface AggregateStore<State, Event extends { type: string }, Effect> {
  load(id: string): Promise<Loaded<State> | null>
  save(saving: Saving<State, Event, Effect>): Promise<boolean>
  /** the events of one command, for its first result; all events when no command is named */
  events(id: string, commandId?: string): Promise<Recorded<Event>[]>
  /** state, version and all events in one read, for pages */
  history(id: string): Promise<{ state: State; version: number; events: Recorded<Event>[] } | null>
  /** ids whose deadline has passed, earliest first */
  due(now: Instant, limit: number): Promise<string[]>
  /** sets the stored deadline of this version anew; false when it has changed meanwhile */
  reindex(id: string, version: number, nextDueAt: Instant | null): Promise<boolean>
  /** ids in one of these statuses, of every centre, in their order, behind `after` */
  idsIn(statuses: readonly string[], after: string, limit: number): Promise<string[]>
  /** ids that still have effects for the relay */
  withEffects(limit: number): Promise<string[]>
  effects(id: string): Promise<StoredEffect<Effect>[]>
  removeEffects(id: string, effectIds: string[]): Promise<void>
  list(query: AggregateQuery): Promise<State[]>
  /** the same without their states; `number` is empty where there is none */
  heads(query: AggregateQuery): Promise<AggregateHead[]>
  /** how many of these statuses were opened since then, or have a deadline before then */
  count(query: AggregateCount): Promise<number>
}

/** What tells one of them from another. */
export interface AggregateHead {
  id: string
  number: string
  status: string
}

export interface AggregateCount {
  centre: string
  statuses: readonly string[]
  openedSince?: Instant
  dueBefore?: Instant
}

export interface AggregateQuery {
  centre: string
  statuses?: readonly string[]
  /** part of the incident's number, from its beginning */
  number?: string
  ids?: readonly string[]
  flag?: string
  before?: Instant
  limit: number
}
