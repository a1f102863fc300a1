import { type Doc, encode, isDoc, isTruthy, Long, toInteger, typeOf } from '../bson-values.ts'
import { type Results, resultsOf } from '../cursors.ts'
import { StoreError } from '../errors.ts'
import { parseFilter } from '../filter.ts'
import { neededFields } from '../needed-fields.ts'
import { orderKey } from '../order.ts'
import { rootOf, someValue } from '../paths.ts'
import { parsePipeline } from '../pipeline.ts'
import { type Projection, parseProjection } from '../projection.ts'
import { type Query, runQuery, type Source, visitAll } from '../query.ts'
import { parseSort } from '../sort.ts'
import { type Command, type Context, namespaceOf, type Request } from './command.ts'

/** The query of a find, count or distinct, or undefined when the collection does not exist. */
export function queryOf({ catalog }: Context, request: Request): Query | undefined {
  const { body } = request
  const filter = parseFilter(docOption(body, request.name === 'find' ? 'filter' : 'query'))
  const limit = toInteger(body.limit, 'limit', 0)
  const skip = toInteger(body.skip, 'skip', 0)
  if (skip < 0) throw new StoreError('Location51024', `BSON field 'skip' value must be >= 0, actual value '${skip}'`)
  const sort = parseSort(body.sort)
  const collection = catalog.find(namespaceOf(request))
  return collection && { collection, filter, sort, skip, limit: Math.abs(limit) }
}

/** @throws StoreError TypeMismatch */
export function docOption(body: Doc, field: string): Doc {
  const value = body[field] ?? {}
  if (isDoc(value)) return value
  throw new StoreError(
    'TypeMismatch',
    `BSON field '${field}' is the wrong type '${typeOf(value)}', expected type 'object'`,
  )
}

function projected(source: Source, projection: Projection | undefined): Results {
  return {
    next: () => {
      const stored = source.next()
      if (!stored) return undefined
      return projection ? encode(projection(stored.row.all())) : stored.row.bytes
    },
    pause: () => source.pause(),
  }
}

export const find: Command = {
  fields: ['filter', 'projection', 'sort', 'skip', 'limit', 'batchSize', 'singleBatch', 'noCursorTimeout'],
  writes: false,
  run: (context, request) => {
    const { body } = request
    const query = queryOf(context, request)
    const projection = parseProjection(body.projection)
    const results = query ? projected(runQuery(context.storage, query), projection) : resultsOf([])
    const single = isTruthy(body.singleBatch) || toInteger(body.limit, 'limit', 0) < 0
    return { cursor: context.cursors.start(namespaceOf(request), results, batchSizeOf(body), single) }
  },
}

function batchSizeOf(options: Doc): number | undefined {
  return options.batchSize === undefined ? undefined : toInteger(options.batchSize, 'batchSize', 0)
}

export const getMore: Command = {
  fields: ['collection', 'batchSize'],
  writes: false,
  run: ({ cursors }, { database, body }) => {
    const { getMore: id, collection } = body
    if (!(id instanceof Long))
      throw new StoreError('TypeMismatch', "BSON field 'getMore.getMore' is the wrong type, expected type 'long'")
    return { cursor: cursors.more(id, `${database}.${collection}`, batchSizeOf(body) || undefined) }
  },
}

export const killCursors: Command = {
  fields: ['cursors'],
  writes: false,
  run: ({ cursors }, { body }) => {
    const ids = (Array.isArray(body.cursors) ? body.cursors : []).filter(id => id instanceof Long)
    const killed = ids.filter(id => cursors.kill(id))
    return {
      cursorsKilled: killed,
      cursorsNotFound: ids.filter(id => !killed.includes(id)),
      cursorsAlive: [],
      cursorsUnknown: [],
    }
  },
}

export const count: Command = {
  fields: ['query', 'limit', 'skip'],
  writes: false,
  run: (context, request) => {
    const query = queryOf(context, request)
    if (!query) return { n: 0 }
    if (Object.keys(docOption(request.body, 'query')).length === 0 && query.skip === 0 && query.limit === 0) {
      return { n: query.collection.count() }
    }
    let n = 0
    visitAll(runQuery(context.storage, query), () => n++)
    return { n }
  },
}

export const distinct: Command = {
  fields: ['key', 'query'],
  writes: false,
  run: (context, request) => {
    const { key } = request.body
    if (typeof key !== 'string')
      throw new StoreError('TypeMismatch', "BSON field 'distinct.key' is the wrong type, expected type 'string'")
    const query = queryOf(context, request)
    if (!query) return { values: [] }
    const roots = new Set([rootOf(key)])
    const values = new Map<string, unknown>()
    visitAll(runQuery(context.storage, query), ({ row }) => {
      someValue(row.pick(roots), key.split('.'), false, value => {
        for (const part of Array.isArray(value) ? value : [value]) {
          if (part !== undefined) values.set(orderKey(part).toString('latin1'), part)
        }
        return false
      })
    })
    return {
      values: [...values.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value),
    }
  },
}

/** The part of a pipeline that the indexes serve: the first `$match` and the `$sort` right after it. */
export function pipelineQuery(context: Context, request: Request): { query: Query | undefined; served: number } {
  const pipeline = Array.isArray(request.body.pipeline) ? request.body.pipeline : []
  const match = isDoc(pipeline[0]) && isDoc(pipeline[0].$match) ? pipeline[0].$match : undefined
  const next: unknown = pipeline[match ? 1 : 0]
  const sort = isDoc(next) && isDoc(next.$sort) ? next.$sort : undefined
  const collection = context.catalog.find(namespaceOf(request))
  return {
    query: collection && { collection, filter: parseFilter(match ?? {}), sort: parseSort(sort), skip: 0, limit: 0 },
    served: (match ? 1 : 0) + (sort ? 1 : 0),
  }
}

export const aggregate: Command = {
  fields: ['pipeline', 'cursor', 'explain', 'allowDiskUse', 'bypassDocumentValidation'],
  writes: false,
  run: (context, request) => {
    const stages = parsePipeline(request.body.pipeline)
    if (!isDoc(request.body.cursor)) {
      throw new StoreError(
        'FailedToParse',
        "The 'cursor' option is required, except for aggregate with the explain argument",
      )
    }
    const { query, served } = pipelineQuery(context, request)
    const found = query && runQuery(context.storage, query)
    let documents: Iterable<Doc> = found ? decoded(found, neededFields(stages.slice(served))) : []
    for (const { run } of stages.slice(served)) documents = run(documents)
    const results = resultsOf(encoded(documents))
    return {
      cursor: context.cursors.start(
        namespaceOf(request),
        { next: results.next, pause: () => found?.pause() },
        batchSizeOf(request.body.cursor),
        false,
      ),
    }
  },
}

function* decoded(source: Source, fields: ReadonlySet<string> | undefined): Generator<Doc> {
  for (let stored = source.next(); stored; stored = source.next()) {
    yield fields ? stored.row.pick(fields) : stored.row.all()
  }
}

function* encoded(documents: Iterable<Doc>): Generator<Uint8Array> {
  for (const doc of documents) yield encode(doc)
}
