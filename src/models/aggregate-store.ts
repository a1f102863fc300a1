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
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'
import { startsWith } from './prefix.ts'

interface AggregateDocument extends StoredDocument, Omit<AggregateIndex, 'number'> {
  number?: string
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

/**
 * Calls or incidents: one document each, changed by guarded single-document writes only. The state is stored as it is;
 * its keys may hold dots.
 */
export function aggregateStore<State, Event extends { type: string }, Effect>(
  connection: Connection,
  collection: string,
): AggregateStore<State, Event, Effect> {
  const { model, schemaNumber, current } = defineCollection<AggregateDocument>(connection, {
    collection,
    fields: {
      centre: { type: String, required: true },
      status: { type: String, required: true },
      number: String,
      nextDueAt: Number,
      openedAt: { type: Number, required: true },
      version: { type: Number, required: true },
      state: Mixed,
      commands: { type: [{ _id: false, id: String }] },
      events: [Mixed],
      effects: [Mixed],
    },
    indexes: [
      [{ nextDueAt: 1 }],
      [{ 'effects.id': 1 }],
      [{ centre: 1, openedAt: -1 }],
      [{ centre: 1, status: 1, openedAt: -1 }],
      [{ centre: 1, number: 1 }],
    ],
  })

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

  const idsOf = (documents: { _id: string }[]) => documents.map(document => document._id)

  return {
    async load(id): Promise<Loaded<State> | null> {
      const found = await model.findById(id, withoutLogs).lean<AggregateDocument>()
      if (!found) return null
      const { state, version, commands } = current(found)
      return { state: state as State, version, commandIds: new Set(commands.map(command => command.id)) }
    },
    save: saving => (saving.expected === null ? insert(saving) : replace(saving.expected, saving)),
    async events(id, commandId) {
      const found = await model.findById(id, { events: 1, schemaNumber: 1 }).lean<AggregateDocument>()
      const events = (found ? current(found).events : []) as Recorded<Event>[]
      return commandId === undefined ? events : events.filter(event => event.commandId === commandId)
    },
    async history(id) {
      const found = await model.findById(id, { effects: 0, commands: 0 }).lean<AggregateDocument>()
      if (!found) return null
      const { state, version, events } = current(found)
      return { state: state as State, version, events: events as Recorded<Event>[] }
    },
    async due(now, limit) {
      const due = model
        .find({ nextDueAt: { $lte: now } }, { _id: 1 })
        .sort({ nextDueAt: 1 })
        .limit(limit)
      return idsOf(await due.lean<{ _id: string }[]>())
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
      const found = await model.findById(id, { effects: 1, schemaNumber: 1 }).lean<AggregateDocument>()
      return (found ? current(found).effects : []) as StoredEffect<Effect>[]
    },
    async removeEffects(id, effectIds) {
      await model.updateOne({ _id: id }, { $pull: { effects: { id: { $in: effectIds } } } })
    },
    async list(query) {
      // a number begins with its date, so the newest stand last in the index on numbers too
      const newestFirst = query.number ? ({ number: -1 } as const) : ({ openedAt: -1 } as const)
      const found = model.find(listFilter(query), stateOnly).sort(newestFirst).limit(query.limit)
      return (await found.lean<AggregateDocument[]>()).map(document => current(document).state as State)
    },
  }
}

const listFilter = ({ centre, statuses, number, ids, before }: AggregateQuery) => ({
  centre,
  ...(ids && { _id: { $in: [...ids] } }),
  ...(statuses && { status: { $in: [...statuses] } }),
  ...(number && { number: startsWith(number) }),
  ...(before !== undefined && { openedAt: { $lt: before } }),
})
