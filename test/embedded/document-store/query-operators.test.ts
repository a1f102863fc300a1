import { Binary, Double, Long, ObjectId } from 'mongodb'
import { describe, expect, test } from 'vitest'
import type { Operator } from '../../../src/embedded/document-store/operators.ts'
import { givenMongo, type Numbered } from './given-mongo.ts'

const mongo = givenMongo()

interface Case {
  says: string
  filter: Record<string, unknown>
  finds: number[]
}

/** One small world for all operators. */
const id = new ObjectId('0123456789abcdef01234567')
const documents: Numbered[] = [
  {
    _id: 1,
    n: 1,
    s: 'api',
    tags: ['a', 'b'],
    o: { x: 1, y: 'k' },
    items: [
      { k: 'a', q: 1 },
      { k: 'b', q: 9 },
    ],
  },
  { _id: 2, n: 2.5, s: 'Asap', tags: ['b'], o: { x: 2 }, items: [{ k: 'a', q: 9 }], at: new Date('2024-01-01') },
  { _id: 3, n: Long.fromNumber(3), s: 'banjir', tags: [], o: null, items: [], at: new Date('2024-06-01') },
  { _id: 4, n: null, s: 'api besar', tags: 'b', items: 'none', flag: true },
  { _id: 5, s: 'x\ny', tags: [['a', 'b'], 'c'], n: [1, 20], id, flag: false },
  { _id: 6, n: 'text', bytes: new Binary(Buffer.from([1, 2])), tags: [null], o: { y: 'k', x: 1 } },
  { _id: 7, n: Number.NaN, deep: [{ list: [{ v: 1 }] }, { list: [{ v: 5 }] }] },
]

const CASES: Record<Operator<'logical'> | Operator<'query'>, Case[]> = {
  $and: [{ says: 'all parts', filter: { $and: [{ n: { $gt: 0 } }, { n: { $lt: 2 } }] }, finds: [1, 5] }],
  $or: [{ says: 'any part', filter: { $or: [{ n: 1 }, { s: 'banjir' }] }, finds: [1, 3, 5] }],
  $eq: [
    { says: 'a number whatever its type', filter: { n: { $eq: new Double(3) } }, finds: [3] },
    { says: 'an element of an array', filter: { tags: 'b' }, finds: [1, 2, 4] },
    { says: 'a whole array', filter: { tags: ['a', 'b'] }, finds: [1, 5] },
    { says: 'an object with its fields in order', filter: { o: { x: 1, y: 'k' } }, finds: [1] },
    { says: 'null: null and missing', filter: { o: null }, finds: [3, 4, 5, 7] },
    { says: 'null inside an array', filter: { tags: null }, finds: [6, 7] },
    { says: 'a dotted path', filter: { 'o.x': 1 }, finds: [1, 6] },
    { says: 'a dotted path through an array', filter: { 'items.k': 'b' }, finds: [1] },
    { says: 'a dotted path through two arrays', filter: { 'deep.list.v': 5 }, finds: [7] },
    { says: 'an array element by number', filter: { 'tags.1': 'c' }, finds: [5] },
    { says: 'a number and a name below it', filter: { 'items.0.q': 9 }, finds: [2] },
    { says: 'null below scalars, not below empty arrays', filter: { 'items.k': null }, finds: [4, 5, 6, 7] },
    { says: 'an ObjectId', filter: { id }, finds: [5] },
    { says: 'a binary', filter: { bytes: new Binary(Buffer.from([1, 2])) }, finds: [6] },
    { says: 'a date', filter: { at: new Date('2024-01-01') }, finds: [2] },
    { says: 'a boolean, never a number', filter: { flag: 1 }, finds: [] },
    { says: 'NaN', filter: { n: Number.NaN }, finds: [7] },
  ],
  $ne: [
    { says: 'other or missing', filter: { s: { $ne: 'api' } }, finds: [2, 3, 4, 5, 6, 7] },
    { says: 'no element', filter: { tags: { $ne: 'b' } }, finds: [3, 5, 6, 7] },
    { says: 'not null', filter: { at: { $ne: null } }, finds: [2, 3] },
  ],
  $gt: [
    { says: 'numbers only', filter: { n: { $gt: 1 } }, finds: [2, 3, 5] },
    { says: 'dates only', filter: { at: { $gt: new Date('2024-02-01') } }, finds: [3] },
  ],
  $gte: [
    { says: 'the bound too', filter: { n: { $gte: 2.5 } }, finds: [2, 3, 5] },
    { says: 'null only for null', filter: { n: { $gte: null } }, finds: [4] },
  ],
  $lt: [
    { says: 'text by its bytes', filter: { s: { $lt: 'a' } }, finds: [2] },
    { says: 'two elements for two bounds', filter: { n: { $gt: 15, $lt: 5 } }, finds: [5] },
  ],
  $lte: [{ says: 'the bound too', filter: { n: { $lte: 1 } }, finds: [1, 5] }],
  $in: [
    { says: 'any of the values', filter: { n: { $in: [1, 'text', null] } }, finds: [1, 4, 5, 6] },
    { says: 'nothing of nothing', filter: { n: { $in: [] } }, finds: [] },
  ],
  $regex: [
    { says: 'anchored', filter: { s: { $regex: '^api' } }, finds: [1, 4] },
    { says: 'as text', filter: { s: { $regex: 'sa' } }, finds: [2, 4] },
    { says: 'elements of arrays', filter: { tags: { $regex: '^c$' } }, finds: [5] },
  ],
}

describe.each(Object.entries(CASES))('%s', (_operator, cases) => {
  test.each(cases)('$says', async ({ filter, finds }) => {
    const collection = await mongo.collection(documents)
    const found = await collection.find(filter).sort({ _id: 1 }).toArray()
    expect(found.map(({ _id }) => _id)).toEqual(finds)
    expect(await collection.countDocuments(filter)).toBe(finds.length)
  })
})
