import { randomUUID } from 'node:crypto'
import type { Connection, QueryFilter } from 'mongoose'
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
    indexes: [
      [{ centre: 1, at: -1, order: -1 }],
      [{ centre: 1, what: 1, at: -1, order: -1 }],
      [{ centre: 1, 'by.id': 1, at: -1, order: -1 }],
      [{ subject: 1, what: 1, at: -1, order: -1 }],
    ],
  })
  const toEntry = (document: AuditDocument): AuditEntry => {
    const { at, centre, by, what, subject, change, about, order } = current(document)
    return { at, centre, by, what, subject, order, ...(change ? { change } : {}), ...(about ? { about } : {}) }
  }

  const newest = async (filter: QueryFilter<AuditDocument>, limit: number): Promise<AuditEntry[]> => {
    const found = model.find(filter).sort({ at: -1, order: -1 }).limit(limit)
    return (await found.lean<AuditDocument[]>()).map(toEntry)
  }

  return {
    async add(record) {
      await model.create({ ...record, _id: randomUUID(), schemaNumber, order: arrivals.next() })
    },
    async list(centre, limit, { what, ...filter } = {}) {
      // an index gives the newest of one word; each for itself reads no more of the trail than is shown
      const words = what ?? [undefined]
      const found = words.map(one =>
        newest({ centre, ...wanted(filter), ...(one !== undefined && { what: one }) }, limit),
      )
      return (await Promise.all(found)).flat().sort(newestFirst).slice(0, limit)
    },
    of: (subject, what, limit) => newest({ subject, what }, limit),
  }
}

const newestFirst = (a: AuditEntry, b: AuditEntry): number => b.at - a.at || b.order - a.order

const wanted = ({ before, from = 0, to, user }: Omit<AuditFilter, 'what'>) => ({
  at: { $gte: from, ...(to !== undefined && { $lt: to }), ...(before && { $lte: before.at }) },
  ...(user !== undefined && { 'by.id': user }),
  // two records of one moment are told apart by their order
  ...(before && { $or: [{ at: { $lt: before.at } }, { at: before.at, order: { $lt: before.order } }] }),
})
