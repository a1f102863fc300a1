import type { Collection, Document } from 'mongodb'
import { expect, test } from 'vitest'
import { givenMongo, type Numbered } from './given-mongo.ts'

const mongo = givenMongo()

/** What stands side by side in an index, and is not the same to a filter. */
const values = [undefined, null, Number.NaN, -1, 0, 1, 2, '', 'a', 'b', 'b\0', false, true, new Date(1)]
const documents = values.flatMap((a, at) =>
  [1, 2].map(b => ({ _id: at * 2 + b, b, c: at % 2, ...(a === undefined ? {} : { a }) })),
)
const long = 'x'.repeat(2_500)

const operands: unknown[] = [
  ...[null, Number.NaN, 0, 'a', false],
  ...[{ $in: [] }, { $in: [1, 1, 'b'] }, { $in: [null, 2] }, { $ne: 1 }, { $ne: null }],
  ...[{ $lt: 1 }, { $lte: 1 }, { $gt: 0 }, { $gte: 0 }, { $gt: 'a' }, { $lt: 'b' }, { $gt: false }],
  ...[
    { $gte: 0, $lt: 2 },
    { $gt: -1, $lte: 1 },
    { $gte: Number.NaN, $lt: 2 },
    { $gte: 0, $lt: 'b' },
    { $gt: 2, $lt: 0 },
  ],
  ...[{ $gte: 1, $in: [0, 1, 2] }, { $gte: 0, $ne: 1 }, { $regex: '^b' }, { $lte: long }, { $gte: long }, long],
]
const filters = operands.flatMap((a): Document[] => [
  { a },
  { b: 1, a },
  { b: { $in: [1, 2] }, a },
  { b: 1, c: 1, a },
  { $and: [{ b: 2 }, { a }] },
  { b: 1, $or: [{ a }, { c: 0 }] },
])

test.each<[says: string, more: Numbered[]]>([
  ['values', []],
  ['an array among them', [{ _id: 90, b: 1, c: 1, a: [0, 5] }]],
  ['an empty array among them', [{ _id: 90, b: 1, c: 1, a: [] }]],
  ['a text that is too long for a key', [{ _id: 90, b: 1, c: 1, a: `${long}y` }]],
])('what is found without reading the documents is what a look at each finds: %s', async (_says, more) => {
  const all: Numbered[] = [...documents, ...more]
  const idsIn = async (from: Collection<Numbered>): Promise<number[][]> =>
    Promise.all(
      filters.map(async filter => (await from.find(filter).toArray()).map(({ _id }) => _id).toSorted((a, b) => a - b)),
    )
  const expected = await idsIn(await mongo.collection(all))
  for (const key of [
    { b: 1, a: 1 },
    { b: 1, a: -1 },
    { a: 1, c: 1 },
  ] as const) {
    const indexed = await mongo.collection(all)
    await indexed.createIndex(key)
    const found = await idsIn(indexed)
    for (const [at, filter] of filters.entries()) expect(found[at], JSON.stringify([key, filter])).toEqual(expected[at])
    const counts = await Promise.all(filters.map(filter => indexed.countDocuments(filter)))
    expect(counts).toEqual(expected.map(ids => ids.length))
  }
})
