import type { Connection } from 'mongoose'
import type { StormRecord, StormStore } from '../application/ports/storms.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'

interface StormDocument extends StoredDocument, Omit<StormRecord, 'centre'> {}

/** The present or last storm of each centre. */
export function stormStore(connection: Connection): StormStore {
  const { model, schemaNumber, current } = defineCollection<StormDocument>(connection, {
    collection: 'storms',
    fields: {
      since: { type: Number, required: true },
      most: { type: Number, required: true },
      endedAt: { type: Number, default: null },
      closed: { type: Boolean, required: true },
    },
  })

  return {
    async of(centre) {
      const found = await model.findById(centre).lean<StormDocument>()
      if (!found) return null
      const { since, most, endedAt, closed } = current(found)
      return { centre, since, most, endedAt, closed }
    },
    async begin(centre, { since, most }, before) {
      const fresh = { since, most, endedAt: null, closed: false }
      if (!before) return insertOnce(model.create({ ...fresh, _id: centre, schemaNumber }))
      const same = { _id: centre, since: before.since, endedAt: before.endedAt }
      return (await model.updateOne(same, { $set: fresh })).matchedCount === 1
    },
    async grew(centre, { since, most }) {
      await model.updateOne({ _id: centre, since }, { $max: { most } })
    },
    async end(centre, since, at) {
      const on = { _id: centre, since, endedAt: null }
      return (await model.updateOne(on, { $set: { endedAt: at } })).matchedCount === 1
    },
    async close(centre, since) {
      await model.updateOne({ _id: centre, since }, { $set: { closed: true } })
    },
  }
}
