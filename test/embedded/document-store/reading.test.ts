import { Binary, Double, Long, MinKey, ObjectId } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { givenMongo, refusalOf } from './given-mongo.ts'

const mongo = givenMongo()

describe('order', () => {
  /** Ascending in MongoDB's order; neighbours in one list are equal. */
  const LADDER: unknown[][] = [
    [[]],
    [null, undefined],
    [Number.NaN],
    [Number.NEGATIVE_INFINITY],
    [-1.5],
    [0, new Double(-0), Long.ZERO],
    [2 ** 53],
    [Number.POSITIVE_INFINITY],
    [''],
    ['A'],
    ['a'],
    ['a\0b'],
    ['ab'],
    ['\uffff'],
    ['\u{1f600}'],
    [{}],
    [{ a: 1 }, { a: new Double(1) }],
    [{ b: 1 }],
    [{ a: 'x' }],
    [new Binary(Buffer.from('z'))],
    [new Binary(Buffer.from('aa'))],
    [new ObjectId('000000000000000000000001')],
    [new ObjectId('000000000000000000000002')],
    [false],
    [true],
    [new Date(-1)],
    [new Date(0)],
  ]

  test.each([
    ['in memory', {}],
    ['by an index', { v: 1 as const }],
  ])('of all types, %s', async (_says, index) => {
    const rungs = LADDER.flatMap((values, rung) => values.map(v => ({ rung, v })))
    const shuffled = rungs.map((entry, at) => ({ _id: (at * 7) % rungs.length, ...entry }))
    const collection = await mongo.collection(shuffled.sort((left, right) => left._id - right._id))
    if (Object.keys(index).length > 0) await collection.createIndex(index)
    const ascending = (await collection.find().sort({ v: 1 }).toArray()).map(({ rung }) => rung)
    expect(ascending).toEqual(ascending.toSorted((left, right) => left - right))
    const descending = (await collection.find().sort({ v: -1 }).toArray()).map(({ rung }) => rung)
    expect(descending).toEqual(descending.toSorted((left, right) => right - left))
  })

  test('an array counts by its smallest element, descending by its largest', async () => {
    const collection = await mongo.collection([
      { _id: 1, v: [1, 9] },
      { _id: 2, v: 2 },
      { _id: 3, v: [3, 4] },
    ])
    expect((await collection.find().sort({ v: 1 }).toArray()).map(({ _id }) => _id)).toEqual([1, 2, 3])
    expect((await collection.find().sort({ v: -1 }).toArray()).map(({ _id }) => _id)).toEqual([1, 3, 2])
  })

  test('without a sort documents come as they were inserted', async () => {
    const collection = await mongo.collection([{ _id: 3 }, { _id: 1 }, { _id: 2 }])
    await collection.updateOne({ _id: 3 }, { $set: { long: 'x'.repeat(5000) } })
    expect((await collection.find().toArray()).map(({ _id }) => _id)).toEqual([3, 1, 2])
  })
})

describe('projection', () => {
  const document = { _id: 1, a: 1, o: { x: 1, y: 2 }, list: [{ k: 1, v: 2 }, 5, { k: 3 }], nums: [1, 2, 3, 4] }
  test.each([
    ['inclusion', { a: 1 }, { _id: 1, a: 1 }],
    ['without the id', { _id: 0, a: 1 }, { a: 1 }],
    ['exclusion', { list: 0, nums: 0, o: 0 }, { _id: 1, a: 1 }],
    ['the id only', { _id: 1 }, { _id: 1 }],
    ['all but the id', { _id: 0 }, { a: 1, o: document.o, list: document.list, nums: document.nums }],
  ])('%s', async (_says, projection, result) => {
    const collection = await mongo.collection([document])
    expect(await collection.findOne({}, { projection })).toEqual(result)
    expect(await collection.findOne({ _id: 1 })).toEqual(document)
  })

  test.each([
    ['exclusion among inclusions', { a: 1, o: 0 }, 31254],
    ['inclusion among exclusions', { a: 0, o: 1 }, 31253],
    ['an unknown operator', { a: { $foo: 1 } }, 31325],
  ])('refuses %s', async (_says, projection, code) => {
    const collection = await mongo.collection([document])
    expect((await refusalOf(collection.findOne({}, { projection }))).code).toBe(code)
  })
})

describe('cursors', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_none, _id) => ({ _id, n: _id % 7 }))

  test('hand out everything in batches', async () => {
    const collection = await mongo.collection(numbers(1000))
    const ids = (await collection.find().batchSize(30).toArray()).map(({ _id }) => _id)
    expect(ids).toEqual(numbers(1000).map(({ _id }) => _id))
  })

  test('go on over an index while the collection changes', async () => {
    const collection = await mongo.collection(numbers(500))
    await collection.createIndex({ n: 1, _id: 1 })
    const cursor = collection
      .find({ n: { $gte: 2 } })
      .sort({ n: 1, _id: 1 })
      .batchSize(10)
    const seen: number[] = []
    for await (const { _id } of cursor) {
      seen.push(_id)
      if (seen.length === 15) await collection.deleteMany({ n: 6 })
    }
    const left = numbers(500).filter(({ n }) => n >= 2 && n < 6)
    expect(new Set(seen)).toEqual(new Set(left.map(({ _id }) => _id)))
  })

  test('limit and skip, sorted in memory or not', async () => {
    const collection = await mongo.collection(numbers(300))
    const page = await collection.find({ n: 3 }).sort({ _id: -1 }).skip(2).limit(3).toArray()
    expect(page.map(({ _id }) => _id)).toEqual([283, 276, 269])
    expect(await collection.find().skip(299).toArray()).toHaveLength(1)
    expect(await collection.countDocuments({}, { limit: 5 })).toBe(5)
  })

  test('split what does not fit into one reply', async () => {
    const big = Buffer.alloc(7_000_000, 1)
    const collection = await mongo.collection()
    for (const _id of [1, 2, 3, 4]) await collection.insertOne({ _id, big: new Binary(big) })
    const found = await collection.find().toArray()
    expect(found.map(({ _id, big: { position } }) => [_id, position])).toEqual([1, 2, 3, 4].map(n => [n, 7_000_000]))
  })

  test('a closed cursor is gone', async () => {
    const collection = await mongo.collection(numbers(300))
    const database = mongo.db()
    const { cursor } = await database.command({ find: collection.collectionName, batchSize: 2 })
    await database.command({ killCursors: collection.collectionName, cursors: [Long.fromValue(cursor.id)] })
    const more = database.command({ getMore: Long.fromValue(cursor.id), collection: collection.collectionName })
    expect((await refusalOf(more)).code).toBe(43)
  })
})

describe('documents', () => {
  test('come back byte for byte, also after an update beside them', async () => {
    const collection = await mongo.collection()
    const raw = {
      _id: 1,
      d: new Double(3),
      l: Long.fromNumber(4),
      re: /x/i,
      nested: { '2': 'b', a: [null, new MinKey()] },
    }
    await collection.insertOne(raw)
    const before = await collection.findOne({}, { raw: true })
    await collection.updateOne({ _id: 1 }, { $set: { x: 1 } })
    await collection.updateOne({ _id: 1 }, { $unset: { x: 1 } })
    expect(await collection.findOne({}, { raw: true })).toEqual(before)
  })

  test('of nearly 16 MB are kept, larger ones refused', async () => {
    const collection = await mongo.collection()
    await collection.insertOne({ _id: 1, photo: new Binary(Buffer.alloc(16 * 1024 * 1024 - 100, 7)) })
    const growth = collection.updateOne({ _id: 1 }, { $set: { more: 'x'.repeat(200) } })
    expect([10334, 17419]).toContain((await refusalOf(growth)).code)
    const photo = (await collection.findOne({ _id: 1 }))?.photo
    expect(photo?.position).toBe(16 * 1024 * 1024 - 100)
  })

  test('may have fields that JavaScript would take for its own', async () => {
    const collection = await mongo.collection()
    const odd = JSON.parse('{ "_id": 1, "__proto__": { "x": 1 }, "constructor": 2, "hasOwnProperty": [3] }')
    await collection.insertOne(odd)
    await collection.updateOne({ '__proto__.x': 1, constructor: 2 }, { $set: { '__proto__.y': 2 } })
    const read = await collection.findOne({ toString: null }, { projection: { constructor: 0 } })
    expect(JSON.stringify(read)).toBe('{"_id":1,"__proto__":{"x":1,"y":2},"hasOwnProperty":[3]}')
  })

  test('get an id from the server when the client sends none', async () => {
    const collection = await mongo.collection()
    await mongo.db().command({ insert: collection.collectionName, documents: [{ a: 1 }] })
    const found = await collection.findOne({})
    expect(Object.keys(found ?? {})).toEqual(['_id', 'a'])
    expect(found?._id).toBeInstanceOf(ObjectId)
  })
})
