import { StoreError } from './errors.ts'
import type { Index } from './index-definition.ts'
import { isTruncated, storedValues } from './key-layout.ts'
import { EMPTY_ARRAY, orderKey } from './order.ts'
import { own } from './paths.ts'
import { type Doc, isDoc } from './values.ts'

export interface Entry {
  /** The values in order form, as stored. */
  values: Uint8Array
  tuple: readonly unknown[]
}

export interface Entries {
  byKey: ReadonlyMap<string, Entry>
  /** Per field: an array was met on the way or at the end. */
  multikey: readonly boolean[]
  truncated: boolean
}

export const NO_ENTRIES: Entries = { byKey: new Map(), multikey: [], truncated: false }

/**
 * What an index holds for a document: one entry, or one for each element when one of its fields leads through an array.
 * @throws StoreError CannotIndexParallelArrays when two fields do
 */
export function entriesOf(index: Index, doc: Doc): Entries {
  if (index.partial && !index.partial.test(doc)) return NO_ENTRIES
  const reached = index.fields.map(({ steps }) => reach(doc, steps))
  const multikey = reached.map(({ isArray }) => isArray)
  if (multikey.indexOf(true) !== multikey.lastIndexOf(true)) {
    throw new StoreError('CannotIndexParallelArrays', 'cannot index two fields through arrays')
  }
  const byKey = new Map<string, Entry>()
  let truncated = false
  const longest = Math.max(...reached.map(({ values }) => values.length))
  for (let element = 0; element < longest; element++) {
    const tuple = reached.map(({ values }) => values[values.length > 1 ? element : 0])
    const full = Buffer.concat(tuple.map((value, at) => orderKey(value, index.fields[at]?.descending)))
    truncated ||= isTruncated(full)
    const values = storedValues(full)
    byKey.set(Buffer.from(values).toString('latin1'), { values, tuple })
  }
  return { byKey, multikey, truncated }
}

/** The values that a path leads to; those of an array one by one. Where it leads nowhere, a missing value. */
function reach(value: unknown, path: readonly string[]): { values: unknown[]; isArray: boolean } {
  const [step, ...rest] = path
  if (Array.isArray(value)) {
    const below = (element: unknown) => (isDoc(element) ? reach(element, path).values : [undefined])
    const values = step === undefined ? value : value.flatMap(below)
    return { values: value.length === 0 ? [EMPTY_ARRAY] : values, isArray: true }
  }
  if (step === undefined) return { values: [value], isArray: false }
  return isDoc(value) ? reach(own(value, step), rest) : { values: [undefined], isArray: false }
}
