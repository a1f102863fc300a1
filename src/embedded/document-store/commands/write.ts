import { type Doc, isDoc, isTruthy, ObjectId, toInteger, typeOf } from '../bson-values.ts'
import type { Collection, Stored } from '../collection.ts'
import { StoreError } from '../errors.ts'
import { type Filter, parseFilter } from '../filter.ts'
import { parseUpdate, type Update } from '../parse-update.ts'
import type { SortField } from '../planner.ts'
import { collect, runQuery } from '../query.ts'
import { Row } from '../row.ts'
import type { Storage } from '../storage.ts'
import { applyUpdate, upsertDocument } from '../update.ts'
import { type Command, type Context, listOf, namespaceOf } from './command.ts'
import { docOption } from './read.ts'

const FORBIDDEN_ID_TYPES = ['array', 'regex']

/** Runs the statements of a write command; a refusal becomes a `writeErrors` entry, and an ordered command stops there. */
function runStatements<Statement>(
  body: Doc,
  statements: readonly Statement[],
  run: (statement: Statement, index: number) => void,
): Doc {
  const writeErrors: Doc[] = []
  const ordered = body.ordered === undefined || isTruthy(body.ordered)
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index)
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.detail })
      if (ordered) break
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {}
}

/** The document with an `_id`, which comes first. @throws StoreError for an `_id` that cannot be one */
function withId(row: Row): Row {
  const id = row.has('_id') ? row.pick(new Set(['_id']))._id : new ObjectId()
  const type = typeOf(id)
  if (FORBIDDEN_ID_TYPES.includes(type)) {
    throw new StoreError('InvalidIdField', `The '_id' value cannot be of type ${type}`)
  }
  if (row.firstField() === '_id') return row
  return Row.of({ _id: id, ...row.all() })
}

export const insert: Command = {
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  writes: true,
  run: ({ catalog }, request) => {
    const collection = catalog.ensure(namespaceOf(request))
    let n = 0
    const errors = runStatements(request.body, listOf(request.body, 'documents'), document => {
      if (!(document instanceof Uint8Array))
        throw new StoreError('TypeMismatch', "BSON field 'insert.documents' has to hold documents")
      collection.insert(withId(new Row(document)))
      n++
    })
    return { n, ...errors }
  },
}

export interface UpdateRequest {
  filter: Filter
  update: Update
  upsert: boolean
  sort: readonly SortField[]
  now: Date
}

/** The row as it was and as it is. */
interface Changed {
  before: Row
  after: Row
  modified: boolean
}

/** Applies an update to a document that was found. @throws StoreError */
export function change(collection: Collection, stored: Stored, { update, filter, now }: UpdateRequest): Changed {
  const after = applyUpdate(stored.row, update, filter, now)
  const modified = Buffer.compare(stored.row.bytes, after.bytes) !== 0
  if (modified) collection.replace(stored, after, update.kind === 'modification' ? update.touched : undefined)
  return { before: stored.row, after, modified }
}

/** Inserts what an update makes of nothing. */
export function upsert(collection: Collection, { update, filter, now }: UpdateRequest): Row {
  const row = withId(Row.of(upsertDocument(update, filter, now)))
  collection.insert(row)
  return row
}

export const update: Command = {
  fields: ['updates', 'ordered', 'bypassDocumentValidation'],
  writes: true,
  run: (context, request) => {
    const totals = { n: 0, nModified: 0, upserted: [] as Doc[] }
    const statements = statementsOf(request.body, 'update', 'updates', UPDATE_FIELDS)
    const errors = runStatements(request.body, statements, (statement, index) => {
      updateOne(context, namespaceOf(request), statement, index, totals)
    })
    const { n, nModified, upserted } = totals
    return { n, nModified, ...(upserted.length > 0 && { upserted }), ...errors }
  },
}

const UPDATE_FIELDS = ['q', 'u', 'multi', 'upsert', 'arrayFilters']

function updateOne(
  { storage, catalog }: Context,
  namespace: string,
  statement: Doc,
  index: number,
  totals: { n: number; nModified: number; upserted: Doc[] },
): void {
  const multi = isTruthy(statement.multi)
  const parsed = parseUpdate(statement.u, statement.arrayFilters)
  if (multi && parsed.kind === 'replacement') {
    throw new StoreError('FailedToParse', 'multi update is not supported for replacement-style update')
  }
  const request: UpdateRequest = {
    filter: parseFilter(docOption(statement, 'q')),
    update: parsed,
    upsert: isTruthy(statement.upsert),
    sort: [],
    now: new Date(),
  }
  const collection = request.upsert ? catalog.ensure(namespace) : catalog.find(namespace)
  if (!collection) return
  const found = matching(storage, collection, request, multi)
  for (const stored of found) {
    totals.n++
    if (change(collection, stored, request).modified) totals.nModified++
  }
  if (found.length === 0 && request.upsert) {
    const row = upsert(collection, request)
    totals.n++
    totals.upserted.push({ index, _id: row.pick(new Set(['_id']))._id })
  }
}

/** The statements of an update or delete. @throws StoreError for what is no statement, or has a field that is unknown */
function statementsOf(body: Doc, command: string, field: string, fields: readonly string[]): Doc[] {
  return listOf(body, field).map(statement => {
    if (!isDoc(statement))
      throw new StoreError('TypeMismatch', `BSON field '${command}.${field}' has to hold documents`)
    refuseUnknown(`${command}.${field}`, statement, fields)
    return statement
  })
}

/** @throws StoreError Location40415 */
export function refuseUnknown(where: string, given: Doc, fields: readonly string[]): void {
  const unknown = Object.keys(given).find(field => !fields.includes(field))
  if (unknown !== undefined)
    throw new StoreError('Location40415', `BSON field '${where}.${unknown}' is an unknown field.`)
}

export function matching(
  storage: Storage,
  collection: Collection,
  { filter, sort }: Pick<UpdateRequest, 'filter' | 'sort'>,
  multi: boolean,
): Stored[] {
  return collect(runQuery(storage, { collection, filter, sort, skip: 0, limit: multi ? 0 : 1 }))
}

const DELETE_FIELDS = ['q', 'limit']

export const remove: Command = {
  fields: ['deletes', 'ordered'],
  writes: true,
  run: ({ storage, catalog }, request) => {
    const collection = catalog.find(namespaceOf(request))
    let n = 0
    const statements = statementsOf(request.body, 'delete', 'deletes', DELETE_FIELDS)
    const errors = runStatements(request.body, statements, statement => {
      const filter = parseFilter(docOption(statement, 'q'))
      if (!collection) return
      for (const stored of matching(
        storage,
        collection,
        { filter, sort: [] },
        toInteger(statement.limit, 'limit', 0) === 0,
      )) {
        collection.remove(stored)
        n++
      }
    })
    return { n, ...errors }
  },
}
