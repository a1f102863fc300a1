import type { Connection } from 'mongoose'
import type { InformationEntry, InformationStore } from '../application/ports/information.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'
import { startsWith } from './prefix.ts'
import { wordsOf } from './words.ts'

interface EntryDocument extends StoredDocument, Omit<InformationEntry, 'id'> {
  /** topic, answer and receiver, as the search compares them */
  words: string[]
}

interface GivenDocument extends StoredDocument {
  centre: string
  entry: string
  at: number
}

/** What a centre tells callers who need no crew, and how often each answer was given. */
export function informationStore(connection: Connection): InformationStore {
  return { ...entries(connection), ...givings(connection) }
}

function entries(connection: Connection): Omit<InformationStore, 'given' | 'counts'> {
  const { model, schemaNumber, current } = defineCollection<EntryDocument>(connection, {
    collection: 'information',
    fields: {
      centre: { type: String, required: true },
      topic: String,
      answer: String,
      receiver: String,
      phone: String,
      referral: Boolean,
      active: Boolean,
      version: { type: Number, required: true },
      words: [String],
    },
    indexes: [[{ centre: 1, topic: 1 }], [{ centre: 1, words: 1 }]],
  })
  const toEntry = (document: EntryDocument): InformationEntry => {
    const { _id: id, centre, topic, answer, receiver, phone, referral, active, version } = current(document)
    return { id, centre, topic, answer, receiver, phone, referral, active, version }
  }
  const fieldsOf = ({ id: _, ...fields }: InformationEntry) => {
    const words = wordsOf(`${fields.topic} ${fields.receiver ?? ''} ${fields.answer}`)
    return { ...fields, words, schemaNumber }
  }
  return {
    add: entry => insertOnce(model.create({ ...fieldsOf(entry), _id: entry.id })),
    async entry(centre, id) {
      const found = await model.findOne({ _id: id, centre }).lean<EntryDocument>()
      return found && toEntry(found)
    },
    async list(centre) {
      return (await model.find({ centre }).sort({ topic: 1 }).lean<EntryDocument[]>()).map(toEntry)
    },
    async search(centre, query, limit) {
      const [first, ...others] = wordsOf(query.join(' '))
      const filter = { centre, ...(first === undefined ? {} : { words: startsWith(first) }) }
      const found = await model.find(filter).sort({ topic: 1 }).lean<EntryDocument[]>()
      const hasAll = ({ words }: EntryDocument) => others.every(word => words.some(one => one.startsWith(word)))
      return found
        .filter(document => document.active && hasAll(document))
        .slice(0, limit)
        .map(toEntry)
    },
    async replace(entry) {
      const { id: _id, centre, version } = entry
      const fields = fieldsOf({ ...entry, version: version + 1 })
      return (await model.updateOne({ _id, centre, version }, { $set: fields })).matchedCount === 1
    },
    async remove(centre, id) {
      return (await model.deleteMany({ _id: id, centre })).deletedCount === 1
    },
  }
}

function givings(connection: Connection): Pick<InformationStore, 'given' | 'counts'> {
  const { model, schemaNumber } = defineCollection<GivenDocument>(connection, {
    collection: 'informationGiven',
    fields: {
      centre: { type: String, required: true },
      entry: { type: String, required: true },
      at: { type: Number, required: true },
    },
    indexes: [[{ centre: 1, at: -1 }]],
  })
  return {
    async given(centre, entry, call, at) {
      await insertOnce(model.create({ _id: call, centre, entry, at, schemaNumber }))
    },
    async counts(centre, since) {
      const counted = await model.aggregate<{ _id: string; count: number }>([
        { $match: { centre, at: { $gte: since } } },
        { $group: { _id: '$entry', count: { $sum: 1 } } },
      ])
      return new Map(counted.map(({ _id, count }) => [_id, count]))
    },
  }
}
