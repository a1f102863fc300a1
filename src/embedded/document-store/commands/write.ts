import { ObjectId } from 'bson'
import type { Collection, Stored } from '../collection.ts'
import { StoreError } from '../errors.ts'
import { type Filter, parseFilter } from '../filter.ts'
import { search } from '../query.ts'
import { Row } from '../row.ts'
import type { SortField } from '../sort.ts'
import type { Storage } from '../storage.ts'
import { applyUpdate, parseUpdate, type Update, upsertedRow } from '../update.ts'
import { type Doc, isDoc, isTruthy, toInteger } from '../values.ts'
import { type Command, docOf, listOf, type Request, refuseUnknown } from './command.ts'

/** Runs the statements of a write command; a refusal becomes a `writeErrors` entry, and an ordered command stops there. */
function runStatements<Statement>(
  { ordered = true }: Doc,
  statements: readonly Statement[],
  run: (statement: Statement, index: number) => void,
): Doc {
  const writeErrors: Doc[] = []
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index)
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.detail })
      if (isTruthy(ordered)) break
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {}
}

/** The statements of an update or delete. @throws StoreError for what is none, or has a field that is unknown */
function statementsOf({ body }: Request, field: string, fields: readonly string[]): Doc[] {
  return listOf(body, field).map(statement => {
    if (!isDoc(statement)) throw new StoreError('TypeMismatch', `BSON field '${field}' has to hold documents`)
    refuseUnknown(field, statement, fields)
    return statement
  })
}

/** Inserts a document, with an id of our own when it has none; returns it as it is stored. @throws StoreError */
function insertRow(collection: Collection, given: Row): Row {
  const id = given.id() ?? new ObjectId()
  if (Array.isArray(id)) throw new StoreError('InvalidIdField', "The '_id' value cannot be of type array")
  const row = given.withId(id)
  collection.insert(row)
  return row
}

export const insert: Command = {
  fields: ['documents', 'ordered'],
  writes: true,
  run: ({ catalog }, { body, namespace }) => {
    const collection = catalog.ensure(namespace)
    let n = 0
    const errors = runStatements(body, listOf(body, 'documents'), document => {
      if (!(document instanceof Uint8Array)) throw new StoreError('TypeMismatch', 'only documents can be inserted')
      insertRow(collection, new Row(document))
      n++
    })
    return { n, ...errors }
  },
}

/** What a write is about. */
export interface Target {
  filter: Filter
  sort: readonly SortField[]
}

/** All matches at once, found before anything is changed: a write must not meet its own results. */
export function targets(storage: Storage, collection: Collection | undefined, target: Target, limit: number): Stored[] {
  return collection ? [...search(storage, { collection, ...target, skip: 0, limit })] : []
}

/** Applies an update to a document that was found; returns the document as it is now. @throws StoreError */
export function change(collection: Collection, stored: Stored, update: Update, now: Date): Row {
  const after = applyUpdate(stored.row, update, now)
  if (Buffer.compare(stored.row.bytes, after.bytes) === 0) return stored.row
  collection.replace(stored, after, update.touched)
  return after
}

/** Inserts what an update makes of nothing. @throws StoreError */
export function upsert(collection: Collection, { filter }: Target, update: Update, now: Date): Row {
  return insertRow(collection, upsertedRow(update, filter, now))
}

export const update: Command = {
  fields: ['updates', 'ordered'],
  writes: true,
  run: ({ storage, catalog }, request) => {
    const upserted: Doc[] = []
    let [n, nModified] = [0, 0]
    const statements = statementsOf(request, 'updates', ['q', 'u', 'multi', 'upsert'])
    const errors = runStatements(request.body, statements, (statement, index) => {
      const parsed = parseUpdate(statement.u)
      const target = { filter: parseFilter(docOf(statement, 'q')), sort: [] }
      const upserts = isTruthy(statement.upsert)
      const collection = upserts ? catalog.ensure(request.namespace) : catalog.find(request.namespace)
      if (!collection) return
      const now = new Date()
      const found = targets(storage, collection, target, isTruthy(statement.multi) ? 0 : 1)
      for (const stored of found) {
        const after = change(collection, stored, parsed, now)
        n++
        if (after !== stored.row) nModified++
      }
      if (found.length > 0 || !upserts) return
      upserted.push({ index, _id: upsert(collection, target, parsed, now).id() })
      n++
    })
    return { n, nModified, ...(upserted.length > 0 && { upserted }), ...errors }
  },
}

export const remove: Command = {
  fields: ['deletes', 'ordered'],
  writes: true,
  run: ({ storage, catalog }, request) => {
    const collection = catalog.find(request.namespace)
    let n = 0
    const errors = runStatements(request.body, statementsOf(request, 'deletes', ['q', 'limit']), statement => {
      const target = { filter: parseFilter(docOf(statement, 'q')), sort: [] }
      for (const stored of targets(storage, collection, target, toInteger(statement.limit, 'limit', 0))) {
        collection?.remove(stored)
        n++
      }
    })
    return { n, ...errors }
  },
}
