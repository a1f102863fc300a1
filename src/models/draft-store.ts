import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { DraftStore, ReportDraft } from '../application/ports/drafts.ts'
import { defineCollection, type StoredDocument } from './document.ts'

interface DraftDocument extends StoredDocument, Omit<ReportDraft, 'id'> {
  person: string
}

/** Reports that are being written; the words go with the document when it is filed or given up. */
export function draftStore(connection: Connection): DraftStore {
  const { Mixed } = Schema.Types
  const { model, schemaNumber, current } = defineCollection<DraftDocument>(connection, {
    collection: 'reportDrafts',
    fields: {
      centre: { type: String, required: true },
      incident: { type: String, required: true },
      assignment: { type: String, required: true },
      chat: { type: String, required: true },
      holder: Mixed,
      channel: { type: String, required: true },
      person: { type: String, required: true },
      token: { type: String, required: true },
      parts: [Mixed],
      touchedAt: { type: Number, required: true },
    },
    indexes: [[{ channel: 1, person: 1, touchedAt: -1 }]],
  })

  const toDraft = (document: DraftDocument): ReportDraft => {
    const { _id: id, schemaNumber: _, person: _person, ...draft } = current(document)
    return { id, ...draft }
  }

  return {
    async byId(id) {
      const found = await model.findById(id).lean<DraftDocument>()
      return found && toDraft(found)
    },
    async current(channel, person) {
      const found = await model.findOne({ channel, person }).sort({ touchedAt: -1 }).lean<DraftDocument>()
      return found && toDraft(found)
    },
    async put({ id, ...draft }) {
      const fields = { ...draft, person: draft.holder.id, schemaNumber }
      await model.updateOne({ _id: id }, { $set: fields }, { upsert: true })
    },
    async addPart(id, part, at) {
      const once = { _id: id, 'parts.id': { $ne: part.id } }
      await model.updateOne(once, { $push: { parts: part }, $set: { touchedAt: at } })
    },
    async remove(id) {
      await model.deleteMany({ _id: id })
    },
  }
}
