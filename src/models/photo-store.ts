import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { PhotoRecord, PhotoStore } from '../application/ports/records.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'

interface PhotoDocument extends StoredDocument, Omit<PhotoRecord, 'id' | 'bytes'> {
  bytes: Buffer
}

/** Photos of crews, one document each: a document of MongoDB holds 16 MB, a channel's photo far less. */
export function photoStore(connection: Connection): PhotoStore {
  const { model, schemaNumber, current } = defineCollection<PhotoDocument>(connection, {
    collection: 'photos',
    fields: {
      centre: { type: String, required: true },
      incident: { type: String, required: true },
      assignment: { type: String, required: true },
      by: Schema.Types.Mixed,
      at: { type: Number, required: true },
      mediaType: { type: String, required: true },
      bytes: Schema.Types.Buffer,
    },
    indexes: [[{ incident: 1, at: 1 }]],
  })

  const about = (document: PhotoDocument): Omit<PhotoRecord, 'bytes'> => {
    const { _id: id, centre, incident, assignment, by, at, mediaType } = current(document)
    return { id, centre, incident, assignment, by, at, mediaType }
  }

  return {
    put: ({ id, bytes, ...fields }) =>
      insertOnce(model.create({ ...fields, _id: id, schemaNumber, bytes: Buffer.from(bytes) })),
    async get(id) {
      const found = await model.findById(id).lean<PhotoDocument>()
      return found && { ...about(found), bytes: new Uint8Array(current(found).bytes) }
    },
    async list(incident) {
      const found = model.find({ incident }, { bytes: 0 }).sort({ at: 1 })
      return (await found.lean<PhotoDocument[]>()).map(about)
    },
  }
}
