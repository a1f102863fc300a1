import { type Doc, Int32, isDoc, isNumeric, isTruthy, toInteger, toNumber, toShell } from './bson-values.ts'
import { StoreError } from './errors.ts'
import { type Filter, parseFilter } from './filter.ts'
import { rootOf } from './paths.ts'

export interface IndexField {
  path: string
  steps: readonly string[]
  descending: boolean
}

export interface Index {
  readonly id: number
  readonly name: string
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
const PARTIAL_OPERATORS = ['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in']

/** @throws StoreError with the code that createIndexes gives for the flaw */
export function defineIndex(id: number, given: Doc): Index {
  for (const field of Object.keys(given)) {
    if (!SPEC_FIELDS.includes(field)) {
      throw new StoreError(
        'InvalidIndexSpecificationOption',
        `The field '${field}' is not valid for an index specification. Specification: ${toShell(given)}`,
      )
    }
  }
  const { key, name } = given
  if (!isDoc(key) || Object.keys(key).length === 0) {
    throw new StoreError('CannotCreateIndex', 'Index keys cannot be an empty object')
  }
  if (typeof name !== 'string' || name === '') throw new StoreError('CannotCreateIndex', 'Index names cannot be empty')
  const partial = partialOf(given)
  const fields = Object.entries(key).map(([path, direction]) => fieldOf(path, direction))
  return {
    id,
    name,
    spec: specOf(given, key, name),
    fields,
    unique: name === '_id_' || isTruthy(given.unique),
    partial,
    expireAfterSeconds: expiryOf(given, fields),
    roots: new Set([...fields.map(field => rootOf(field.path)), ...(partial?.roots ?? [])]),
    multikey: fields.map(() => false),
    truncated: false,
  }
}

function fieldOf(path: string, direction: unknown): IndexField {
  if (!isNumeric(direction) || toNumber(direction) === 0) {
    throw new StoreError('CannotCreateIndex', `Unknown index plugin or direction: ${toShell(direction)}`)
  }
  if (path === '' || path.split('.').includes('')) {
    throw new StoreError('CannotCreateIndex', 'Index keys cannot contain an empty field.')
  }
  if (path.startsWith('$'))
    throw new StoreError('CannotCreateIndex', `Index key contains an illegal field name: ${path}`)
  return { path, steps: path.split('.'), descending: toNumber(direction) < 0 }
}

function partialOf(given: Doc): Filter | undefined {
  const expression = given.partialFilterExpression
  if (expression === undefined) return undefined
  if (!isDoc(expression)) {
    throw new StoreError('CannotCreateIndex', 'Field "partialFilterExpression" must be an object')
  }
  const filter = parseFilter(expression)
  const flaw = unsuitable(filter.node)
  if (flaw) throw new StoreError('CannotCreateIndex', `Expression not supported in partial index: ${flaw}`)
  return filter
}

function unsuitable(node: Filter['node']): string | undefined {
  if (node.kind === '$and') return node.parts.map(unsuitable).find(flaw => flaw !== undefined)
  if (node.kind !== 'field') return node.kind
  return node.conditions.find(
    ({ operator, operand }) => !PARTIAL_OPERATORS.includes(operator) || (operator === '$exists' && !isTruthy(operand)),
  )?.operator
}

function expiryOf(given: Doc, fields: readonly IndexField[]): number | undefined {
  if (given.expireAfterSeconds === undefined) return undefined
  if (fields.length !== 1 || fields[0]?.path === '_id') {
    throw new StoreError(
      'CannotCreateIndex',
      `TTL indexes are single-field indexes, compound indexes do not support TTL. ${toShell(given.key)}`,
    )
  }
  const seconds = toInteger(given.expireAfterSeconds, 'expireAfterSeconds', 0)
  if (seconds < 0) throw new StoreError('CannotCreateIndex', 'TTL index expireAfterSeconds cannot be less than 0')
  return seconds
}

/** The specification as listIndexes shows it. */
function specOf(given: Doc, key: Doc, name: string): Doc {
  const { unique, partialFilterExpression, expireAfterSeconds } = given
  return {
    v: new Int32(2),
    key,
    name,
    ...(isTruthy(unique) && { unique: true }),
    ...(partialFilterExpression !== undefined && { partialFilterExpression }),
    ...(expireAfterSeconds !== undefined && { expireAfterSeconds }),
  }
}
