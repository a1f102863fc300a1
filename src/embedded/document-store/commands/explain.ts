import { type Doc, isDoc } from '../bson-values.ts'
import { StoreError } from '../errors.ts'
import { parseFilter } from '../filter.ts'
import type { Plan } from '../planner.ts'
import { type Found, type Query, runQuery, visitAll } from '../query.ts'
import { parseSort } from '../sort.ts'
import { type Command, type Context, listOf, namespaceOf, type Request } from './command.ts'
import { docOption, pipelineQuery, queryOf } from './read.ts'

type QueryOf = (context: Context, request: Request) => Query | undefined

const EXPLAINED: Record<string, QueryOf> = {
  find: queryOf,
  count: queryOf,
  distinct: queryOf,
  aggregate: (context, request) => pipelineQuery(context, request).query,
  findAndModify: writeQuery(({ body }) => ({ filter: docOption(body, 'query'), sort: body.sort })),
  update: writeQuery(({ body }) => statementOf(body, 'updates')),
  delete: writeQuery(({ body }) => statementOf(body, 'deletes')),
}

function writeQuery(target: (request: Request) => { filter: Doc; sort?: unknown }): QueryOf {
  return ({ catalog }, request) => {
    const { filter, sort } = target(request)
    const collection = catalog.find(namespaceOf(request))
    return collection && { collection, filter: parseFilter(filter), sort: parseSort(sort), skip: 0, limit: 0 }
  }
}

function statementOf(body: Doc, field: string): { filter: Doc } {
  const [statement] = listOf(body, field)
  return { filter: isDoc(statement) ? docOption(statement, 'q') : {} }
}

/** How a command would find its documents, in the shape of MongoDB 7; `executionStats` runs the search, never the write. */
export const explain: Command = {
  fields: ['verbosity'],
  writes: false,
  run: (context, { database, body }) => {
    const inner = body.explain
    const name = isDoc(inner) ? Object.keys(inner)[0] : undefined
    const explained = name === undefined || !Object.hasOwn(EXPLAINED, name) ? undefined : EXPLAINED[name]
    if (!isDoc(inner) || name === undefined || !explained) {
      throw new StoreError('CommandNotFound', `Explain failed due to unknown command: ${name ?? ''}`)
    }
    return explainQuery(context, { name, database, body: inner }, explained, body.verbosity !== 'queryPlanner')
  },
}

function explainQuery(context: Context, request: Request, queryFor: QueryOf, execute: boolean): Doc {
  const query = queryFor(context, request)
  const namespace = namespaceOf(request)
  const found = query && runQuery(context.storage, query)
  const planner: Doc = {
    namespace,
    parsedQuery: {},
    winningPlan: found ? winningPlan(found) : { stage: 'EOF' },
    rejectedPlans: [],
  }
  const stats = execute ? { executionStats: found ? runStatistics(found) : {} } : {}
  return { explainVersion: '1', queryPlanner: planner, ...stats, command: request.body, serverInfo: {} }
}

function runStatistics(found: Found): Doc {
  let nReturned = 0
  visitAll(found, () => nReturned++)
  const { keysExamined, docsExamined } = found.statistics
  return {
    executionSuccess: true,
    nReturned,
    executionTimeMillis: 0,
    totalKeysExamined: keysExamined,
    totalDocsExamined: docsExamined,
  }
}

function winningPlan({ plans, sortedInMemory }: Found): Doc {
  const [plan, ...others] = plans.map(planStage)
  const inputStage =
    plan && others.length > 0 ? { stage: 'FETCH', inputStage: { stage: 'OR', inputStages: [plan, ...others] } } : plan
  return sortedInMemory ? { stage: 'SORT', inputStage } : (inputStage ?? {})
}

function planStage({ index, reverse, exact }: Plan): Doc {
  if (!index) return { stage: 'COLLSCAN', direction: 'forward' }
  if (index.name === '_id_' && exact) return { stage: 'IDHACK' }
  return {
    stage: 'FETCH',
    inputStage: {
      stage: 'IXSCAN',
      keyPattern: index.spec.key,
      indexName: index.name,
      isMultiKey: index.multikey.includes(true),
      isUnique: index.unique,
      isPartial: index.partial !== undefined,
      direction: reverse ? 'backward' : 'forward',
    },
  }
}
