import { randomUUID } from 'node:crypto'
import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { AuditEntry, AuditStore } from '../application/ports/records.ts'
import type { ArrivalNumbers } from './arrival-numbers.ts'
import { defineCollection, type StoredDocument } from './document.ts'

interface AuditDocument extends StoredDocument, AuditEntry {}

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
      change: Schema.Types.Mixed,
      about: String,
      order: { type: Number, required: true },
    },
    indexes: [[{ centre: 1, at: -1, order: -1 }], [{ subject: 1, what: 1, at: -1, order: -1 }]],
  })
  const toEntry = (document: AuditDocument): AuditEntry => {
    const { at, centre, by, what, subject, change, about, order } = current(document)
    return { at, centre, by, what, subject, order, ...(change ? { change } : {}), ...(about ? { about } : {}) }
  }

  return {
    async add(record) {
      await model.create({ ...record, _id: randomUUID(), schemaNumber, order: arrivals.next() })
    },
    async list(centre, limit, before) {
      const found = model
        .find({ centre, ...older(before) })
        .sort({ at: -1, order: -1 })
        .limit(limit)
      return (await found.lean<AuditDocument[]>()).map(toEntry)
    },
    async of(subject, what, limit) {
      const found = model.find({ subject, what }).sort({ at: -1, order: -1 }).limit(limit)
      return (await found.lean<AuditDocument[]>()).map(toEntry)
    },
  }
}

/** Two records of one moment are told apart by their order. */
const older = (than: Pick<AuditEntry, 'at' | 'order'> | undefined) =>
  than === undefined
    ? {}
    : { at: { $lte: than.at }, $or: [{ at: { $lt: than.at } }, { at: than.at, order: { $lt: than.order } }] }
