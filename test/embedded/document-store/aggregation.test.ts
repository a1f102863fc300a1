import type { Document } from 'mongodb'
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
  $sort: [[{ $sort: { n: -1, _id: 1 } }], [1, 0, 2, 3].map(at => documents[at] ?? {})],
  $limit: [[{ $sort: { _id: 1 } }, { $limit: 1 }], [documents[0] ?? {}]],
  $group: [
    [{ $group: { _id: { c: '$centre' }, sum: { $sum: '$n' } } }, { $sort: { sum: 1 } }],
    [
      { _id: { c: 'CLG' }, sum: 1 },
      { _id: { c: 'SMG' }, sum: 12 },
    ],
  ],
}

test.each(Object.entries(STAGES))('stage %s', async (_name, [pipeline, result]) => {
  expect(await aggregate(pipeline)).toEqual(result)
})

const ACCUMULATORS: Record<Operator<'accumulator'>, [accumulator: Document, smg: unknown, clg: unknown]> = {
  $sum: [{ $sum: '$n' }, 12, 1],
  $min: [{ $min: '$n' }, 5, 1],
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

describe('details', () => {
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
  ['two stages in one', [{ $limit: 1, $sort: { _id: 1 } }], 40323],
  ['an unknown expression', [{ $group: { _id: { $foo: 1 } } }], 168],
  ['an unknown accumulator', [{ $group: { _id: null, a: { $foo: 1 } } }], 15952],
  ['a group without _id', [{ $group: { n: { $sum: 1 } } }], 15955],
  ['a group field without an accumulator', [{ $group: { _id: null, n: 1 } }], 40234],
  ['a limit of zero', [{ $limit: 0 }], 15958],
  ['an unknown variable', [{ $group: { _id: '$$FOO' } }], 17276],
]

test.each(REFUSALS)('refuses %s', async (_says, pipeline, code) => {
  expect((await refusalOf(aggregate(pipeline))).code).toBe(code)
})
