import { type Doc, isDoc, toShell } from './bson-values.ts'
import { StoreError } from './errors.ts'
import type { Filter } from './filter.ts'
import { define, isIndex, own } from './paths.ts'

const MAX_PADDING = 1_500_000

/** What `$` and `$[x]` in a path stand for in the document at hand. */
export interface Positions {
  /** The element of the array at this path that the filter matched. */
  matched(doc: Doc, arrayPath: readonly string[]): number
  arrayFilters: ReadonlyMap<string, Filter>
}

/** The concrete paths that a path with `$`, `$[]` or `$[x]` means in a document. */
export function concretePaths(doc: Doc, path: readonly string[], positions: Positions): string[][] {
  const at = path.findIndex(step => step.startsWith('$'))
  const step = path[at]
  if (step === undefined) return [[...path]]
  const before = path.slice(0, at)
  const rest = path.slice(at + 1)
  const array = valueAt(doc, before)
  if (!Array.isArray(array)) throw notAnArray(before, array)
  const indexes = step === '$' ? [positions.matched(doc, before)] : filteredIndexes(array, step, path, positions)
  return indexes.flatMap(index => concretePaths(doc, [...before, String(index), ...rest], positions))
}

function filteredIndexes(
  array: readonly unknown[],
  step: string,
  path: readonly string[],
  { arrayFilters }: Positions,
): number[] {
  const all = array.map((_element, index) => index)
  if (step === '$[]') return all
  const name = /^\$\[(\w+)\]$/.exec(step)?.[1]
  if (name === undefined) {
    throw new StoreError(
      'BadValue',
      `The dollar ($) prefixed field '${step}' in '${path.join('.')}' is not valid for storage.`,
    )
  }
  const filter = arrayFilters.get(name)
  if (!filter) {
    throw new StoreError('BadValue', `No array filter found for identifier '${name}' in path '${path.join('.')}'`)
  }
  return all.filter(index => filter.test({ [name]: array[index] }))
}

function notAnArray(path: readonly string[], value: unknown): StoreError {
  const name = path.join('.')
  return value === undefined
    ? new StoreError('BadValue', `The path '${name}' must exist in the document in order to apply array updates.`)
    : new StoreError('BadValue', `Cannot apply array updates to non-array element ${name}: ${toShell(value)}`)
}

/** The value at a concrete path (array elements by number), or undefined. */
export function valueAt(doc: Doc, path: readonly string[]): unknown {
  let value: unknown = doc
  for (const step of path) {
    if (Array.isArray(value)) value = isIndex(step) ? value[Number(step)] : undefined
    else if (isDoc(value)) value = own(value, step)
    else return undefined
  }
  return value
}

/** Sets a value, making the documents on the way. @throws StoreError PathNotViable when a scalar stands in the way */
export function setAt(doc: Doc, path: readonly string[], value: unknown): void {
  const last = path[path.length - 1]
  if (last === undefined) return
  let container: unknown = doc
  for (const [at, step] of path.slice(0, -1).entries()) {
    let next = child(container, step)
    if (next === undefined) {
      next = {}
      put(container, step, next, path[at - 1])
    }
    container = next
  }
  put(container, last, value, path[path.length - 2])
}

/** Removes a field; an array's element becomes null, so that its neighbours keep their places. */
export function unsetAt(doc: Doc, path: readonly string[]): void {
  const container = valueAt(doc, path.slice(0, -1))
  const last = path[path.length - 1]
  if (last === undefined) return
  if (Array.isArray(container)) {
    if (isIndex(last) && Number(last) < container.length) container[Number(last)] = null
  } else if (isDoc(container)) delete container[last]
}

function child(container: unknown, step: string): unknown {
  if (Array.isArray(container)) return isIndex(step) ? container[Number(step)] : undefined
  return isDoc(container) ? own(container, step) : undefined
}

function put(container: unknown, step: string, value: unknown, name: string | undefined): void {
  if (isDoc(container)) {
    define(container, step, value)
    return
  }
  if (!Array.isArray(container) || !isIndex(step)) {
    const holder = `{${name ?? ''}: ${toShell(container)}}`
    throw new StoreError('PathNotViable', `Cannot create field '${step}' in element ${holder}`)
  }
  const index = Number(step)
  if (index > container.length + MAX_PADDING) {
    throw new StoreError('BadValue', `can't backfill more than ${MAX_PADDING} elements`)
  }
  while (container.length < index) container.push(null)
  container[index] = value
}
