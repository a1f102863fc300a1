import type { Catalog } from '../catalog.ts'
import type { Cursors } from '../cursors.ts'
import { StoreError } from '../errors.ts'
import type { Storage } from '../storage.ts'
import { type Doc, isDoc, kindOf } from '../values.ts'

export interface Context {
  storage: Storage
  catalog: Catalog
  cursors: Cursors
}

/** A command of a client; `namespace` is the collection that its first field names. */
export interface Request {
  database: string
  body: Doc
  namespace: string
}

/** A command: what it takes, whether it may write, and what it does inside the tick's transaction. */
export interface Command {
  fields: readonly string[]
  writes: boolean
  run(context: Context, request: Request): Doc
}

/** The namespace of a command whose first field names a collection. @throws StoreError InvalidNamespace */
export function namespaceOf(database: string, body: Doc): string {
  const [collection] = Object.values(body)
  if (typeof collection === 'string' && collection !== '') return `${database}.${collection}`
  throw new StoreError('InvalidNamespace', `Invalid collection name: '${String(collection)}'`)
}

/** @throws StoreError TypeMismatch */
export function listOf(body: Doc, field: string): unknown[] {
  const list = body[field]
  if (Array.isArray(list)) return list
  throw new StoreError('TypeMismatch', `BSON field '${field}' is of type '${kindOf(list)}', expected an array`)
}

/** A document among a command's options; a missing one is empty. @throws StoreError TypeMismatch */
export function docOf(body: Doc, field: string): Doc {
  const value = body[field] ?? {}
  if (isDoc(value)) return value
  throw new StoreError('TypeMismatch', `BSON field '${field}' is of type '${kindOf(value)}', expected an object`)
}

/** @throws StoreError Location40415 */
export function refuseUnknown(where: string, given: Doc, fields: readonly string[]): void {
  const unknown = Object.keys(given).find(field => !fields.includes(field))
  if (unknown === undefined) return
  throw new StoreError('Location40415', `BSON field '${where}.${unknown}' is an unknown field.`)
}
