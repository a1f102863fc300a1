import { type Doc, typeOf } from '../bson-values.ts'
import type { Catalog } from '../catalog.ts'
import type { Cursors } from '../cursors.ts'
import { StoreError } from '../errors.ts'
import type { Storage } from '../storage.ts'

export interface Context {
  storage: Storage
  catalog: Catalog
  cursors: Cursors
  /** Ends the server once the reply is out. */
  shutdown(): void
}

export interface Request {
  name: string
  database: string
  body: Doc
}

/** A command: what it takes, whether it may write, and what it does inside the tick's transaction. */
export interface Command {
  fields: readonly string[]
  writes: boolean
  run(context: Context, request: Request): Doc
}

/** The namespace of a command whose first field names a collection. @throws StoreError InvalidNamespace */
export function namespaceOf({ name, database, body }: Request): string {
  const collection = body[name]
  if (typeof collection !== 'string') {
    throw new StoreError('InvalidNamespace', `collection name has invalid type ${typeOf(collection)}`)
  }
  if (collection === '') throw new StoreError('InvalidNamespace', `Invalid namespace specified '${database}.'`)
  return `${database}.${collection}`
}

/** @throws StoreError TypeMismatch */
export function listOf(body: Doc, field: string): unknown[] {
  const list = body[field]
  if (Array.isArray(list)) return list
  throw new StoreError(
    'TypeMismatch',
    `BSON field '${field}' is the wrong type '${typeOf(list)}', expected type 'array'`,
  )
}
