import { compileAccumulator } from './accumulators.ts'
import { type Doc, Int32, isDoc, isNumeric, Long, toInteger, toNumber, typeOf } from './bson-values.ts'
import { StoreError } from './errors.ts'
import { compileExpression } from './expressions.ts'
import { parseFilter } from './filter.ts'
import { isOperator, type Operator } from './operators.ts'
import { orderKey } from './order.ts'
import { own } from './paths.ts'
import { parseProjection } from './projection.ts'
import { parseSort, sortKey } from './sort.ts'
import { setAt, valueAt } from './update-paths.ts'

/** One stage: documents in, documents out, one at a time where it can. */
export type Stage = (docs: Iterable<Doc>) => Iterable<Doc>

export interface NamedStage {
  name: Operator<'stage'>
  argument: unknown
  run: Stage
}

/** @throws StoreError Location40324 for an unknown stage and MongoDB's codes for malformed ones */
export function parsePipeline(pipeline: unknown): NamedStage[] {
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

const STAGES: Record<Operator<'stage'>, (argument: unknown) => Stage> = {
  $match: argument => {
    const filter = parseFilter(docOf('$match', 'Location15959', argument))
    return function* (docs) {
      for (const doc of docs) if (filter.test(doc)) yield doc
    }
  },
  $sort: argument => {
    const sort = parseSort(docOf('$sort', 'Location15973', argument))
    return function* (docs) {
      const keyed = [...docs].map(doc => ({ doc, key: sortKey(doc, sort) }))
      for (const { doc } of keyed.sort((left, right) => Buffer.compare(left.key, right.key))) yield doc
    }
  },
  $limit: argument => {
    const limit = amountOf('$limit', argument)
    if (limit === 0) throw new StoreError('Location15958', 'the limit must be positive')
    return function* (docs) {
      let taken = 0
      for (const doc of docs) {
        yield doc
        if (++taken >= limit) return
      }
    }
  },
  $skip: argument => {
    const skip = amountOf('$skip', argument)
    return function* (docs) {
      let skipped = 0
      for (const doc of docs) if (skipped++ >= skip) yield doc
    }
  },
  $project: argument => {
    const spec = docOf('$project', 'Location15969', argument)
    const projection = parseProjection(spec, compileExpression)
    if (!projection)
      throw new StoreError(
        'Location51272',
        'Invalid $project :: caused by :: projection specification must have at least one field',
      )
    return function* (docs) {
      for (const doc of docs) yield projection(doc)
    }
  },
  $addFields: addFields,
  $set: addFields,
  $count: argument => {
    if (typeof argument !== 'string' || argument === '' || argument.startsWith('$') || argument.includes('.')) {
      throw new StoreError('Location40156', 'the count field must be a non-empty string')
    }
    return function* (docs) {
      let count = 0
      for (const _ of docs) count++
      if (count > 0) yield { [argument]: new Int32(count) }
    }
  },
  $unwind: unwind,
  $group: group,
}

function docOf(stage: string, code: `Location${number}`, argument: unknown): Doc {
  if (isDoc(argument)) return argument
  throw new StoreError(code, `the ${stage} specification must be an object`)
}

function amountOf(stage: string, argument: unknown): number {
  if (!isNumeric(argument) || toNumber(argument) < 0) {
    throw new StoreError('Location5107201', `invalid argument to ${stage} stage: Expected a non-negative number`)
  }
  return toInteger(argument, stage, 0)
}

function addFields(argument: unknown): Stage {
  const fields = Object.entries(docOf('$addFields', 'Location40272', argument)).map(
    ([name, expression]) => [name.split('.'), compileExpression(expression)] as const,
  )
  return function* (docs) {
    for (const doc of docs) {
      const computed = fields.map(([path, expression]) => ({ path, value: expression(doc) }))
      for (const { path, value } of computed) if (value !== undefined) setAt(doc, path, value)
      yield doc
    }
  }
}

function unwind(argument: unknown): Stage {
  const options: Doc = isDoc(argument) ? argument : { path: argument }
  for (const name of Object.keys(options)) {
    if (!['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(name)) {
      throw new StoreError('Location28811', `unrecognized option to $unwind stage: ${name}`)
    }
  }
  const { path, preserveNullAndEmptyArrays: preserve, includeArrayIndex: indexField } = options
  if (typeof path !== 'string')
    throw new StoreError('Location28808', `expected a string as the path for $unwind stage, got ${typeOf(path)}`)
  if (!path.startsWith('$'))
    throw new StoreError('Location28818', `path option to $unwind stage should be prefixed with a '$': ${path}`)
  const steps = path.slice(1).split('.')
  const numbered = (doc: Doc, index: unknown): Doc =>
    typeof indexField === 'string' ? { ...doc, [indexField]: index } : doc
  const withoutElements = (doc: Doc, value: unknown): Doc[] => {
    if (preserve !== true) return []
    return [numbered(Array.isArray(value) ? withValue(doc, steps, undefined) : doc, null)]
  }
  const unwound = (doc: Doc): Doc[] => {
    const value = valueAt(doc, steps)
    if (value === undefined || value === null) return withoutElements(doc, value)
    if (!Array.isArray(value)) return [numbered(doc, null)]
    if (value.length === 0) return withoutElements(doc, value)
    return value.map((element, index) => numbered(withValue(doc, steps, element), Long.fromNumber(index)))
  }
  return function* (docs) {
    for (const doc of docs) yield* unwound(doc)
  }
}

/** The document with another value at a path; undefined takes the field away. */
function withValue(doc: Doc, [step, ...rest]: readonly string[], value: unknown): Doc {
  if (step === undefined) return doc
  const below = own(doc, step)
  const changed = rest.length === 0 || !isDoc(below) ? value : withValue(below, rest, value)
  const copy = { ...doc, [step]: changed }
  if (changed === undefined) delete copy[step]
  return copy
}

function group(argument: unknown): Stage {
  const { _id: idExpression, ...fields } = docOf('$group', 'Location15947', argument)
  if (idExpression === undefined) throw new StoreError('Location15955', 'a group specification must include an _id')
  const id = compileExpression(idExpression)
  const accumulators = Object.entries(fields).map(([name, given]) => ({ name, ...compileAccumulator(name, given) }))
  return function* (docs) {
    const groups = new Map<string, { key: unknown; cells: ReturnType<(typeof accumulators)[number]['start']>[] }>()
    for (const doc of docs) {
      const key = id(doc) ?? null
      const name = orderKey(key).toString('latin1')
      const found = groups.get(name) ?? { key, cells: accumulators.map(({ start }) => start()) }
      groups.set(name, found)
      for (const [at, { value }] of accumulators.entries()) found.cells[at]?.add(value(doc))
    }
    for (const { key, cells } of groups.values()) {
      yield { _id: key, ...Object.fromEntries(accumulators.map(({ name }, at) => [name, cells[at]?.result()])) }
    }
  }
}
