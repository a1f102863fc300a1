import type { Connection } from 'mongoose'
import type { LeaseStore } from '../application/ports/records.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'

interface LeaseDocument extends StoredDocument {
  owner: string
  /** machine time, ms */
  until: number
}

/** Named leases: one owner at a time, renewed by taking it again, free once its time is over. */
export function leaseStore(connection: Connection): LeaseStore {
  const { model, schemaNumber } = defineCollection<LeaseDocument>(connection, {
    collection: 'leases',
    fields: { owner: { type: String, required: true }, until: { type: Number, required: true } },
  })

  const change = async (
    filter: { _id: string; owner?: string; until?: { $lte: number } },
    lease: Partial<LeaseDocument>,
  ) => (await model.updateOne(filter, { $set: lease })).matchedCount === 1

  return {
    async take(name, owner, machineNow, ms) {
      const lease = { owner, until: machineNow + ms }
      return (
        (await change({ _id: name, owner }, lease)) ||
        (await change({ _id: name, until: { $lte: machineNow } }, lease)) ||
        insertOnce(model.create({ ...lease, _id: name, schemaNumber }))
      )
    },
    async release(name, owner) {
      await model.deleteOne({ _id: name, owner })
    },
  }
}
