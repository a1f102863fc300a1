import type { Connection } from 'mongoose'
import type { CallerRecord, CallerStore } from '../application/ports/records.ts'
import { defineCollection, type StoredDocument } from './document.ts'

interface CallerDocument extends StoredDocument, Omit<CallerRecord, 'call'> {}

/** Who called: one erasable record a call. */
export function callerStore(connection: Connection): CallerStore {
  const { model, schemaNumber, current } = defineCollection<CallerDocument>(connection, {
    collection: 'callers',
    fields: {
      centre: { type: String, required: true },
      phone: String,
      name: String,
      callClass: String,
      openedAt: { type: Number, required: true },
      callback: String,
    },
    indexes: [[{ centre: 1, phone: 1, openedAt: -1 }]],
  })

  const toCaller = (document: CallerDocument): CallerRecord => {
    const { _id: call, centre, phone, name, callClass, openedAt, callback = null } = current(document)
    return { call, centre, phone, name, callClass, openedAt, callback }
  }

  return {
    async put({ call, ...fields }) {
      await model.updateOne({ _id: call }, { $set: { ...fields, schemaNumber } }, { upsert: true })
    },
    async update(call, change) {
      await model.updateOne({ _id: call }, { $set: change })
    },
    async byCall(call) {
      const found = await model.findById(call).lean<CallerDocument>()
      return found && toCaller(found)
    },
    async byCalls(calls) {
      const found = await model.find({ _id: { $in: calls } }).lean<CallerDocument[]>()
      return new Map(found.map(document => [document._id, toCaller(document)]))
    },
    async history(centre, phone, limit) {
      const found = model.find({ centre, phone }).sort({ openedAt: -1 }).limit(limit)
      return (await found.lean<CallerDocument[]>()).map(toCaller)
    },
    async between(centre, phone, from, to) {
      const found = model.find({ centre, phone, openedAt: { $gte: from, $lte: to } }).sort({ openedAt: -1 })
      return (await found.lean<CallerDocument[]>()).map(toCaller)
    },
    async tally(centre, phone, span) {
      const counted = await model.aggregate<{ _id: string | null; calls: number }>([
        { $match: { centre, phone, ...(span && { openedAt: { $gte: span.from, $lte: span.to } }) } },
        { $group: { _id: '$callClass', calls: { $sum: 1 } } },
      ])
      return new Map(counted.map(({ _id, calls }) => [_id ?? '', calls]))
    },
  }
}
