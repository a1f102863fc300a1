import { StoreError } from './errors.ts'
import { EMPTY_ARRAY, orderKey } from './order.ts'
import { someValue } from './paths.ts'
import { type Doc, isDoc } from './values.ts'

export interface SortField {
  path: string
  descending: boolean
}

/** @throws StoreError TypeMismatch, BadValue for a direction that is not 1 or -1 */
export function parseSort(sort: unknown): SortField[] {
  if (sort === undefined || sort === null) return []
  if (!isDoc(sort)) throw new StoreError('TypeMismatch', 'Expected field sort to be of type object')
  return Object.entries(sort).map(([path, direction]) => {
    if (direction === 1 || direction === -1) return { path, descending: direction < 0 }
    throw new StoreError('BadValue', '$sort key ordering must be 1 (for ascending) or -1 (for descending)')
  })
}

/** The bytes by which a document is sorted: of an array the smallest element counts, descending the largest. */
export function sortKey(doc: Doc, sort: readonly SortField[]): Buffer {
  const parts = sort.map(({ path, descending }) => {
    const keys: Buffer[] = []
    someValue(doc, path.split('.'), false, value => {
      const values = Array.isArray(value) && value.length > 0 ? value : [Array.isArray(value) ? EMPTY_ARRAY : value]
      for (const each of values) keys.push(orderKey(each, descending))
      return false
    })
    return keys.sort(Buffer.compare)[0] ?? orderKey(null, descending)
  })
  return Buffer.concat(parts)
}
