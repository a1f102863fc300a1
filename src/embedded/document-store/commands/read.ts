import type { Collection } from '../collection.ts'
import { StoreError } from '../errors.ts'
import { fieldsIn } from '../expressions.ts'
import { parseFilter } from '../filter.ts'
import { orderKey } from '../order.ts'
import { rootOf, someValue } from '../paths.ts'
import { parsePipeline } from '../pipeline.ts'
import { type Projection, parseProjection } from '../projection.ts'
import { type Query, search } from '../query.ts'
import { Row } from '../row.ts'
import { parseSort } from '../sort.ts'
import { type Doc, isDoc, isTruthy, toInteger } from '../values.ts'
import { type Command, type Context, docOf, type Request } from './command.ts'

/** The query of a find or distinct, or undefined when the collection does not exist. */
function queryOf({ catalog }: Context, { body, namespace }: Request, filterField: string): Query | undefined {
  const filter = parseFilter(docOf(body, filterField))
  const limit = Math.abs(toInteger(body.limit, 'limit', 0))
  const skip = toInteger(body.skip, 'skip', 0)
  if (skip < 0) throw new StoreError('Location51024', `BSON field 'skip' value must be >= 0, actual value '${skip}'`)
  const sort = parseSort(body.sort)
  const collection = catalog.find(namespace)
  return collection && { collection, filter, sort, skip, limit }
}

export const find: Command = {
  fields: ['filter', 'projection', 'sort', 'skip', 'limit', 'batchSize', 'singleBatch', 'noCursorTimeout'],
  writes: false,
  run: (context, request) => {
    const { body, namespace } = request
    const query = queryOf(context, request, 'filter')
    const shows = parseProjection(body.projection)
    // found at once, so that no open cursor holds on to a state of the database; read when they are sent
    const records = query ? Array.from(search(context.storage, query), ({ record }) => record) : []
    const rows = query ? projected(query.collection, records, shows) : []
    const single = isTruthy(body.singleBatch) || toInteger(body.limit, 'limit', 0) < 0
    return { cursor: context.cursors.start(namespace, rows, toInteger(body.batchSize, 'batchSize', 101), single) }
  },
}

function* projected(collection: Collection, records: readonly number[], shows: Projection): Generator<Row> {
  for (const record of records) {
    const row = collection.get(record)
    if (row) yield row.project(shows)
  }
}

export const getMore: Command = {
  fields: ['collection', 'batchSize'],
  writes: false,
  run: ({ cursors }, { database, body }) => {
    const batchSize = toInteger(body.batchSize, 'batchSize', 0) || Number.POSITIVE_INFINITY
    return { cursor: cursors.more(Number(body.getMore), `${database}.${body.collection}`, batchSize) }
  },
}

export const killCursors: Command = {
  fields: ['cursors'],
  writes: false,
  run: ({ cursors }, { body }) => {
    const ids = Array.isArray(body.cursors) ? body.cursors : []
    const cursorsKilled = ids.filter(id => cursors.kill(Number(id)))
    const cursorsNotFound = ids.filter(id => !cursorsKilled.includes(id))
    return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] }
  },
}

export const distinct: Command = {
  fields: ['key', 'query'],
  writes: false,
  run: (context, request) => {
    const { key } = request.body
    if (typeof key !== 'string') throw new StoreError('TypeMismatch', "BSON field 'distinct.key' has to be a string")
    const query = queryOf(context, request, 'query')
    const values = new Map<string, unknown>()
    for (const { row } of query ? search(context.storage, query) : []) {
      someValue(row.pick(new Set([rootOf(key)])), key.split('.'), false, value => {
        const parts = value === undefined ? [] : [value].flat()
        for (const part of parts) values.set(orderKey(part).toString('latin1'), part)
        return false
      })
    }
    return { values: [...values].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value) }
  },
}

/** What the indexes serve of a pipeline: the first `$match` and the `$sort` right after it. */
export function servedPart(pipeline: unknown): { filter: Doc; sort: Doc | undefined; stages: number } {
  const stages = Array.isArray(pipeline) ? pipeline : []
  const match = isDoc(stages[0]) && isDoc(stages[0].$match) ? stages[0].$match : undefined
  const next: unknown = stages[match ? 1 : 0]
  const sort = isDoc(next) && isDoc(next.$sort) ? next.$sort : undefined
  return { filter: match ?? {}, sort, stages: (match ? 1 : 0) + (sort ? 1 : 0) }
}

export const aggregate: Command = {
  fields: ['pipeline', 'cursor'],
  writes: false,
  run: ({ storage, catalog, cursors }, { body: { pipeline, cursor }, namespace }) => {
    const stages = parsePipeline(pipeline)
    if (!isDoc(cursor)) throw new StoreError('FailedToParse', "The 'cursor' option is required")
    const served = servedPart(pipeline)
    const [filter, sort] = [parseFilter(served.filter), parseSort(served.sort)]
    const rest = stages.slice(served.stages)
    // what is only grouped or counted need not be decoded whole
    const [first] = rest
    const fields = first?.name === '$group' ? new Set(fieldsIn(first.argument)) : undefined
    const collection = catalog.find(namespace)
    const found = collection ? search(storage, { collection, filter, sort, skip: 0, limit: 0 }) : []
    const docs = Array.from(found, stored =>
      fields?.size === 0 ? {} : fields ? stored.row.pick(fields) : stored.row.all(),
    )
    const results = rest.reduce((list, stage) => stage.run(list), docs).map(Row.of)
    return { cursor: cursors.start(namespace, results, toInteger(cursor.batchSize, 'batchSize', 101)) }
  },
}
