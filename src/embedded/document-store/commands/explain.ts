import { StoreError } from '../errors.ts'
import { parseFilter } from '../filter.ts'
import { type Plan, planQuery } from '../planner.ts'
import { search } from '../query.ts'
import { parseSort } from '../sort.ts'
import { type Doc, isDoc } from '../values.ts'
import { type Command, docOf, listOf, namespaceOf } from './command.ts'
import { servedPart } from './read.ts'

/** What a command searches for. */
const SEARCHES: Record<string, (body: Doc) => { filter: Doc; sort?: unknown }> = {
  find: body => ({ filter: docOf(body, 'filter'), sort: body.sort }),
  distinct: body => ({ filter: docOf(body, 'query') }),
  findAndModify: body => ({ filter: docOf(body, 'query'), sort: body.sort }),
  aggregate: body => servedPart(body.pipeline),
  update: body => firstStatement(body, 'updates'),
  delete: body => firstStatement(body, 'deletes'),
}

function firstStatement(body: Doc, field: string): { filter: Doc } {
  const [statement] = listOf(body, field)
  return { filter: isDoc(statement) ? docOf(statement, 'q') : {} }
}

/** How a command would find its documents, in the shape of MongoDB 7; `executionStats` runs the search, never the write. */
export const explain: Command = {
  fields: ['verbosity'],
  writes: false,
  run: ({ storage, catalog }, { database, body }) => {
    const command = docOf(body, 'explain')
    const name = Object.keys(command)[0] ?? ''
    const target = Object.hasOwn(SEARCHES, name) ? SEARCHES[name]?.(command) : undefined
    if (!target) throw new StoreError('CommandNotFound', `Explain failed due to unknown command: ${name}`)
    const namespace = namespaceOf(database, command)
    const filter = parseFilter(target.filter)
    const sort = parseSort(target.sort)
    const collection = catalog.find(namespace)
    if (!collection) return { queryPlanner: { namespace, winningPlan: { stage: 'EOF' } } }
    const plan = planQuery(collection.indexes, filter, sort)
    const inputStage = planStage(plan)
    const winningPlan = sort.length > 0 && !plan?.sorted ? { stage: 'SORT', inputStage } : inputStage
    const explained = { explainVersion: '1', queryPlanner: { namespace, winningPlan, rejectedPlans: [] } }
    if (body.verbosity === 'queryPlanner') return explained
    const examined = { keys: 0, documents: 0 }
    const nReturned = [...search(storage, { collection, filter, sort, skip: 0, limit: 0 }, examined)].length
    const executionStats = { nReturned, totalKeysExamined: examined.keys, totalDocsExamined: examined.documents }
    return { ...explained, executionStats }
  },
}

function planStage(plan: Plan | undefined): Doc {
  if (!plan) return { stage: 'COLLSCAN', direction: 'forward' }
  const { index, reverse } = plan
  const inputStage = {
    stage: 'IXSCAN',
    keyPattern: index.spec.key,
    indexName: index.name,
    isMultiKey: index.multikey.includes(true),
    isUnique: index.unique,
    isPartial: index.partial !== undefined,
    direction: reverse ? 'backward' : 'forward',
  }
  return { stage: 'FETCH', inputStage }
}
