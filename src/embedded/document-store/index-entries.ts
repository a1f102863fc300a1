import { type Doc, isDoc } from './bson-values.ts'
import { StoreError } from './errors.ts'
import type { Index } from './index-definition.ts'
import { isTruncated, storedValues } from './key-layout.ts'
import { EMPTY_ARRAY, KeyWriter } from './order.ts'
import { isIndex, own } from './paths.ts'

export interface Entry {
  /** The values in order form, as stored. */
  values: Uint8Array
  tuple: readonly unknown[]
}

export interface Entries {
  byKey: ReadonlyMap<string, Entry>
  multikey: readonly boolean[]
  truncated: boolean
}

/** Where the walk towards one indexed field stands. */
interface Position {
  value: unknown
  steps: readonly string[]
  /** The array that has to be entered next. */
  array: readonly unknown[] | undefined
  done: boolean
  entered: boolean
}

const writer = new KeyWriter()

/**
 * What an index holds for a document: one entry for each combination of array elements; fields below the same array go
 * through it together. @throws StoreError CannotIndexParallelArrays for two different arrays
 */
export function entriesOf(index: Index, doc: Doc): Entries {
  const byKey = new Map<string, Entry>()
  const multikey = index.fields.map(() => false)
  let truncated = false
  if (index.partial && !index.partial.test(doc)) return { byKey, multikey, truncated }
  const start = index.fields.map(({ steps }) => ({ value: doc, steps, array: undefined, done: false, entered: false }))
  for (const positions of expand(start)) {
    writer.reset()
    for (const [at, field] of index.fields.entries()) {
      if (positions[at]?.entered) multikey[at] = true
      if (field.descending) writer.inverted(positions[at]?.value)
      else writer.value(positions[at]?.value)
    }
    const full = writer.take()
    truncated ||= isTruncated(full)
    const values = storedValues(full)
    byKey.set(Buffer.from(values).toString('latin1'), { values, tuple: positions.map(position => position.value) })
  }
  return { byKey, multikey, truncated }
}

function* expand(positions: readonly Position[]): Generator<readonly Position[]> {
  const moved = positions.map(advance)
  const array = moved.find(position => position.array)?.array
  if (!array) {
    yield moved
    return
  }
  if (moved.some(position => position.array && position.array !== array)) {
    throw new StoreError('CannotIndexParallelArrays', 'cannot index parallel arrays')
  }
  for (const element of array.length === 0 ? [EMPTY_ARRAY] : array) {
    yield* expand(moved.map(position => (position.array ? enter(position, element) : position)))
  }
}

/** Goes down until the end of the path, a missing field or an array. */
function advance(position: Position): Position {
  let { value, steps } = position
  if (position.done) return position
  for (;;) {
    const step = steps[0]
    if (Array.isArray(value)) {
      if (step === undefined || !isIndex(step)) return { ...position, value, steps, array: value }
      value = value[Number(step)]
    } else if (step === undefined) return { ...position, value, done: true }
    else if (isDoc(value)) value = own(value, step)
    else return { ...position, value: undefined, done: true }
    steps = steps.slice(1)
  }
}

function enter(position: Position, element: unknown): Position {
  const atEnd = position.steps.length === 0
  const done = atEnd || !isDoc(element)
  const value = atEnd || isDoc(element) || element === EMPTY_ARRAY ? element : undefined
  return { ...position, value, array: undefined, done, entered: true }
}
