import type { CheckedTable } from './checked-table.ts'
import type { Collection, Stored } from './collection.ts'
import type { Filter } from './filter.ts'
import { type KeyRange, rangeOf, recordOf } from './key-layout.ts'
import { rootOf } from './paths.ts'
import { type Plan, planQuery } from './planner.ts'
import type { Row } from './row.ts'
import { type SortField, sortKey } from './sort.ts'
import type { Storage } from './storage.ts'

export interface Query {
  collection: Collection
  filter: Filter
  sort: readonly SortField[]
  skip: number
  /** Zero means no limit. */
  limit: number
}

/** How many index entries and documents a search looked at. */
export interface Examined {
  keys: number
  documents: number
}

/** The matching documents in the order asked for. To be walked to its end, or left, before anything is written. */
export function* search(
  storage: Storage,
  { collection, filter, sort, skip, limit }: Query,
  examined: Examined = { keys: 0, documents: 0 },
): Generator<Stored> {
  const plan = planQuery(collection.indexes, filter, sort)
  const matches = matching(storage, collection, filter, plan, examined)
  let passed = 0
  for (const stored of sort.length === 0 || plan?.sorted ? matches : sorted(collection, matches, sort)) {
    if (++passed > skip) yield stored
    if (limit > 0 && passed === skip + limit) return
  }
}

function* matching(
  storage: Storage,
  collection: Collection,
  filter: Filter,
  plan: Plan | undefined,
  examined: Examined,
): Generator<Stored> {
  const keys = plan
    ? keysOf(storage.entries, plan.ranges, plan.reverse)
    : keysOf(storage.documents, [rangeOf(collection.prefix)], false)
  const repeats = plan && (plan.ranges.length > 1 || plan.index.multikey.includes(true))
  const seen = new Set<number>()
  for (const key of keys) {
    const record = recordOf(key)
    if (plan) examined.keys++
    if (seen.has(record)) continue
    if (repeats) seen.add(record)
    if (plan?.exact) {
      examined.documents++
      yield new Met(collection, record)
      continue
    }
    const row = collection.get(record)
    if (!row) continue
    examined.documents++
    if (filter.test(row.pick(filter.roots))) yield { record, row }
  }
}

/** A document that an exact walk met: whoever asks for it has it read. */
class Met implements Stored {
  readonly record: number
  private readonly collection: Collection
  private read: Row | undefined

  constructor(collection: Collection, record: number) {
    this.collection = collection
    this.record = record
  }

  get row(): Row {
    this.read ??= this.collection.get(this.record)
    if (!this.read) throw new Error(`an index of ${this.collection.namespace} names a document that is not there`)
    return this.read
  }
}

function* keysOf(table: CheckedTable, ranges: readonly KeyRange[], reverse: boolean): Generator<Uint8Array> {
  for (const { start, end } of reverse ? ranges.toReversed() : ranges) {
    yield* table.getKeys(
      reverse ? { start: end, end: start, reverse, inclusiveEnd: true, exclusiveStart: true } : { start, end },
    )
  }
}

/** Sorts by keys and holds record numbers only; the documents are read again. */
function* sorted(collection: Collection, matches: Iterable<Stored>, sort: readonly SortField[]): Generator<Stored> {
  const roots = new Set(sort.map(({ path }) => rootOf(path)))
  const keyed = Array.from(matches, ({ record, row }) => ({ record, key: sortKey(row.pick(roots), sort) }))
  for (const { record } of keyed.sort((left, right) => Buffer.compare(left.key, right.key))) {
    const row = collection.get(record)
    if (row) yield { record, row }
  }
}
