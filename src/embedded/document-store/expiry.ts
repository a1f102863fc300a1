import { isDoc } from './bson-values.ts'
import type { Catalog } from './catalog.ts'
import type { Collection, Stored } from './collection.ts'
import { parseFilter } from './filter.ts'
import type { Index } from './index-definition.ts'
import { collect, runQuery } from './query.ts'
import type { Storage } from './storage.ts'

/** At most so many documents go in one transaction; the rest in the next sweep. */
const BATCH = 1000

/** What has outlived its TTL index by the machine's clock. */
export function expired(storage: Storage, catalog: Catalog, now: number): { collection: Collection; stored: Stored }[] {
  return catalog
    .all()
    .flatMap(collection =>
      collection.indexes
        .flatMap(index => expiredBy(storage, collection, index, now))
        .map(stored => ({ collection, stored })),
    )
}

function expiredBy(storage: Storage, collection: Collection, index: Index, now: number): Stored[] {
  const [field] = index.fields
  if (index.expireAfterSeconds === undefined || !field) return []
  const due = { [field.path]: { $lt: new Date(now - index.expireAfterSeconds * 1000) } }
  const partial = index.spec.partialFilterExpression
  const filter = parseFilter(isDoc(partial) ? { $and: [due, partial] } : due)
  return collect(runQuery(storage, { collection, filter, sort: [], skip: 0, limit: BATCH }))
}
