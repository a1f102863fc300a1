import type { Catalog } from './catalog.ts'
import type { Collection, Stored } from './collection.ts'
import { parseFilter } from './filter.ts'
import { search } from './query.ts'
import type { Storage } from './storage.ts'

/** At most so many documents go in one transaction; the rest in the next sweep. */
const BATCH = 1000

/** What has outlived its TTL index by the machine's clock. */
export function* expired(
  storage: Storage,
  catalog: Catalog,
  now: number,
): Generator<{ collection: Collection; stored: Stored }> {
  for (const collection of catalog.all()) {
    for (const { fields, expireAfterSeconds, spec } of collection.indexes) {
      if (expireAfterSeconds === undefined) continue
      const due = { [fields[0]?.path ?? '']: { $lt: new Date(now - expireAfterSeconds * 1000) } }
      const filter = parseFilter({ $and: [due, spec.partialFilterExpression ?? {}] })
      const found = [...search(storage, { collection, filter, sort: [], skip: 0, limit: BATCH })]
      yield* found.map(stored => ({ collection, stored }))
    }
  }
}
