import { StoreError } from './errors.ts'
import { type Filter, type FilterNode, parseFilter } from './filter.ts'
import { isIndex, rootOf } from './paths.ts'
import { type Doc, isDoc, isTruthy, toInteger, toShell } from './values.ts'

export interface IndexField {
  path: string
  steps: readonly string[]
  descending: boolean
}

export interface Index {
  readonly id: number
  readonly name: string
  /** The specification as listIndexes shows it. */
  readonly spec: Doc
  readonly fields: readonly IndexField[]
  readonly unique: boolean
  readonly partial: Filter | undefined
  readonly expireAfterSeconds: number | undefined
  /** Top-level fields that the entries are made of. */
  readonly roots: ReadonlySet<string>
  /** Per field: some document had an array there. */
  multikey: boolean[]
  /** Some entry's values were too long to keep their order. */
  truncated: boolean
}

const SPEC_FIELDS = ['v', 'key', 'name', 'unique', 'partialFilterExpression', 'expireAfterSeconds', 'background', 'ns']

/** @throws StoreError with the code that createIndexes gives for the flaw */
export function defineIndex(id: number, given: Doc): Index {
  const unknown = Object.keys(given).find(field => !SPEC_FIELDS.includes(field))
  if (unknown !== undefined) {
    throw new StoreError('InvalidIndexSpecificationOption', `The field '${unknown}' is not valid for an index`)
  }
  const { key, name, unique, partialFilterExpression, expireAfterSeconds } = given
  if (!isDoc(key) || Object.keys(key).length === 0) throw flawed('Index keys cannot be an empty object')
  if (typeof name !== 'string' || name === '') throw flawed('Index names cannot be empty')
  const fields = Object.entries(key).map(([path, direction]) => fieldOf(path, direction))
  const partial = partialOf(partialFilterExpression)
  const options = {
    ...(isTruthy(unique) && { unique: true }),
    ...(partial && { partialFilterExpression }),
    ...(expireAfterSeconds !== undefined && { expireAfterSeconds }),
  }
  return {
    id,
    name,
    spec: { v: 2, key, name, ...options },
    fields,
    unique: name === '_id_' || isTruthy(unique),
    partial,
    expireAfterSeconds: expiryOf(expireAfterSeconds, fields),
    roots: new Set([...fields.map(field => rootOf(field.path)), ...(partial?.roots ?? [])]),
    multikey: fields.map(() => false),
    truncated: false,
  }
}

function flawed(message: string): StoreError {
  return new StoreError('CannotCreateIndex', message)
}

function fieldOf(path: string, direction: unknown): IndexField {
  if (typeof direction !== 'number' || direction === 0) throw flawed(`Unknown index direction: ${toShell(direction)}`)
  const steps = path.split('.')
  const flaw = steps.find(step => step === '' || step.startsWith('$') || isIndex(step))
  if (flaw !== undefined) throw flawed(`Index key '${path}' contains '${flaw}'`)
  return { path, steps, descending: direction < 0 }
}

function partialOf(expression: unknown): Filter | undefined {
  if (expression === undefined) return undefined
  if (!isDoc(expression)) throw flawed('Field "partialFilterExpression" must be an object')
  const filter = parseFilter(expression)
  if (!isSuitable(filter.node)) throw flawed(`Expression not supported in partial index: ${toShell(expression)}`)
  return filter
}

function isSuitable(node: FilterNode): boolean {
  if (node.kind !== 'field') return node.kind === '$and' && node.parts.every(isSuitable)
  return node.conditions.every(({ operator, negated }) => !negated && operator !== '$regex')
}

function expiryOf(given: unknown, fields: readonly IndexField[]): number | undefined {
  if (given === undefined) return undefined
  if (fields.length !== 1 || fields[0]?.path === '_id') throw flawed('TTL indexes have a single field, not the id')
  const seconds = toInteger(given, 'expireAfterSeconds', 0)
  if (seconds < 0) throw flawed('TTL index expireAfterSeconds cannot be less than 0')
  return seconds
}
