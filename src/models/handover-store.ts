import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { Handover, HandoverStore } from '../application/ports/duty.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'

interface HandoverDocument extends StoredDocument, Omit<Handover, 'id' | 'done'> {
  /** when it was asked for; absent once it is done, so that the sweep's index holds open ones only */
  openSince?: number
}

/** Handovers of shifts: the intent first, so that a crash in the middle of many incidents is made good. */
export function handoverStore(connection: Connection): HandoverStore {
  const { model, schemaNumber, current } = defineCollection<HandoverDocument>(connection, {
    collection: 'handovers',
    fields: {
      centre: { type: String, required: true },
      by: Schema.Types.Mixed,
      to: Schema.Types.Mixed,
      incidents: [String],
      note: String,
      at: { type: Number, required: true },
      openSince: Number,
    },
    indexes: [[{ openSince: 1 }]],
  })

  return {
    put: ({ id, done, ...fields }) =>
      insertOnce(model.create({ ...fields, _id: id, schemaNumber, ...(done ? {} : { openSince: fields.at }) })),
    async byId(id) {
      const found = await model.findById(id).lean<HandoverDocument>()
      if (!found) return null
      const { centre, by, to, incidents, note, at, openSince } = current(found)
      return { id, centre, by, to, incidents, note, at, done: openSince === undefined }
    },
    async done(id) {
      await model.updateOne({ _id: id }, { $unset: { openSince: 1 } })
    },
    async open(limit) {
      const open = model.find({ openSince: { $gt: 0 } }, { _id: 1 }).sort({ openSince: 1 })
      return (await open.limit(limit).lean<{ _id: string }[]>()).map(({ _id }) => _id)
    },
  }
}
