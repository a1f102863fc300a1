import { type Doc, isDoc, toShell } from './bson-values.ts'
import { StoreError } from './errors.ts'
import { type Filter, type FilterNode, requiredFields } from './filter.ts'
import { equalValues } from './order.ts'
import type { Update } from './parse-update.ts'
import { Row } from './row.ts'
import { UPDATE_OPERATORS } from './update-operators.ts'
import { concretePaths, type Positions, setAt, valueAt } from './update-paths.ts'

/** The document after the update. The very same bytes mean that nothing changed. */
export function applyUpdate(row: Row, update: Update, filter: Filter, now: Date): Row {
  if (update.kind === 'replacement') return replaced(row, update.replacement)
  const needed = new Set([...update.touched, ...filter.roots, '_id'])
  const before = row.pick(new Set(['_id']))._id
  const doc = row.pick(needed)
  modify(doc, update, filter, now, false)
  if (update.touched.has('_id') && !equalValues(before, doc._id)) {
    throw new StoreError(
      'ImmutableField',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    )
  }
  return new Row(row.rewrite(doc, update.touched))
}

/** A copy whose containers may be changed. */
function structure(doc: Doc): Doc {
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy)
    return isDoc(value) ? structure(value) : value
  }
  return Object.fromEntries(Object.entries(doc).map(([name, value]) => [name, copy(value)]))
}

function replaced(row: Row, replacement: Doc): Row {
  const before = row.pick(new Set(['_id']))._id
  const { _id: given, ...fields } = replacement
  if (given !== undefined && !equalValues(given, before)) {
    throw new StoreError(
      'ImmutableField',
      `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${toShell(given)}`,
    )
  }
  return Row.of({ _id: before, ...fields })
}

/** The document that an upsert inserts: the filter's equalities, then the update. `_id` is missing unless given. */
export function upsertDocument(update: Update, filter: Filter, now: Date): Doc {
  const doc: Doc = {}
  for (const { steps, conditions } of requiredFields(filter.node)) {
    for (const { operator, operand } of conditions) {
      if (operator === '$eq' && (update.kind === 'modification' || steps[0] === '_id'))
        setAt(doc, steps, structure({ operand }).operand)
    }
  }
  if (update.kind === 'replacement') return { ...doc, ...update.replacement }
  const fixed = doc._id
  modify(doc, update, filter, now, true)
  if (fixed !== undefined && !equalValues(fixed, doc._id)) {
    throw new StoreError(
      'ImmutableField',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    )
  }
  return doc
}

function modify(
  doc: Doc,
  { modifications, arrayFilters }: Extract<Update, { kind: 'modification' }>,
  filter: Filter,
  now: Date,
  inserting: boolean,
): void {
  // Found before the first change: the changes themselves must not move the match.
  const matched = new Map<string, number>()
  const original = modifications.some(({ path }) => path.includes('$')) ? structure(doc) : doc
  const positions: Positions = {
    arrayFilters,
    matched: (_doc, arrayPath) => {
      const key = arrayPath.join('.')
      const index = matched.get(key) ?? matchedElement(original, arrayPath, filter.node)
      if (index === undefined) {
        throw new StoreError('BadValue', 'The positional operator did not find the match needed from the query.')
      }
      matched.set(key, index)
      return index
    },
  }
  for (const { operator, path, argument } of modifications) {
    for (const concrete of concretePaths(doc, path, positions)) {
      UPDATE_OPERATORS[operator]({ doc, path: concrete, argument, inserting, now }, valueAt(doc, concrete))
    }
  }
}

/** The first element of an array that meets a condition which the filter puts on that array. */
function matchedElement(doc: Doc, arrayPath: readonly string[], node: FilterNode): number | undefined {
  const array = valueAt(doc, arrayPath)
  if (!Array.isArray(array)) return undefined
  if (node.kind !== 'field') {
    if (node.kind === '$nor') return undefined
    for (const part of node.parts) {
      const index = matchedElement(doc, arrayPath, part)
      if (index !== undefined) return index
    }
    return undefined
  }
  const name = arrayPath.join('.')
  if (node.path !== name && !node.path.startsWith(`${name}.`)) return undefined
  const alone = structure(doc)
  const index = array.findIndex(element => {
    setAt(alone, arrayPath, [element])
    return node.conditions.every(condition => condition.onPath(alone, node.steps))
  })
  return index < 0 ? undefined : index
}
