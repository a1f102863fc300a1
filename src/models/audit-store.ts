import { randomUUID } from 'node:crypto'
import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { AuditEntry, AuditFilter, AuditStore } from '../application/ports/records.ts'
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
    async list(centre, limit, filter = {}) {
      const found = model
        .find({ centre, ...wanted(filter) })
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

const wanted = ({ before, from = 0, to, what, user }: AuditFilter) => ({
  at: { $gte: from, ...(to !== undefined && { $lt: to }), ...(before && { $lte: before.at }) },
  ...(what && { what: { $in: [...what] } }),
  ...(user !== undefined && { 'by.id': user }),
  // two records of one moment are told apart by their order
  ...(before && { $or: [{ at: { $lt: before.at } }, { at: before.at, order: { $lt: before.order } }] }),
})
