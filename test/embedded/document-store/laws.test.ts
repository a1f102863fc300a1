import fc from 'fast-check'
import type { Document } from 'mongodb'
import { expect, test } from 'vitest'
import { sortKey } from '../../../src/embedded/document-store/sort.ts'
import { givenMongo } from './given-mongo.ts'

const mongo = givenMongo()

const scalar = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 2, arbitrary: fc.constantFrom('', 'a', 'ab', 'b', 'x'.repeat(2500), `${'x'.repeat(2500)}y`) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, 1.5, new Date(3), { x: 1 }) },
)
const value = fc.oneof({ weight: 5, arbitrary: scalar }, { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) })
const nested = fc.oneof(
  fc.record({ x: value, y: value }, { requiredKeys: [] }),
  fc.array(fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }), { maxLength: 3 }),
  scalar,
)
const document = fc.record({ a: value, b: scalar, o: nested }, { requiredKeys: [] })

const path = fc.constantFrom('a', 'b', 'o.x', 'o.y')
const operand = fc.oneof(
  scalar,
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $gt: scalar }),
  fc.record({ $lte: scalar }),
  fc.record({ $all: fc.array(scalar, { minLength: 1, maxLength: 2 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $ne: scalar }),
  fc.constant({ $regex: '^x' }),
)
const fields = fc.dictionary(path, operand, { maxKeys: 3, noNullPrototype: true })
const elemMatch = fc.record({ o: fc.record({ $elemMatch: fc.record({ x: operand, y: operand }) }) })
const filter: fc.Arbitrary<Document> = fc.oneof(
  { weight: 6, arbitrary: fields },
  { weight: 1, arbitrary: elemMatch },
  { weight: 1, arbitrary: fc.record({ $or: fc.array(fields, { minLength: 1, maxLength: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ $and: fc.tuple(fields, fields) }) },
)
const direction = fc.constantFrom(1 as const, -1 as const)
const key = fc.dictionary(path, direction, { minKeys: 1, maxKeys: 3, noNullPrototype: true })
const index = fc.record({
  key,
  partial: fc.option(
    fc.dictionary(
      path,
      fc.oneof(
        fc.integer({ min: 0, max: 2 }),
        fc.record({ $gt: fc.integer({ min: 0, max: 2 }) }),
        fc.constant({ $exists: true }),
      ),
      { minKeys: 1, maxKeys: 1, noNullPrototype: true },
    ),
  ),
})
const change: fc.Arbitrary<Document> = fc.oneof(
  fc.dictionary(fc.constantFrom('a', 'b'), value, { minKeys: 1, noNullPrototype: true }).map($set => ({ $set })),
  fc.constantFrom(
    { $unset: { a: 1 } },
    { $unset: { o: 1 } },
    {
      $set: {
        o: [
          { x: 1, y: 2 },
          { x: 2, y: 1 },
        ],
      },
    },
  ),
)

/** An operation that both collections refuse in the same way counts as the same. */
async function outcome(operation: Promise<unknown>): Promise<unknown> {
  return operation.then(
    () => 'done',
    (error: { code: number }) => error.code,
  )
}

/** What the documents are sorted by; documents that are equal in it may stand in any order. */
function ranks(list: Document[], sort: Record<string, 1 | -1>): string[] {
  const fields = Object.entries(sort).map(([path, direction]) => ({ path, descending: direction < 0 }))
  return list.map(found => sortKey(found, fields).toString('hex'))
}

test('indexes change how fast a query is, never what it finds or in which order', async () => {
  const queries = fc.array(fc.record({ filter, sort: fc.option(key), limit: fc.integer({ min: 0, max: 4 }) }), {
    minLength: 6,
    maxLength: 6,
  })
  const world = fc.record({
    documents: fc.array(document, { minLength: 1, maxLength: 12 }),
    indexes: fc.array(index, { minLength: 1, maxLength: 3 }),
    changes: fc.array(fc.record({ filter: fields, change }), { maxLength: 3 }),
    queries,
  })
  await fc.assert(
    fc.asyncProperty(world, async ({ documents, indexes, changes, queries }) => {
      const plain = await mongo.collection()
      const indexed = await mongo.collection()
      for (const [at, { key, partial }] of indexes.entries()) {
        const options = { name: `i${at}`, ...(partial && { partialFilterExpression: partial }) }
        await outcome(indexed.createIndex(key, options))
      }
      for (const [_id, fields] of documents.entries()) {
        // What an index cannot hold (two arrays side by side) is in neither.
        if ((await outcome(indexed.insertOne({ _id, ...fields }))) === 'done') await plain.insertOne({ _id, ...fields })
      }
      for (const { filter, change } of changes) {
        const ids = (await indexed.find(filter).toArray()).map(({ _id }) => _id)
        for (const _id of ids) {
          if ((await outcome(indexed.updateOne({ _id }, change))) === 'done') await plain.updateOne({ _id }, change)
        }
      }
      for (const { filter, sort, limit } of queries) {
        const expected = await plain
          .find(filter)
          .sort(sort ?? {})
          .toArray()
        const found = await indexed
          .find(filter)
          .sort(sort ?? {})
          .toArray()
        const ids = (list: Document[]) => list.map(({ _id }) => _id).toSorted((left, right) => left - right)
        expect(ids(found), JSON.stringify(filter)).toEqual(ids(expected))
        if (sort) expect(ranks(found, sort), JSON.stringify({ filter, sort })).toEqual(ranks(expected, sort))
        const page = await indexed
          .find(filter)
          .sort(sort ?? {})
          .limit(limit)
          .toArray()
        expect(page).toEqual(limit === 0 ? found : found.slice(0, limit))
        expect(await indexed.countDocuments(filter)).toBe(expected.length)
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 60) },
  )
}, 120_000)
