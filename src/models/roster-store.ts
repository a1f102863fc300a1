import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { RosterStore, Shift } from '../application/ports/duty.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'

interface ShiftDocument extends StoredDocument, Omit<Shift, 'id'> {}

/** The duty lists of all centres. */
export function rosterStore(connection: Connection): RosterStore {
  const { model, schemaNumber, current } = defineCollection<ShiftDocument>(connection, {
    collection: 'shifts',
    fields: {
      centre: { type: String, required: true },
      who: Schema.Types.Mixed,
      from: { type: Number, required: true },
      until: { type: Number, required: true },
    },
    indexes: [[{ centre: 1, until: 1 }]],
  })

  const toShift = (document: ShiftDocument): Shift => {
    const { _id: id, centre, who, from, until } = current(document)
    return { id, centre, who, from, until }
  }
  const find = async (filter: { centre: string; until: { $gt: number }; from: { $lt: number } | { $lte: number } }) => {
    const found = await model.find(filter).lean<ShiftDocument[]>()
    return found.map(toShift).sort((a, b) => a.from - b.from || a.until - b.until || a.id.localeCompare(b.id))
  }

  return {
    put: ({ id, ...fields }) => insertOnce(model.create({ ...fields, _id: id, schemaNumber })),
    async byId(id) {
      const found = await model.findById(id).lean<ShiftDocument>()
      return found && toShift(found)
    },
    async remove(id) {
      await model.deleteOne({ _id: id })
    },
    between: (centre, from, until) => find({ centre, until: { $gt: from }, from: { $lt: until } }),
    at: (centre, now) => find({ centre, until: { $gt: now }, from: { $lte: now } }),
  }
}
