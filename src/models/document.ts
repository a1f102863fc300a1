import type { Connection, IndexDefinition, IndexOptions, Model, SchemaDefinition } from 'mongoose'
import { mongo, Schema } from 'mongoose'

/** What every stored document has: its id, and the number of the schema that it was written by. */
export interface StoredDocument {
  _id: string
  schemaNumber: number
}

type Fields = Record<string, unknown>

/** Turns a document of one schema number into the next; may change the document that it is given. */
export type Upcaster = (document: Fields) => Fields

/** A document was written by a later version of the app: this one must not touch it. */
export class SchemaTooNew extends Error {
  constructor(collection: string, found: number, known: number) {
    super(`${collection} holds a document of schema ${found}, this version knows ${known}: start the newer version`)
    this.name = 'SchemaTooNew'
  }
}

interface Definition<D extends StoredDocument> {
  /** the collection's name; nobody else uses it */
  collection: string
  fields: SchemaDefinition<Omit<D, keyof StoredDocument>>
  indexes?: readonly (readonly [IndexDefinition, IndexOptions?])[]
  /** the first turns schema 1 into 2, and so on; how many there are gives the present schema number */
  upcasters?: readonly Upcaster[]
}

/** One collection, ready to be read and written. */
export interface Collection<D extends StoredDocument> {
  readonly model: Model<D>
  readonly schemaNumber: number
  /** the document in the present schema; @throws SchemaTooNew */
  current(document: StoredDocument): D
}

/**
 * Declares a collection on a connection. Unknown fields are errors, in writes and in filters, instead of being dropped;
 * documents are stored as they are (no minimizing, no version key of mongoose's own).
 */
export function defineCollection<D extends StoredDocument>(
  connection: Connection,
  { collection, fields, indexes = [], upcasters = [] }: Definition<D>,
): Collection<D> {
  const schema = new Schema<D>(
    // mongoose cannot derive the type of a definition that is put together from a generic part and two fixed fields
    {
      ...fields,
      _id: { type: String, required: true },
      schemaNumber: { type: Number, required: true },
    } as SchemaDefinition<D>,
    {
      id: false,
      versionKey: false,
      minimize: false,
      strict: 'throw',
      strictQuery: 'throw',
      autoIndex: false,
      autoCreate: false,
    },
  )
  for (const [keys, options] of indexes) schema.index(keys, options)
  const schemaNumber = upcasters.length + 1
  return {
    model: connection.model<D>(collection, schema, collection),
    schemaNumber,
    current: document => {
      if (document.schemaNumber > schemaNumber) throw new SchemaTooNew(collection, document.schemaNumber, schemaNumber)
      return upcasters
        .slice(document.schemaNumber - 1)
        .reduce<Fields>((older, upcast) => upcast(older), { ...document, schemaNumber }) as unknown as D
    },
  }
}

const DUPLICATE_KEY = 11000

/** True for the error of a unique index, of one write or of every failed write of a batch. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY
}

/** Inserts one document; false when its id (or another unique key) is taken. */
export async function insertOnce(insert: Promise<unknown>): Promise<boolean> {
  try {
    await insert
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/** Inserts what is not there yet, each document for itself; returns the ids that were new. */
export async function insertNew<D extends StoredDocument>(model: Model<D>, documents: D[]): Promise<string[]> {
  const ids = documents.map(document => document._id)
  try {
    await model.insertMany(documents, { ordered: false, lean: true, throwOnValidationError: true })
    return ids
  } catch (error) {
    const taken = duplicatesIn(error)
    if (!taken) throw error
    return ids.filter((_, position) => !taken.has(position))
  }
}

/** Positions of a batch that a unique index refused; null when anything else went wrong too. */
function duplicatesIn(error: unknown): Set<number> | null {
  if (!(error instanceof mongo.MongoBulkWriteError)) return null
  const failures = [error.writeErrors].flat()
  return failures.every(failure => failure.code === DUPLICATE_KEY)
    ? new Set(failures.map(failure => failure.index))
    : null
}
