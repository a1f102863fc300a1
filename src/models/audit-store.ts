import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { AuditRecord, AuditStore } from '../application/ports/records.ts'
import { arrivals, type Counters } from './counter-store.ts'
import { defineCollection, type StoredDocument } from './document.ts'

interface AuditDocument extends StoredDocument, AuditRecord {
  order: number
}

/** The audit trail: only ever added to. */
export function auditStore(connection: Connection, counters: Counters): AuditStore {
  const { model, schemaNumber, current } = defineCollection<AuditDocument>(connection, {
    collection: 'audit',
    fields: {
      at: { type: Number, required: true },
      centre: String,
      by: Schema.Types.Mixed,
      what: String,
      subject: String,
      order: { type: Number, required: true },
    },
    indexes: [[{ centre: 1, at: -1, order: -1 }]],
  })
  return {
    async add(record) {
      const order = await counters.next(arrivals)
      await model.create({ ...record, _id: `audit-${order}`, schemaNumber, order })
    },
    async list(centre, limit) {
      const found = model.find({ centre }).sort({ at: -1, order: -1 }).limit(limit)
      return (await found.lean<AuditDocument[]>()).map(document => {
        const { at, centre: of, by, what, subject } = current(document)
        return { at, centre: of, by, what, subject }
      })
    },
  }
}
