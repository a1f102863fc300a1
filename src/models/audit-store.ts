import { randomUUID } from 'node:crypto'
import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { AuditRecord, AuditStore } from '../application/ports/records.ts'
import type { ArrivalNumbers } from './arrival-numbers.ts'
import { defineCollection, type StoredDocument } from './document.ts'

interface AuditDocument extends StoredDocument, AuditRecord {
  order: number
}

/** The audit trail: only ever added to. */
export function auditStore(connection: Connection, arrivals: ArrivalNumbers): AuditStore {
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
      await model.create({ ...record, _id: randomUUID(), schemaNumber, order: arrivals.next() })
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
