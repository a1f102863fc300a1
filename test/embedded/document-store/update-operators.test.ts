import { type Document, Double, Int32, Long } from 'mongodb'
import { describe, expect, test } from 'vitest'
import type { Operator } from '../../../src/embedded/document-store/operators.ts'
import { givenMongo, refusalOf } from './given-mongo.ts'

const mongo = givenMongo()

interface Case {
  says: string
  before: Document
  update: Document
  after: Document
  filter?: Document
  arrayFilters?: Document[]
}

const CASES: Record<Operator<'update'> | Operator<'pushModifier'>, Case[]> = {
  $set: [
    { says: 'new and old fields', before: { a: 1 }, update: { $set: { a: 2, b: 'x' } }, after: { a: 2, b: 'x' } },
    { says: 'makes documents on the way', before: {}, update: { $set: { 'a.b.c': 1 } }, after: { a: { b: { c: 1 } } } },
    { says: 'an element by number', before: { a: [1, 2] }, update: { $set: { 'a.1': 9 } }, after: { a: [1, 9] } },
    { says: 'pads an array', before: { a: [1] }, update: { $set: { 'a.3': 4 } }, after: { a: [1, null, null, 4] } },
    {
      says: 'the element that the filter matched',
      before: { a: [{ k: 1 }, { k: 2 }] },
      filter: { 'a.k': 2 },
      update: { $set: { 'a.$.v': 'hit' } },
      after: { a: [{ k: 1 }, { k: 2, v: 'hit' }] },
    },
    {
      says: 'the element that $elemMatch matched',
      before: {
        a: [
          { k: 1, q: 5 },
          { k: 1, q: 7 },
        ],
      },
      filter: { a: { $elemMatch: { k: 1, q: { $gt: 6 } } } },
      update: { $set: { 'a.$.v': 'hit' } },
      after: {
        a: [
          { k: 1, q: 5 },
          { k: 1, q: 7, v: 'hit' },
        ],
      },
    },
    {
      says: 'every element',
      before: { a: [{ k: 1 }, {}] },
      update: { $set: { 'a.$[].v': 0 } },
      after: { a: [{ k: 1, v: 0 }, { v: 0 }] },
    },
    {
      says: 'the elements of an array filter',
      before: { a: [{ k: 1 }, { k: 5 }, { k: 9 }] },
      update: { $set: { 'a.$[big].v': true } },
      arrayFilters: [{ 'big.k': { $gte: 5 } }],
      after: { a: [{ k: 1 }, { k: 5, v: true }, { k: 9, v: true }] },
    },
    {
      says: 'scalars of an array filter',
      before: { a: [1, 2, 3] },
      update: { $set: { 'a.$[x]': 0 } },
      arrayFilters: [{ x: { $lt: 3 } }],
      after: { a: [0, 0, 3] },
    },
  ],
  $setOnInsert: [
    {
      says: 'nothing on a document that is there',
      before: { a: 1 },
      update: { $setOnInsert: { b: 1 } },
      after: { a: 1 },
    },
  ],
  $unset: [
    {
      says: 'takes a field away',
      before: { a: 1, b: { c: 1, d: 2 } },
      update: { $unset: { a: '', 'b.c': '' } },
      after: { b: { d: 2 } },
    },
    {
      says: 'leaves null in an array',
      before: { a: [1, 2] },
      update: { $unset: { 'a.0': '' } },
      after: { a: [null, 2] },
    },
    { says: 'nothing when it is missing', before: { a: 1 }, update: { $unset: { 'x.y': '' } }, after: { a: 1 } },
  ],
  $inc: [
    { says: 'a number', before: { a: 1 }, update: { $inc: { a: -3 } }, after: { a: -2 } },
    { says: 'a missing field', before: {}, update: { $inc: { 'a.b': 2 } }, after: { a: { b: 2 } } },
    {
      says: 'beside an array filter',
      before: {
        a: [
          { k: 1, n: 1 },
          { k: 2, n: 1 },
        ],
      },
      update: { $inc: { 'a.$[x].n': 1 } },
      arrayFilters: [{ 'x.k': 2 }],
      after: {
        a: [
          { k: 1, n: 1 },
          { k: 2, n: 2 },
        ],
      },
    },
  ],
  $min: [
    {
      says: 'the smaller',
      before: { a: 5, b: 5 },
      update: { $min: { a: 3, b: 9, c: 1 } },
      after: { a: 3, b: 5, c: 1 },
    },
    { says: 'by the order of types', before: { a: 'x' }, update: { $min: { a: 7 } }, after: { a: 7 } },
  ],
  $max: [
    { says: 'the larger', before: { a: 5, b: 5 }, update: { $max: { a: 3, b: 9, c: 1 } }, after: { a: 5, b: 9, c: 1 } },
  ],
  $currentDate: [
    {
      says: 'a date',
      before: {},
      update: { $currentDate: { at: true, on: { $type: 'date' } } },
      after: { at: expect.any(Date), on: expect.any(Date) },
    },
  ],
  $push: [
    { says: 'one value', before: { a: [1] }, update: { $push: { a: [2] } }, after: { a: [1, [2]] } },
    { says: 'to a missing field', before: {}, update: { $push: { 'o.a': 1 } }, after: { o: { a: [1] } } },
    {
      says: 'into the matched element',
      before: { a: [{ k: 1, l: [] }] },
      filter: { 'a.k': 1 },
      update: { $push: { 'a.$.l': 'x' } },
      after: { a: [{ k: 1, l: ['x'] }] },
    },
  ],
  $each: [
    { says: 'many values', before: { a: [1] }, update: { $push: { a: { $each: [2, 3] } } }, after: { a: [1, 2, 3] } },
    {
      says: 'many members',
      before: { a: [1] },
      update: { $addToSet: { a: { $each: [1, 2, 2] } } },
      after: { a: [1, 2] },
    },
  ],
  $slice: [
    {
      says: 'keeps the last',
      before: { a: [1, 2] },
      update: { $push: { a: { $each: [3], $slice: -2 } } },
      after: { a: [2, 3] },
    },
    {
      says: 'keeps the first',
      before: { a: [1, 2] },
      update: { $push: { a: { $each: [3], $slice: 2 } } },
      after: { a: [1, 2] },
    },
    { says: 'empties', before: { a: [1, 2] }, update: { $push: { a: { $each: [3], $slice: 0 } } }, after: { a: [] } },
  ],
  $position: [
    {
      says: 'at the front',
      before: { a: [1] },
      update: { $push: { a: { $each: [0], $position: 0 } } },
      after: { a: [0, 1] },
    },
    {
      says: 'from the end',
      before: { a: [1, 3] },
      update: { $push: { a: { $each: [2], $position: -1 } } },
      after: { a: [1, 2, 3] },
    },
  ],
  $addToSet: [
    { says: 'a new member', before: { a: [1] }, update: { $addToSet: { a: 2 } }, after: { a: [1, 2] } },
    {
      says: 'a known document once',
      before: { a: [{ x: 1 }] },
      update: { $addToSet: { a: { x: 1 } } },
      after: { a: [{ x: 1 }] },
    },
  ],
  $pull: [
    { says: 'a value', before: { a: [1, 2, 1] }, update: { $pull: { a: 1 } }, after: { a: [2] } },
    { says: 'by operators', before: { a: [1, 5, 9] }, update: { $pull: { a: { $gte: 5 } } }, after: { a: [1] } },
    {
      says: 'documents by their fields',
      before: { a: [{ k: 1, z: 1 }, { k: 2 }] },
      update: { $pull: { a: { k: 1 } } },
      after: { a: [{ k: 2 }] },
    },
    {
      says: 'by ids',
      before: { a: [{ _id: 1 }, { _id: 2 }] },
      update: { $pull: { a: { _id: { $in: [2] } } } },
      after: { a: [{ _id: 1 }] },
    },
  ],
  $pullAll: [
    { says: 'listed values', before: { a: [1, 2, 3] }, update: { $pullAll: { a: [1, 3] } }, after: { a: [2] } },
  ],
  $pop: [
    { says: 'the last', before: { a: [1, 2] }, update: { $pop: { a: 1 } }, after: { a: [1] } },
    { says: 'the first', before: { a: [1, 2] }, update: { $pop: { a: -1 } }, after: { a: [2] } },
  ],
}

describe.each(Object.entries(CASES))('%s', (_operator, cases) => {
  test.each(cases)('$says', async ({ before, update, after, filter = {}, arrayFilters = [] }) => {
    const collection = await mongo.collection([{ _id: 1, ...before }])
    const options = arrayFilters.length > 0 ? { arrayFilters } : {}
    const result = await collection.updateOne({ _id: 1, ...filter }, update, options)
    expect(result.matchedCount).toBe(1)
    expect(await collection.findOne({ _id: 1 })).toEqual({ _id: 1, ...after })
  })
})

describe('numbers keep their types', () => {
  const types = async (before: Document, update: Document) => {
    const collection = await mongo.collection([{ _id: 1, ...before }])
    await collection.updateOne({ _id: 1 }, update)
    return collection.findOne({ _id: 1 }, { promoteValues: false })
  }
  test('an int grows into a long, a double stays a double', async () => {
    expect(await types({ i: 2_147_483_647, d: new Double(1) }, { $inc: { i: 1, d: 1 } })).toMatchObject({
      i: Long.fromNumber(2_147_483_648),
      d: new Double(2),
    })
  })
  test('a field that is not touched stays as it was', async () => {
    expect(await types({ d: new Double(5), l: Long.fromNumber(5) }, { $set: { x: 1 } })).toMatchObject({
      d: new Double(5),
      l: Long.fromNumber(5),
      x: new Int32(1),
    })
  })
})

describe('update commands', () => {
  test('an update that changes nothing modifies nothing', async () => {
    const collection = await mongo.collection([{ _id: 1, a: 1 }])
    expect(await collection.updateOne({ _id: 1 }, { $set: { a: 1 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 0,
    })
  })

  test('updateMany changes all matches, also those that its own change moves in the index', async () => {
    const collection = await mongo.collection([1, 2, 3, 4].map(n => ({ _id: n, n })))
    await collection.createIndex({ n: 1 })
    const result = await collection.updateMany({ n: { $gte: 2 } }, { $inc: { n: 10 } })
    expect(result.modifiedCount).toBe(3)
    expect((await collection.find().sort({ _id: 1 }).toArray()).map(({ n }) => n)).toEqual([1, 12, 13, 14])
  })

  test('fields are added in the order of their paths', async () => {
    const collection = await mongo.collection([{ _id: 1 }])
    const update: Document = { $set: { c: 1 }, $push: { b: 1 }, $inc: { a: 1 } }
    await collection.updateOne({ _id: 1 }, update)
    expect(Object.keys((await collection.findOne({ _id: 1 })) ?? {})).toEqual(['_id', 'a', 'b', 'c'])
  })

  test('replaceOne keeps the id', async () => {
    const collection = await mongo.collection([{ _id: 1, a: 1, b: 2 }])
    await collection.replaceOne({ a: 1 }, { c: 3 })
    expect(await collection.findOne({})).toEqual({ _id: 1, c: 3 })
  })

  test('an upsert inserts the equalities of the filter and the update', async () => {
    const collection = await mongo.collection()
    const filter = { _id: 7, 'o.k': 'x', n: { $gt: 1 }, $and: [{ m: { $eq: 2 } }] }
    const update: Document = { $set: { s: 1 }, $setOnInsert: { first: true }, $inc: { count: 1 }, $push: { list: 'a' } }
    const result = await collection.updateOne(filter, update, { upsert: true })
    expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 7 })
    expect(await collection.findOne({})).toEqual({
      _id: 7,
      o: { k: 'x' },
      m: 2,
      s: 1,
      first: true,
      count: 1,
      list: ['a'],
    })
  })

  test('an upserted replacement takes only the id from the filter', async () => {
    const collection = await mongo.collection()
    await collection.replaceOne({ _id: 3, a: 1 }, { b: 2 }, { upsert: true })
    expect(await collection.findOne({})).toEqual({ _id: 3, b: 2 })
  })

  test('a bulk write counts by statement', async () => {
    const collection = await mongo.collection([{ _id: 1 }, { _id: 2 }])
    const result = await collection.bulkWrite([
      { insertOne: { document: { _id: 3 } } },
      { updateMany: { filter: {}, update: { $set: { x: 1 } } } },
      { updateOne: { filter: { _id: 9 }, update: { $set: { x: 1 } }, upsert: true } },
      { deleteOne: { filter: { _id: 1 } } },
    ])
    expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 3, upsertedCount: 1, deletedCount: 1 })
  })
})

describe('refusals change nothing', () => {
  const REFUSALS: [says: string, update: Document, code: number, arrayFilters?: Document[]][] = [
    ['an unknown operator', { $foo: { a: 1 } }, 9],
    ['$inc of text', { $inc: { s: 1 } }, 14],
    ['$inc by text', { $inc: { n: 'x' } }, 14],
    ['$inc beyond 64 bits', { $inc: { long: Long.MAX_VALUE } }, 2],
    ['$push to a number', { $push: { n: 1 } }, 2],
    ['an unknown clause of $push', { $push: { list: { $each: [1], $foo: 1 } } }, 2],
    ['$addToSet to text', { $addToSet: { s: 1 } }, 2],
    ['$pull from text', { $pull: { s: 1 } }, 2],
    ['$pop from a number', { $pop: { n: 1 } }, 14],
    ['$pop by two', { $pop: { list: 2 } }, 9],
    ['a field below text', { $set: { 's.x': 1 } }, 28],
    ['a name below an array', { $set: { 'list.x': 1 } }, 28],
    ['two changes of one path', { $set: { n: 1 }, $inc: { n: 1 } }, 40],
    ['a change above another', { $set: { o: 1, 'o.x': 2 } }, 40],
    ['another id', { $set: { _id: 2 } }, 66],
    ['an empty name', { $set: { 'a..b': 1 } }, 56],
    ['$ without a match in an array', { $set: { 'list.$': 1 } }, 2],
    ['$[] on a missing array', { $set: { 'nothing.$[]': 1 } }, 2],
    ['an array filter that is missing', { $set: { 'list.$[x]': 1 } }, 2],
    ['an array filter that is not used', { $set: { n: 2 } }, 9, [{ x: 1 }]],
    ['an operand that is no document', { $set: 5 }, 9],
  ]
  test.each(REFUSALS)('%s', async (_says, update, code, arrayFilters) => {
    const before = { _id: 1, s: 'text', n: 1, list: [1], o: { x: 1 }, long: Long.MAX_VALUE }
    const collection = await mongo.collection([before])
    const command = {
      update: collection.collectionName,
      updates: [{ q: { _id: 1 }, u: update, ...(arrayFilters && { arrayFilters }) }],
    }
    const result = await mongo.db().command(command)
    expect(result.writeErrors).toMatchObject([{ index: 0, code }])
    expect(await collection.findOne({}, { promoteLongs: false })).toEqual(before)
  })

  test('a replacement with operators in it, and one for many documents', async () => {
    const collection = await mongo.collection([{ _id: 1 }])
    const many = { update: collection.collectionName, updates: [{ q: {}, u: { a: 1 }, multi: true }] }
    expect((await mongo.db().command(many)).writeErrors).toMatchObject([{ code: 9 }])
  })

  test('another id by replacement', async () => {
    const collection = await mongo.collection([{ _id: 1 }])
    const refusal = await refusalOf(collection.replaceOne({ _id: 1 }, { _id: 2 } as Document))
    expect(refusal.code).toBe(66)
  })
})
