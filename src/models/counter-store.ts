import type { Connection } from 'mongoose'
import type { CounterStore } from '../application/ports/records.ts'
import { defineCollection, isDuplicate, type StoredDocument } from './document.ts'

interface CounterDocument extends StoredDocument {
  value: number
}

/** Counters that also give several numbers at once. */
export interface Counters extends CounterStore {
  /** takes `count` numbers that follow each other and returns the first */
  reserve(series: string, count: number): Promise<number>
}

/** Series of growing numbers, each given once; a number may be given and never used. */
export function counterStore(connection: Connection): Counters {
  const { model, schemaNumber } = defineCollection<CounterDocument>(connection, {
    collection: 'counters',
    fields: { value: { type: Number, required: true } },
  })

  const advance = async (series: string, count: number): Promise<number> => {
    const counted = await model
      .findOneAndUpdate(
        { _id: series },
        { $inc: { value: count }, $setOnInsert: { schemaNumber } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<CounterDocument>()
    if (!counted) throw new Error(`counter ${series} gave no number`)
    return counted.value
  }

  const reserve = async (series: string, count: number): Promise<number> => {
    try {
      return (await advance(series, count)) - count + 1
    } catch (error) {
      // two first numbers at the same moment: one upsert inserted, the other finds the counter now
      if (!isDuplicate(error)) throw error
      return (await advance(series, count)) - count + 1
    }
  }

  return { reserve, next: series => reserve(series, 1) }
}

/** Arrival numbers: what was stored first has the smaller one, in all collections and processes. */
export const arrivals = 'arrivals'
