import type { Connection } from 'mongoose'
import type { TextRecord, TextStore } from '../application/ports/records.ts'
import { defineCollection, type StoredDocument } from './document.ts'
import { startsWith } from './prefix.ts'
import { wordsOf } from './words.ts'

interface TextDocument extends StoredDocument, Omit<TextRecord, 'ref'> {
  /** the words, as the search compares them */
  words: string[]
}

/** How many texts the first word of a search may find; the newest are taken. */
const candidateLimit = 2_000

/** Free text and what is found in it. Erasing a subject's texts erases their search words with them. */
export function textStore(connection: Connection): TextStore {
  const { model, schemaNumber, current } = defineCollection<TextDocument>(connection, {
    collection: 'texts',
    fields: {
      centre: { type: String, required: true },
      subject: { type: String, required: true },
      kind: String,
      text: String,
      at: { type: Number, required: true },
      words: [String],
    },
    indexes: [[{ subject: 1 }], [{ centre: 1, words: 1 }]],
  })

  /** Subjects with a text that has a word beginning so, and when the newest such text was written. */
  const subjectsWith = async (
    centre: string,
    word: string,
    { among, kinds }: { among?: Iterable<string>; kinds?: readonly string[] | undefined },
  ): Promise<Map<string, number>> => {
    const filter = {
      centre,
      words: startsWith(word),
      ...(among && { subject: { $in: [...among] } }),
      ...(kinds && { kind: { $in: [...kinds] } }),
    }
    const newest = model.find(filter, { subject: 1, at: 1 }).sort({ at: -1 }).limit(candidateLimit)
    const found = await newest.lean<{ subject: string; at: number }[]>()
    return new Map(found.reverse().map(({ subject, at }) => [subject, at]))
  }

  return {
    async put({ ref, ...record }) {
      const fields = { ...record, words: wordsOf(record.text), schemaNumber }
      return (await model.updateOne({ _id: ref }, { $set: fields }, { upsert: true })).upsertedCount === 1
    },
    async remove(refs) {
      await model.deleteMany({ _id: { $in: [...refs] } })
    },
    async of(subject) {
      const found = await model.find({ subject }, { words: 0 }).lean<TextDocument[]>()
      return new Map(found.map(document => [document._id, current(document).text]))
    },
    async ofEach(subjects) {
      const found = subjects.length
        ? await model.find({ subject: { $in: [...subjects] } }, { words: 0 }).lean<TextDocument[]>()
        : []
      const texts = new Map<string, Map<string, string>>()
      for (const { _id, subject, text } of found.map(current)) {
        const own = texts.get(subject)
        if (own) own.set(_id, text)
        else texts.set(subject, new Map([[_id, text]]))
      }
      return texts
    },
    async search(centre, query, limit, kinds) {
      // the longest word first: it leaves the fewest for the others
      const [first, ...others] = wordsOf(query.join(' ')).sort((a, b) => b.length - a.length)
      if (first === undefined) return []
      let found = await subjectsWith(centre, first, { kinds })
      for (const word of others) {
        const alsoWith = await subjectsWith(centre, word, { among: found.keys(), kinds })
        found = new Map([...found].filter(([subject]) => alsoWith.has(subject)))
      }
      const newestFirst = [...found].sort(([, a], [, b]) => b - a)
      return newestFirst.slice(0, limit).map(([subject]) => subject)
    },
    async erase(subject) {
      return (await model.deleteMany({ subject })).deletedCount
    },
  }
}
