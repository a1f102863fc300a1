import type { Connection } from 'mongoose'
import type { CounterStore } from '../application/ports/records.ts'
import { defineCollection, isDuplicate, type StoredDocument } from './document.ts'

interface CounterDocument extends StoredDocument {
  value: number
}

/** Series of growing numbers, each given once; a number may be given and never used. */
export function counterStore(connection: Connection): CounterStore {
  const { model, schemaNumber } = defineCollection<CounterDocument>(connection, {
    collection: 'counters',
    fields: { value: { type: Number, required: true } },
  })

  const advance = async (series: string): Promise<number> => {
    const counted = await model
      .findOneAndUpdate(
        { _id: series },
        { $inc: { value: 1 }, $setOnInsert: { schemaNumber } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<CounterDocument>()
    if (!counted) throw new Error(`counter ${series} gave no number`)
    return counted.value
  }

  return {
    async next(series) {
      try {
        return await advance(series)
      } catch (error) {
        // two first numbers at the same moment: one upsert inserted, the other finds the counter now
        if (!isDuplicate(error)) throw error
        return advance(series)
      }
    },
  }
}
