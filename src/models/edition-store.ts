import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { Edition, EditionStore } from '../application/ports/editions.ts'
import { defineCollection, insertNew, insertOnce, type StoredDocument } from './document.ts'

interface HeadDocument extends StoredDocument, Omit<Edition, 'centre'> {}

interface PieceDocument extends StoredDocument {
  centre: string
  edition: number
  load: string
  /** the piece's place in the edition */
  index: number
  items: unknown[]
}

const { Mixed } = Schema.Types
/** An edition that is being read may be replaced meanwhile; so often its successor is taken instead. */
const tries = 3

/**
 * Editions in pieces: the pieces are written first, the head then points at them in one guarded write. Pieces of the
 * edition before stay for those who are reading it; older ones, and those of an import that lost, go with the next.
 */
export function editionStore<Item>(connection: Connection, collection: string, pieceSize: number): EditionStore<Item> {
  const heads = defineCollection<HeadDocument>(connection, {
    collection,
    fields: {
      edition: { type: Number, required: true },
      load: { type: String, required: true },
      count: { type: Number, required: true },
      at: { type: Number, required: true },
      by: Mixed,
      approximate: Boolean,
    },
  })
  const pieces = defineCollection<PieceDocument>(connection, {
    collection: `${collection}.pieces`,
    fields: {
      centre: { type: String, required: true },
      edition: { type: Number, required: true },
      load: { type: String, required: true },
      index: { type: Number, required: true },
      items: [Mixed],
    },
    indexes: [[{ centre: 1, edition: 1, load: 1, index: 1 }]],
  })

  const head = async (centre: string): Promise<Edition | null> => {
    const found = await heads.model.findById(centre).lean<HeadDocument>()
    if (!found) return null
    const { edition, load, count, at, by, approximate } = heads.current(found)
    return { centre, edition, load, count, at, by, approximate }
  }

  const piecesOf = ({ centre, edition, load }: Edition, items: readonly Item[]): PieceDocument[] =>
    Array.from({ length: Math.ceil(items.length / pieceSize) }, (_, index) => ({
      ...{ _id: `${centre}/${edition}/${load}/${index}`, schemaNumber: pieces.schemaNumber },
      ...{ centre, edition, load, index, items: items.slice(index * pieceSize, (index + 1) * pieceSize) },
    }))

  return {
    head,
    async current(centre) {
      for (let tried = 0; tried < tries; tried += 1) {
        const edition = await head(centre)
        if (!edition) return null
        const own = { centre, edition: edition.edition, load: edition.load }
        const found = await pieces.model.find(own).sort({ index: 1 }).lean<PieceDocument[]>()
        const items = found.flatMap(document => pieces.current(document).items as Item[])
        if (items.length === edition.count) return { edition, items }
      }
      throw new Error(`an edition of ${collection} lacks pieces`)
    },
    async replace({ centre, ...edition }, items) {
      await insertNew(pieces.model, piecesOf({ centre, ...edition }, items))
      const fields = { ...edition, schemaNumber: heads.schemaNumber }
      const before = { _id: centre, edition: edition.edition - 1 }
      const done =
        edition.edition === 1
          ? await insertOnce(heads.model.create({ ...fields, _id: centre }))
          : (await heads.model.updateOne(before, { $set: fields })).matchedCount === 1
      if (done) await pieces.model.deleteMany({ centre, edition: { $lt: edition.edition - 1 } })
      return done
    },
  }
}
