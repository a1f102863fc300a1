import { StoreError } from './errors.ts'
import { type Filter, requiredFields } from './filter.ts'
import { isOperator, type Operator } from './operators.ts'
import { equalValues } from './order.ts'
import { setAt, valueAt } from './paths.ts'
import { Row } from './row.ts'
import { UPDATE_OPERATORS } from './update-operators.ts'
import { type Doc, isDoc } from './values.ts'

/** One operator on one path. */
interface Modification {
  operator: Operator<'update'>
  name: string
  path: readonly string[]
  argument: unknown
}

export interface Update {
  modifications: readonly Modification[]
  /** The top-level fields that may change. */
  touched: ReadonlySet<string>
}

/** @throws StoreError FailedToParse, ConflictingUpdateOperators, EmptyFieldName, BadValue; NotImplemented for a replacement */
export function parseUpdate(update: unknown): Update {
  if (!isDoc(update) || !Object.keys(update)[0]?.startsWith('$')) {
    throw new StoreError('NotImplemented', 'an update has to be made of update operators in the embedded store')
  }
  const modifications = Object.entries(update)
    .flatMap(([operator, fields]) => modificationsOf(operator, fields))
    // MongoDB adds fields in the order of their paths, whichever operator they belong to.
    .sort((left, right) => (left.name < right.name ? -1 : 1))
  for (const [at, { name }] of modifications.entries()) {
    const other = modifications.find((it, place) => place !== at && `${name}.`.startsWith(`${it.name}.`))
    if (!other) continue
    const message = `Updating the path '${name}' would create a conflict at '${other.name}'`
    throw new StoreError('ConflictingUpdateOperators', message)
  }
  return { modifications, touched: new Set(modifications.map(({ path }) => path[0] ?? '')) }
}

function modificationsOf(operator: string, fields: unknown): Modification[] {
  if (!isOperator('update', operator)) throw new StoreError('FailedToParse', `Unknown modifier: ${operator}`)
  if (!isDoc(fields)) throw new StoreError('FailedToParse', `Modifiers operate on fields, ${operator} was given none`)
  return Object.entries(fields).map(([name, argument]) => ({ operator, name, path: pathOf(name), argument }))
}

function pathOf(name: string): string[] {
  const path = name.split('.')
  if (path.includes(''))
    throw new StoreError('EmptyFieldName', `The update path '${name}' contains an empty field name`)
  const dollar = path.find(step => step.startsWith('$'))
  if (dollar === undefined) return path
  throw new StoreError('BadValue', `The dollar ($) prefixed field '${dollar}' in '${name}' is not valid for storage.`)
}

/** The document after the update. The very same bytes mean that nothing changed. @throws StoreError */
export function applyUpdate(row: Row, update: Update, now: Date): Row {
  const doc = row.pick(new Set([...update.touched, '_id']))
  modify(doc, update, now, false)
  return row.rewrite(doc, update.touched)
}

/** The document that an upsert inserts: the filter's equalities, then the update. `_id` is missing unless given. */
export function upsertedRow(update: Update, filter: Filter, now: Date): Row {
  const doc: Doc = {}
  for (const { steps, conditions } of requiredFields(filter.node)) {
    for (const { operator, operand } of conditions) if (operator === '$eq') setAt(doc, steps, operand)
  }
  modify(doc, update, now, true)
  return Row.of(doc)
}

function modify(doc: Doc, { modifications }: Update, now: Date, inserting: boolean): void {
  const id = doc._id
  for (const { operator, path, argument } of modifications) {
    UPDATE_OPERATORS[operator]({ doc, path, argument, inserting, now, current: valueAt(doc, path) })
  }
  if (id !== undefined && !equalValues(id, doc._id)) {
    throw new StoreError(
      'ImmutableField',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    )
  }
}
