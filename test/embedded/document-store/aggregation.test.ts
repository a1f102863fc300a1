import { type Document, Double, Int32, Long } from 'mongodb'
import { describe, expect, test } from 'vitest'
import type { Operator } from '../../../src/embedded/document-store/operators.ts'
import { givenMongo, type Numbered, refusalOf } from './given-mongo.ts'

const mongo = givenMongo()

const documents: Numbered[] = [
  { _id: 1, centre: 'SMG', n: 5, tags: ['a', 'b'], o: { x: 1 } },
  { _id: 2, centre: 'SMG', n: 7, tags: [], o: { x: 2 } },
  { _id: 3, centre: 'CLG', n: 1, tags: ['a'] },
  { _id: 4, centre: 'CLG', n: null },
]

async function aggregate(pipeline: Document[]): Promise<Document[]> {
  const collection = await mongo.collection(documents)
  return collection.aggregate(pipeline).toArray()
}

const STAGES: Record<Operator<'stage'>, [pipeline: Document[], result: Document[]]> = {
  $match: [[{ $match: { centre: 'SMG' } }, { $match: { n: { $gt: 5 } } }], [documents[1] ?? {}]],
  $sort: [
    [{ $sort: { n: -1, _id: 1 } }, { $project: { _id: 1 } }],
    [{ _id: 2 }, { _id: 1 }, { _id: 3 }, { _id: 4 }],
  ],
  $limit: [[{ $sort: { _id: 1 } }, { $limit: 1 }], [documents[0] ?? {}]],
  $skip: [[{ $sort: { _id: 1 } }, { $skip: 3 }], [documents[3] ?? {}]],
  $project: [
    [
      { $match: { _id: 1 } },
      { $project: { _id: 0, centre: 1, 'o.x': 1, double: { $multiply: ['$n', 2] }, name: '$centre' } },
    ],
    [{ centre: 'SMG', o: { x: 1 }, double: 10, name: 'SMG' }],
  ],
  $group: [
    [{ $group: { _id: { c: '$centre' }, sum: { $sum: '$n' } } }, { $sort: { sum: 1 } }],
    [
      { _id: { c: 'CLG' }, sum: 1 },
      { _id: { c: 'SMG' }, sum: 12 },
    ],
  ],
  $count: [[{ $match: { centre: 'SMG' } }, { $count: 'n' }], [{ n: 2 }]],
  $unwind: [
    [{ $unwind: '$tags' }, { $project: { tags: 1 } }, { $sort: { _id: 1, tags: 1 } }],
    [
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
      { _id: 3, tags: 'a' },
    ],
  ],
  $addFields: [[{ $match: { _id: 3 } }, { $addFields: { 'o.y': '$n' } }], [{ ...documents[2], o: { y: 1 } }]],
  $set: [[{ $match: { _id: 3 } }, { $set: { n: { $add: ['$n', 1] } } }], [{ ...documents[2], n: 2 }]],
}

test.each(Object.entries(STAGES))('stage %s', async (_name, [pipeline, result]) => {
  expect(await aggregate(pipeline)).toEqual(result)
})

const ACCUMULATORS: Record<Operator<'accumulator'>, [accumulator: Document, smg: unknown, clg: unknown]> = {
  $sum: [{ $sum: '$n' }, 12, 1],
  $avg: [{ $avg: '$n' }, 6, 1],
  $min: [{ $min: '$n' }, 5, 1],
  $max: [{ $max: '$n' }, 7, 1],
  $first: [{ $first: '$n' }, 5, 1],
  $last: [{ $last: '$n' }, 7, null],
  $push: [{ $push: '$n' }, [5, 7], [1, null]],
  $addToSet: [{ $addToSet: '$centre' }, ['SMG'], ['CLG']],
  $count: [{ $count: {} }, 2, 2],
}

test.each(Object.entries(ACCUMULATORS))('accumulator %s', async (_name, [accumulator, smg, clg]) => {
  const groups = await aggregate([
    { $sort: { _id: 1 } },
    { $group: { _id: '$centre', v: accumulator } },
    { $sort: { _id: -1 } },
  ])
  expect(groups).toEqual([
    { _id: 'SMG', v: smg },
    { _id: 'CLG', v: clg },
  ])
})

const EXPRESSIONS: Record<Operator<'expression'>, [expression: unknown, value: unknown]> = {
  $literal: [{ $literal: '$n' }, '$n'],
  $eq: [{ $eq: ['$n', new Double(5)] }, true],
  $ne: [{ $ne: ['$n', 5] }, false],
  $gt: [{ $gt: ['$n', null] }, true],
  $gte: [{ $gte: ['$n', 6] }, false],
  $lt: [{ $lt: ['$missing', null] }, true],
  $lte: [{ $lte: ['$n', 5] }, true],
  $and: [{ $and: ['$n', '$missing'] }, false],
  $or: [{ $or: [0, '$n'] }, true],
  $not: [{ $not: ['$missing'] }, true],
  $cond: [{ $cond: [{ $gt: ['$n', 3] }, 'more', 'less'] }, 'more'],
  $ifNull: [{ $ifNull: ['$missing', '$centre'] }, 'SMG'],
  $add: [{ $add: ['$n', 0.5] }, 5.5],
  $subtract: [{ $subtract: ['$n', 7] }, -2],
  $multiply: [{ $multiply: ['$n', '$n'] }, 25],
  $divide: [{ $divide: ['$n', 2] }, 2.5],
  $concat: [{ $concat: ['$centre', '-', 'x'] }, 'SMG-x'],
  $size: [{ $size: '$tags' }, 2],
  $in: [{ $in: ['b', '$tags'] }, true],
}

test.each(Object.entries(EXPRESSIONS))('expression %s', async (_name, [expression, value]) => {
  expect(await aggregate([{ $match: { _id: 1 } }, { $project: { _id: 0, v: expression } }])).toEqual([{ v: value }])
})

describe('details', () => {
  test('$cond with names', async () => {
    const named = JSON.parse('{ "if": { "$gt": ["$n", 6] }, "then": "more", "else": "less" }')
    expect(await aggregate([{ $match: { _id: 1 } }, { $project: { _id: 0, v: { $cond: named } } }])).toEqual([
      { v: 'less' },
    ])
  })

  test('sums keep the widest type and leave 64 bits as doubles', async () => {
    const collection = await mongo.collection([
      { _id: 1, i: 2_147_483_647, l: Long.MAX_VALUE },
      { _id: 2, i: 1, l: Long.MAX_VALUE },
    ])
    const [sums] = await collection
      .aggregate([{ $group: { _id: null, i: { $sum: '$i' }, l: { $sum: '$l' }, n: { $sum: 1 } } }], {
        promoteValues: false,
      })
      .toArray()
    expect(sums).toEqual({ _id: null, i: Long.fromNumber(2 ** 31), l: new Double(2 ** 64), n: new Int32(2) })
  })

  test('$unwind keeps empty ones and numbers the others when asked', async () => {
    const path = { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' }
    const result = await aggregate([{ $unwind: path }, { $sort: { _id: 1, at: 1 } }, { $project: { tags: 1, at: 1 } }])
    expect(result).toEqual([
      { _id: 1, tags: 'a', at: 0 },
      { _id: 1, tags: 'b', at: 1 },
      { _id: 2, at: null },
      { _id: 3, tags: 'a', at: 0 },
      { _id: 4, at: null },
    ])
  })

  test('distinct values, those of arrays one by one', async () => {
    const collection = await mongo.collection(documents)
    expect(await collection.distinct('tags')).toEqual(['a', 'b'])
    expect(await collection.distinct('centre', { n: { $gte: 5 } })).toEqual(['SMG'])
  })

  test('an aggregation over a collection that is not there finds nothing', async () => {
    const collection = await mongo.collection()
    expect(await collection.aggregate([{ $group: { _id: null, n: { $sum: 1 } } }]).toArray()).toEqual([])
  })
})

const REFUSALS: [says: string, pipeline: Document[], code: number][] = [
  ['an unknown stage', [{ $foo: {} }], 40324],
  ['two stages in one', [{ $limit: 1, $skip: 1 }], 40323],
  ['an unknown expression', [{ $project: { a: { $foo: 1 } } }], 168],
  ['an unknown accumulator', [{ $group: { _id: null, a: { $foo: 1 } } }], 15952],
  ['a group without _id', [{ $group: { n: { $sum: 1 } } }], 15955],
  ['a group field without an accumulator', [{ $group: { _id: null, n: 1 } }], 40234],
  ['a limit of zero', [{ $limit: 0 }], 15958],
  ['an unknown variable', [{ $project: { a: '$$FOO' } }], 17276],
]

test.each(REFUSALS)('refuses %s', async (_says, pipeline, code) => {
  expect((await refusalOf(aggregate(pipeline))).code).toBe(code)
})
