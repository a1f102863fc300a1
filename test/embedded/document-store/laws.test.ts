import fc from 'fast-check'
import type { Collection, Document } from 'mongodb'
import { expect, test } from 'vitest'
import { sortKey } from '../../../src/embedded/document-store/sort.ts'
import { givenMongo, type Numbered } from './given-mongo.ts'

const mongo = givenMongo()

const scalar = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 2 }) },
  { weight: 1, arbitrary: fc.constantFrom('', 'a', 'ab', 'b', 'x'.repeat(2500), `${'x'.repeat(2500)}y`) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, 1.5, Number.NaN, new Date(3), { x: 1 }) },
)
const value = fc.oneof({ weight: 5, arbitrary: scalar }, { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) })
const nested = fc.oneof(
  { weight: 2, arbitrary: fc.record({ x: value, y: value }, { requiredKeys: [] }) },
  { weight: 3, arbitrary: fc.array(fc.record({ x: scalar, y: scalar }), { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: scalar },
)
const document = fc.record({ a: value, b: scalar, o: nested }, { requiredKeys: [] })

const path = fc.constantFrom('a', 'b', 'o.x', 'o.y', 'o.x', 'o.y')
const operand = fc.oneof(
  { weight: 6, arbitrary: scalar },
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $gt: scalar }),
  fc.record({ $lte: scalar }),
  fc.constant({ $ne: null }),
  fc.record({ $ne: scalar }),
  fc.constant({ $regex: '^x' }),
)
const fields = fc.dictionary(path, operand, { maxKeys: 3, noNullPrototype: true })
const filter: fc.Arbitrary<Document> = fc.oneof(
  { weight: 6, arbitrary: fields },
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
        fc.constant({ $gte: 1 }),
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

interface Twins {
  plain: Collection<Numbered>
  indexed: Collection<Numbered>
}

/** The same documents with and without indexes. What an index cannot hold (two arrays side by side) is in neither. */
async function twins({ documents, indexes, changes }: World): Promise<Twins> {
  const plain = await mongo.collection()
  const indexed = await mongo.collection()
  for (const [at, { key, partial }] of indexes.entries()) {
    await outcome(indexed.createIndex(key, { name: `i${at}`, ...(partial && { partialFilterExpression: partial }) }))
  }
  for (const [_id, fields] of documents.entries()) {
    if ((await outcome(indexed.insertOne({ _id, ...fields }))) === 'done') await plain.insertOne({ _id, ...fields })
  }
  for (const { filter, change } of changes) {
    for (const { _id } of await plain.find(filter).toArray()) {
      if ((await outcome(indexed.updateOne({ _id }, change))) === 'done') await plain.updateOne({ _id }, change)
    }
  }
  return { plain, indexed }
}

async function compare({ plain, indexed }: Twins, { filter, sort, limit }: World['queries'][number]): Promise<void> {
  const expected = await plain.find(filter).sort(sort).toArray()
  const found = await indexed.find(filter).sort(sort).toArray()
  const ids = (list: Document[]) => list.map(({ _id }) => _id).toSorted((left, right) => left - right)
  const said = JSON.stringify({ filter, sort })
  expect(ids(found), said).toEqual(ids(expected))
  expect(ranks(found, sort), said).toEqual(ranks(expected, sort))
  const page = await indexed.find(filter).sort(sort).limit(limit).toArray()
  expect(page, said).toEqual(limit === 0 ? found : found.slice(0, limit))
  expect(await indexed.countDocuments(filter), said).toBe(expected.length)
}

const world = fc.record({
  documents: fc.array(document, { minLength: 1, maxLength: 12 }),
  indexes: fc.array(index, { minLength: 1, maxLength: 3 }),
  changes: fc.array(fc.record({ filter: fields, change }), { maxLength: 3 }),
  queries: fc.array(
    fc.record({ filter, sort: fc.oneof(key, fc.constant({})), limit: fc.integer({ min: 0, max: 4 }) }),
    {
      minLength: 6,
      maxLength: 6,
    },
  ),
})
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never

test('indexes change how fast a query is, never what it finds or in which order', async () => {
  const law = fc.asyncProperty(world, async given => {
    const pair = await twins(given)
    for (const query of given.queries) await compare(pair, query)
  })
  await fc.assert(law, { numRuns: 40 })
}, 240_000)
