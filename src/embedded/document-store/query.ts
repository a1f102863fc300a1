import type { Collection, Stored } from './collection.ts'
import type { Filter } from './filter.ts'
import { rangeOf, recordOf } from './key-layout.ts'
import { type Plan, planQuery, type SortField } from './planner.ts'
import type { Row } from './row.ts'
import { sortKey, sortRoots } from './sort.ts'
import { RangeWalk, type Storage } from './storage.ts'

/** Matching documents, one by one. `pause` lets go of the database between two batches. */
export interface Source {
  next(): Stored | undefined
  pause(): void
}

export interface Query {
  collection: Collection
  filter: Filter
  sort: readonly SortField[]
  skip: number
  /** Zero means no limit. */
  limit: number
}

interface Statistics {
  keysExamined: number
  docsExamined: number
}

export interface Found extends Source {
  plans: readonly Plan[]
  sortedInMemory: boolean
  statistics: Statistics
}

export function runQuery(storage: Storage, { collection, filter, sort, skip, limit }: Query): Found {
  const plans = planQuery(collection.indexes, filter, sort)
  const statistics = { keysExamined: 0, docsExamined: 0 }
  const matches = walkPlans(storage, collection, filter, plans, statistics)
  const sortedInMemory = sort.length > 0 && !(plans.length === 1 && plans[0]?.sorted)
  const ordered = sortedInMemory ? sortInMemory(collection, matches, sort) : matches
  return { ...slice(ordered, skip, limit), plans, sortedInMemory, statistics }
}

/** All matches at once, found before anything is changed: an update must not meet its own results. */
export function collect(source: Source): Stored[] {
  const found: Stored[] = []
  visitAll(source, stored => found.push(stored))
  return found
}

/** Visits every match and lets go of the database, also when the visit refuses one. */
export function visitAll(source: Source, visit: (stored: Stored) => void): void {
  try {
    for (let stored = source.next(); stored; stored = source.next()) visit(stored)
  } finally {
    source.pause()
  }
}

function walkPlans(
  storage: Storage,
  collection: Collection,
  filter: Filter,
  plans: readonly Plan[],
  statistics: Statistics,
): Source {
  const walks = plans.map(plan => ({
    plan,
    walk: plan.index
      ? new RangeWalk(storage.entries, plan.ranges, plan.reverse)
      : new RangeWalk(storage.documents, [rangeOf(collection.prefix)], plan.reverse),
  }))
  const repeats = plans.length > 1 || plans.some(plan => plan.index?.multikey.includes(true))
  const seen = repeats ? new Set<number>() : undefined
  let at = 0
  const examine = (plan: Plan, record: number): Stored | undefined => {
    if (plan.index) statistics.keysExamined++
    if (seen?.has(record)) return undefined
    seen?.add(record)
    const row = collection.get(record)
    if (!row) return undefined
    statistics.docsExamined++
    return plan.exact || filter.test(row.pick(filter.roots)) ? { record, row } : undefined
  }
  return {
    next() {
      for (let current = walks[at]; current; current = walks[at]) {
        const key = current.walk.next()
        if (!key) at++
        const stored = key && examine(current.plan, recordOf(key))
        if (stored) return stored
      }
      return undefined
    },
    pause() {
      for (const { walk } of walks) walk.pause()
    },
  }
}

/** Sorts by keys and holds record numbers only; the documents are read again when they are sent. */
function sortInMemory(collection: Collection, matches: Source, sort: readonly SortField[]): Source {
  const roots = new Set(sortRoots(sort))
  let records: number[] | undefined
  let at = 0
  return {
    next() {
      records ??= sortedRecords(matches, row => sortKey(row.pick(roots), sort))
      for (;;) {
        const record = records[at++]
        if (record === undefined) return undefined
        const row = collection.get(record)
        if (row) return { record, row }
      }
    },
    pause() {
      matches.pause()
    },
  }
}

function sortedRecords(matches: Source, keyOf: (row: Row) => Buffer): number[] {
  const keyed: { record: number; key: Buffer }[] = []
  visitAll(matches, ({ record, row }) => keyed.push({ record, key: keyOf(row) }))
  return keyed.sort((left, right) => Buffer.compare(left.key, right.key)).map(({ record }) => record)
}

function slice(source: Source, skip: number, limit: number): Source {
  let skipped = 0
  let taken = 0
  return {
    next() {
      if (limit > 0 && taken >= limit) return undefined
      for (; skipped < skip; skipped++) if (!source.next()) return undefined
      taken++
      return source.next()
    },
    pause: () => source.pause(),
  }
}
