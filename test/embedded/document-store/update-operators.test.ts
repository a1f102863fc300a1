import { type Document, Double, Int32, Long } from 'mongodb'
import { describe, expect, test } from 'vitest'
import type { Operator } from '../../../src/embedded/document-store/operators.ts'
import { givenMongo } from './given-mongo.ts'

const mongo = givenMongo()

interface Case {
  says: string
  before: Document
  update: Document
  after: Document
}

const CASES: Record<Operator<'update'>, Case[]> = {
  $set: [
    { says: 'new and old fields', before: { a: 1 }, update: { $set: { a: 2, b: 'x' } }, after: { a: 2, b: 'x' } },
    { says: 'makes documents on the way', before: {}, update: { $set: { 'a.b.c': 1 } }, after: { a: { b: { c: 1 } } } },
    { says: 'an element by number', before: { a: [1, 2] }, update: { $set: { 'a.1': 9 } }, after: { a: [1, 9] } },
    { says: 'pads an array', before: { a: [1] }, update: { $set: { 'a.3': 4 } }, after: { a: [1, null, null, 4] } },
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
    { says: 'many values', before: { a: [1] }, update: { $push: { a: { $each: [2, 3] } } }, after: { a: [1, 2, 3] } },
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
}

describe.each(Object.entries(CASES))('%s', (_operator, cases) => {
  test.each(cases)('$says', async ({ before, update, after }) => {
    const collection = await mongo.collection([{ _id: 1, ...before }])
    const result = await collection.updateOne({ _id: 1 }, update)
    expect(result.matchedCount).toBe(1)
    expect(await collection.findOne({ _id: 1 })).toEqual({ _id: 1, ...after })
  })
})

describe('numbers', () => {
  const types = async (before: Document, update: Document) => {
    const collection = await mongo.collection([{ _id: 1, ...before }])
    await collection.updateOne({ _id: 1 }, update)
    return collection.findOne({ _id: 1 }, { promoteValues: false })
  }
  test('of a field that is not touched keep their types', async () => {
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

  test('sums leave 32 bits', async () => {
    const collection = await mongo.collection([{ _id: 1, n: 2_147_483_647 }])
    await collection.updateOne({ _id: 1 }, { $inc: { n: 1 } })
    expect(await collection.findOne({ n: 2_147_483_648 })).toEqual({ _id: 1, n: 2_147_483_648 })
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
  const REFUSALS: [says: string, update: Document, code: number][] = [
    ['an unknown operator', { $foo: { a: 1 } }, 9],
    ['$inc of text', { $inc: { s: 1 } }, 14],
    ['$inc by text', { $inc: { n: 'x' } }, 14],
    ['$push to a number', { $push: { n: 1 } }, 2],
    ['an unknown clause of $push', { $push: { list: { $each: [1], $foo: 1 } } }, 2],
    ['$pull from text', { $pull: { s: 1 } }, 2],
    ['a field below text', { $set: { 's.x': 1 } }, 28],
    ['a name below an array', { $set: { 'list.x': 1 } }, 28],
    ['two changes of one path', { $set: { n: 1 }, $inc: { n: 1 } }, 40],
    ['a change above another', { $set: { o: 1, 'o.x': 2 } }, 40],
    ['another id', { $set: { _id: 2 } }, 66],
    ['an empty name', { $set: { 'a..b': 1 } }, 56],
    ['an operand that is no document', { $set: 5 }, 9],
  ]
  test.each(REFUSALS)('%s', async (_says, update, code) => {
    const before = { _id: 1, s: 'text', n: 1, list: [1], o: { x: 1 }, long: Long.MAX_VALUE }
    const collection = await mongo.collection([before])
    const command = {
      update: collection.collectionName,
      updates: [{ q: { _id: 1 }, u: update }],
    }
    const result = await mongo.db().command(command)
    expect(result.writeErrors).toMatchObject([{ index: 0, code }])
    expect(await collection.findOne({}, { promoteLongs: false })).toEqual(before)
  })
})
