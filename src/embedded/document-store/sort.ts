import { type Doc, isDoc, isNumeric, toNumber, toShell } from './bson-values.ts'
import { StoreError } from './errors.ts'
import { EMPTY_ARRAY, KeyWriter } from './order.ts'
import { rootOf, someValue } from './paths.ts'
import type { SortField } from './planner.ts'

/** @throws StoreError BadValue, Location15975-like refusals for a direction that is not 1 or -1 */
export function parseSort(sort: unknown): SortField[] {
  if (sort === undefined || sort === null) return []
  if (!isDoc(sort)) throw new StoreError('TypeMismatch', 'Expected field sort to be of type object')
  return Object.entries(sort).map(([path, direction]) => {
    if (!isNumeric(direction) || Math.abs(toNumber(direction)) !== 1) {
      throw new StoreError(
        'BadValue',
        `$sort key ordering must be 1 (for ascending) or -1 (for descending), found ${toShell(direction)}`,
      )
    }
    return { path, descending: toNumber(direction) < 0 }
  })
}

export function sortRoots(sort: readonly SortField[]): string[] {
  return sort.map(({ path }) => rootOf(path))
}

const writer = new KeyWriter()

/** The bytes by which a document is sorted: of an array the smallest element counts, descending the largest. */
export function sortKey(doc: Doc, sort: readonly SortField[]): Buffer {
  const parts: Buffer[] = []
  for (const { path, descending } of sort) {
    let best: Buffer | undefined
    const offer = (value: unknown) => {
      const key = (descending ? writer.reset().inverted(value) : writer.reset().value(value)).take()
      if (!best || Buffer.compare(key, best) < 0) best = key
    }
    someValue(doc, path.split('.'), false, value => {
      if (Array.isArray(value)) (value.length === 0 ? [EMPTY_ARRAY] : value).forEach(offer)
      else offer(value)
      return false
    })
    if (!best) offer(null)
    parts.push(best ?? Buffer.alloc(0))
  }
  return Buffer.concat(parts)
}
