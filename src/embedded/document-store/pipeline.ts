import { StoreError } from './errors.ts'
import { parseFilter } from './filter.ts'
import { group } from './group.ts'
import { isOperator, type Operator } from './operators.ts'
import { parseSort, sortKey } from './sort.ts'
import { type Doc, isDoc } from './values.ts'

interface Stage {
  name: Operator<'stage'>
  argument: unknown
  run(docs: Doc[]): Doc[]
}

/** @throws StoreError Location40324 for an unknown stage and MongoDB's codes for malformed ones */
export function parsePipeline(pipeline: unknown): Stage[] {
  if (!Array.isArray(pipeline)) throw new StoreError('TypeMismatch', "'pipeline' option must be specified as an array")
  return pipeline.map(stage => {
    const [name, ...others] = isDoc(stage) ? Object.keys(stage) : []
    if (!isDoc(stage) || name === undefined || others.length > 0) {
      throw new StoreError('Location40323', 'A pipeline stage specification object must contain exactly one field.')
    }
    if (!isOperator('stage', name)) throw new StoreError('Location40324', `Unrecognized pipeline stage name: '${name}'`)
    return { name, argument: stage[name], run: STAGES[name](stage[name]) }
  })
}

const STAGES: Record<Operator<'stage'>, (argument: unknown) => Stage['run']> = {
  $match: argument => {
    const filter = parseFilter(docOf('Location15959', argument))
    return docs => docs.filter(filter.test)
  },
  $sort: argument => {
    const sort = parseSort(docOf('Location15973', argument))
    return docs => {
      const keyed = docs.map(doc => ({ doc, key: sortKey(doc, sort) }))
      return keyed.sort((left, right) => Buffer.compare(left.key, right.key)).map(({ doc }) => doc)
    }
  },
  $limit: argument => {
    const limit = amountOf(argument)
    if (limit === 0) throw new StoreError('Location15958', 'the limit must be positive')
    return docs => docs.slice(0, limit)
  },
  $group: argument => group(docOf('Location15947', argument)),
}

function docOf(code: `Location${number}`, argument: unknown): Doc {
  if (isDoc(argument)) return argument
  throw new StoreError(code, 'the specification of this stage must be an object')
}

function amountOf(argument: unknown): number {
  if (typeof argument === 'number' && Number.isSafeInteger(argument) && argument >= 0) return argument
  throw new StoreError('Location5107201', 'invalid argument to a stage: Expected a non-negative number')
}
