import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type {
  AggregateIndex,
  AggregateQuery,
  AggregateStore,
  Loaded,
  Saving,
} from '../application/ports/aggregate-store.ts'
import type { StoredEffect } from '../dispatch/incident/effects.ts'
import type { Recorded } from '../dispatch/incident/events.ts'
import { defineCollection, insertOnce, type StoredDocument, type Upcaster } from './document.ts'
import { startsWith } from './prefix.ts'

interface AggregateDocument extends StoredDocument, Omit<AggregateIndex, 'number' | 'flags'> {
  number?: string
  flags?: string[]
  version: number
  state: unknown
  commands: { id: string }[]
  events: unknown[]
  effects: unknown[]
}

const { Mixed } = Schema.Types

/** What decisions need; events and effects grow and are read on their own. */
const withoutLogs = { events: 0, effects: 0 } as const
const stateOnly = { state: 1, schemaNumber: 1 } as const

/** What became of the shape of documents that an earlier version wrote. */
export interface Evolution {
  /** from one schema number to the next, of the whole document: its events too */
  upcasters: readonly Upcaster[]
  /** what has to be kept elsewhere before the document is written anew; may be done twice */
  before(document: Record<string, unknown>): Promise<void>
}

/**
 * Calls or incidents: one document each, changed by guarded single-document writes only. The state is stored as it is;
 * its keys may hold dots. A document of an earlier schema is written anew when it is first read.
 */
export function aggregateStore<State, Event extends { type: string }, Effect>(
  connection: Connection,
  collection: string,
  evolution?: Evolution,
): AggregateStore<State, Event, Effect> {
  const { model, schemaNumber, current } = defineCollection<AggregateDocument>(connection, {
    collection,
    fields: {
      centre: { type: String, required: true },
      status: { type: String, required: true },
      number: String,
      nextDueAt: Number,
      openedAt: { type: Number, required: true },
      flags: { type: [String], default: undefined },
      version: { type: Number, required: true },
      state: Mixed,
      commands: { type: [{ _id: false, id: String }] },
      events: [Mixed],
      effects: [Mixed],
    },
    indexes: [
      [{ nextDueAt: 1 }],
      [{ status: 1, _id: 1 }],
      [{ 'effects.id': 1 }],
      [{ centre: 1, openedAt: -1 }],
      [{ centre: 1, status: 1, openedAt: -1 }],
      [{ centre: 1, number: 1 }],
      [{ centre: 1, flags: 1, openedAt: -1 }],
    ],
    ...(evolution && { upcasters: evolution.upcasters }),
  })

  /** Later events are only added, so that the earlier ones must be of the same schema. Whoever is faster did the same. */
  const lift = async (id: string): Promise<void> => {
    const found = await model.findById(id).lean<AggregateDocument>()
    if (!found || found.schemaNumber >= schemaNumber) return
    await evolution?.before({ ...found })
    const { state, events, schemaNumber: number } = current(found)
    await model.updateOne(
      { _id: id, version: found.version, schemaNumber: found.schemaNumber },
      { $set: { state, events, schemaNumber: number } },
    )
  }
  const read = async (id: string, fields: Record<string, 0 | 1>): Promise<AggregateDocument | null> => {
    const find = () => model.findById(id, fields).lean<AggregateDocument>()
    const found = await find()
    if (!found || found.schemaNumber >= schemaNumber) return found && current(found)
    await lift(id)
    return read(id, fields)
  }

  const insert = ({ id, state, index, events, effects, commandId }: Saving<State, Event, Effect>) =>
    insertOnce(
      model.create({
        ...index,
        _id: id,
        schemaNumber,
        version: 1,
        state,
        events,
        effects,
        commands: [{ id: commandId }],
      }),
    )

  const replace = async (expected: number, saving: Saving<State, Event, Effect>) => {
    const { id, state, index, events, effects, commandId } = saving
    const { matchedCount } = await model.updateOne(
      { _id: id, version: expected },
      {
        $set: { ...index, schemaNumber, state, version: expected + 1 },
        $push: { events: { $each: events }, effects: { $each: effects }, commands: { $each: [{ id: commandId }] } },
      },
    )
    return matchedCount === 1
  }

  const found = (query: AggregateQuery, fields: Record<string, 1>): Promise<AggregateDocument[]> => {
    // a number begins with its date, so the newest stand last in the index on numbers too
    const newestFirst = query.number ? ({ number: -1 } as const) : ({ openedAt: -1 } as const)
    return model.find(listFilter(query), fields).sort(newestFirst).limit(query.limit).lean<AggregateDocument[]>()
  }

  const idsOf = (documents: { _id: string }[]) => documents.map(document => document._id)

  return {
    async load(id): Promise<Loaded<State> | null> {
      const found = await read(id, withoutLogs)
      if (!found) return null
      const { state, version, commands, nextDueAt } = found
      const commandIds = new Set(commands.map(command => command.id))
      return { state: state as State, version, commandIds, nextDueAt: nextDueAt ?? null }
    },
    save: saving => (saving.expected === null ? insert(saving) : replace(saving.expected, saving)),
    async events(id, commandId) {
      const found = await read(id, { events: 1, schemaNumber: 1, version: 1 })
      const events = (found?.events ?? []) as Recorded<Event>[]
      return commandId === undefined ? events : events.filter(event => event.commandId === commandId)
    },
    async history(id) {
      const found = await read(id, { effects: 0, commands: 0 })
      if (!found) return null
      const { state, version, events } = found
      return { state: state as State, version, events: events as Recorded<Event>[] }
    },
    async due(now, limit) {
      const due = model
        .find({ nextDueAt: { $lte: now } }, { _id: 1 })
        .sort({ nextDueAt: 1 })
        .limit(limit)
      return idsOf(await due.lean<{ _id: string }[]>())
    },
    async reindex(id, version, nextDueAt) {
      return (await model.updateOne({ _id: id, version }, { $set: { nextDueAt } })).matchedCount === 1
    },
    async idsIn(statuses, after, limit) {
      const found = model
        .find({ status: { $in: [...statuses] }, _id: { $gt: after } }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(limit)
      return idsOf(await found.lean<{ _id: string }[]>())
    },
    async withEffects(limit) {
      return idsOf(
        await model
          .find({ 'effects.id': { $gt: '' } }, { _id: 1 })
          .limit(limit)
          .lean<{ _id: string }[]>(),
      )
    },
    async effects(id) {
      const found = await model.findById(id, { effects: 1 }).lean<AggregateDocument>()
      return (found?.effects ?? []) as StoredEffect<Effect>[]
    },
    async removeEffects(id, effectIds) {
      await model.updateOne({ _id: id }, { $pull: { effects: { id: { $in: effectIds } } } })
    },
    async list(query) {
      const documents = await found(query, stateOnly)
      const states = documents.map(async document => {
        if (document.schemaNumber >= schemaNumber) return current(document).state as State
        return (await read(document._id, stateOnly))?.state as State
      })
      return Promise.all(states)
    },
    async heads(query) {
      const documents = await found(query, { number: 1, status: 1 })
      return documents.map(({ _id: id, number = '', status }) => ({ id, number, status }))
    },
    count: ({ centre, statuses, openedSince, dueBefore }) =>
      model.countDocuments({
        centre,
        status: { $in: [...statuses] },
        ...(openedSince !== undefined && { openedAt: { $gte: openedSince } }),
        ...(dueBefore !== undefined && { nextDueAt: { $lt: dueBefore } }),
      }),
  }
}

const listFilter = ({ centre, statuses, number, ids, flag, before }: AggregateQuery) => ({
  centre,
  ...(ids && { _id: { $in: [...ids] } }),
  ...(flag && { flags: flag }),
  ...(statuses && { status: { $in: [...statuses] } }),
  ...(number && { number: startsWith(number) }),
  ...(before !== undefined && { openedAt: { $lt: before } }),
})
