import type { Collection, Document, IndexSpecification } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { givenMongo, type Numbered, refusalOf } from './given-mongo.ts'

const mongo = givenMongo()

/** The stages of a winning plan, from the outermost in. */
function stagesOf(explained: Document): string[] {
  const planner = explained.queryPlanner ?? explained.stages?.[0]?.$cursor?.queryPlanner
  const stages: string[] = []
  const visit = (stage: Document | undefined): void => {
    if (!stage) return
    stages.push(stage.stage)
    visit(stage.inputStage)
    for (const part of stage.inputStages ?? []) visit(part)
  }
  visit(planner.winningPlan.queryPlan ?? planner.winningPlan)
  return stages
}

describe('explain', () => {
  const documents = Array.from({ length: 200 }, (_none, _id) => ({
    _id,
    centre: _id % 2 ? 'SMG' : 'CLG',
    status: ['open', 'closed', 'archived'][_id % 3],
    dueAt: new Date(1_700_000_000_000 + _id * 1000),
    code: `K-${_id}`,
    tokens: [`t${_id % 5}`, `u${_id % 7}`],
  }))
  const indexed = async () => {
    const collection = await mongo.collection(documents)
    await collection.createIndex({ centre: 1, status: 1, dueAt: -1 })
    await collection.createIndex({ code: 1 }, { unique: true })
    await collection.createIndex({ tokens: 1, dueAt: -1 })
    await collection.createIndex({ dueAt: 1 }, { partialFilterExpression: { status: 'open' } })
    return collection
  }
  const late = new Date(1_700_000_000_000 + 150_000)

  test.each<[says: string, filter: Document, sort: Document, indexName: string, sorts: boolean]>([
    ['equality', { code: 'K-7' }, {}, 'code_1', false],
    ['$in', { code: { $in: ['K-7', 'K-1'] } }, {}, 'code_1', false],
    ['an anchored regular expression', { code: { $regex: '^K-1' } }, {}, 'code_1', false],
    ['a prefix of a compound index', { centre: 'SMG' }, {}, 'centre_1_status_1_dueAt_-1', false],
    ['a range', { centre: 'SMG', status: 'open', dueAt: { $gte: late } }, {}, 'centre_1_status_1_dueAt_-1', false],
    ['a sort', { centre: 'SMG', status: 'closed' }, { dueAt: -1 }, 'centre_1_status_1_dueAt_-1', false],
    ['a sort backward', { centre: 'SMG', status: 'closed' }, { dueAt: 1 }, 'centre_1_status_1_dueAt_-1', false],
    [
      'a sort that the index does not give',
      { centre: 'SMG' },
      { code: 1, dueAt: 1 },
      'centre_1_status_1_dueAt_-1',
      true,
    ],
    ['a token and a sort', { tokens: 't3' }, { dueAt: -1 }, 'tokens_1_dueAt_-1', false],
    ['a partial index', { status: 'open', dueAt: { $lte: late } }, {}, 'dueAt_1', false],
  ])('%s is served by an index', async (_says, filter, sort, indexName, sorts) => {
    const collection = await indexed()
    const explained = await collection
      .find(filter)
      .sort(sort as Record<string, 1>)
      .explain('executionStats')
    expect(stagesOf(explained)).toContain('IXSCAN')
    expect(stagesOf(explained)).not.toContain('COLLSCAN')
    expect(stagesOf(explained).includes('SORT')).toBe(sorts)
    expect(JSON.stringify(explained.queryPlanner.winningPlan)).toContain(`"indexName":"${indexName}"`)
    const { nReturned, totalDocsExamined } = explained.executionStats
    expect(totalDocsExamined).toBe(nReturned)
    const scanned = documents.length
    expect(nReturned).toBeGreaterThan(0)
    expect(nReturned).toBeLessThan(scanned)
  })

  test('a plain id is looked up, other fields are scanned for', async () => {
    const collection = await indexed()
    expect(stagesOf(await collection.find({ _id: 5 }).explain()).at(-1)).toMatch(/^(IXSCAN|IDHACK|EXPRESS_IXSCAN)$/)
    expect(stagesOf(await collection.find({ other: 1 }).explain())).toContain('COLLSCAN')
    expect(stagesOf(await collection.find({ dueAt: { $lte: late } }).explain())).toContain('COLLSCAN')
  })

  test('updates, counts and aggregations are explained too', async () => {
    const collection = await indexed()
    const name = collection.collectionName
    const filter = { centre: 'SMG', status: 'open' }
    const commands = [
      { update: name, updates: [{ q: filter, u: { $set: { x: 1 } } }] },
      { delete: name, deletes: [{ q: filter, limit: 1 }] },
      { findAndModify: name, query: filter, update: { $set: { x: 1 } } },
      { distinct: name, key: 'code', query: filter },
      { aggregate: name, pipeline: [{ $match: filter }, { $group: { _id: '$status', n: { $sum: 1 } } }], cursor: {} },
    ]
    for (const explain of commands) {
      const explained = await mongo.db().command({ explain, verbosity: 'queryPlanner' })
      expect(JSON.stringify(explained), JSON.stringify(explain)).toContain('IXSCAN')
    }
    expect(await collection.countDocuments({ x: 1 })).toBe(0)
  })
})

describe('unique indexes', () => {
  const expectDuplicate = async (operation: Promise<unknown>, keyPattern: Document, keyValue: Document) => {
    const refusal = await refusalOf(operation)
    expect(refusal.code).toBe(11000)
    expect(refusal.message).toContain('E11000 duplicate key error collection: ')
    return { refusal, keyPattern, keyValue }
  }
  const withEmail = async (
    documents: Numbered[] = [
      { _id: 1, email: 'a@x' },
      { _id: 2, email: 'b@x' },
    ],
  ) => {
    const collection = await mongo.collection(documents)
    await collection.createIndex({ email: 1 }, { unique: true })
    return collection
  }
  const serverError = (refusal: { errorResponse?: Document } & Document) => refusal.errorResponse ?? refusal

  test('insert and update refuse in writeErrors', async () => {
    const collection = await withEmail()
    const message = `E11000 duplicate key error collection: ${collection.namespace} index: email_1 dup key: { email: "a@x" }`
    const entry = { index: 1, code: 11000, errmsg: message, keyPattern: { email: 1 }, keyValue: { email: 'a@x' } }
    const name = collection.collectionName
    const documents = [
      { _id: 3, email: 'c@x' },
      { _id: 4, email: 'a@x' },
      { _id: 5, email: 'd@x' },
    ]
    expect(await mongo.db().command({ insert: name, documents })).toEqual({ n: 1, writeErrors: [entry], ok: 1 })
    const unordered = documents.map(document => ({
      ...document,
      _id: document._id + 10,
      email: document.email.replace('c', 'e'),
    }))
    expect(await mongo.db().command({ insert: name, documents: unordered, ordered: false })).toEqual({
      n: 2,
      writeErrors: [entry],
      ok: 1,
    })
    const updates = [{ q: { _id: 2 }, u: { $set: { email: 'a@x' } } }]
    expect((await mongo.db().command({ update: name, updates })).writeErrors).toEqual([{ ...entry, index: 0 }])
    expect(await collection.findOne({ _id: 2 })).toEqual({ _id: 2, email: 'b@x' })
  })

  test('findAndModify refuses at the top level', async () => {
    const collection = await withEmail()
    const update = collection.findOneAndUpdate({ _id: 2 }, { $set: { email: 'a@x' } })
    const { refusal } = await expectDuplicate(update, {}, {})
    expect(serverError(refusal)).toMatchObject({
      code: 11000,
      codeName: 'DuplicateKey',
      keyPattern: { email: 1 },
      keyValue: { email: 'a@x' },
    })
  })

  test('the id is unique', async () => {
    const collection = await mongo.collection([{ _id: 1 }])
    const { refusal } = await expectDuplicate(collection.insertOne({ _id: 1 }), {}, {})
    expect(refusal.message).toContain('index: _id_ dup key: { _id: 1 }')
  })

  test('missing counts as null; equal numbers of different types collide; a document may keep its own value', async () => {
    const collection = await mongo.collection()
    await collection.createIndex({ a: 1, b: 1 }, { unique: true })
    await collection.insertOne({ _id: 1, a: 1 })
    await expectDuplicate(collection.insertOne({ _id: 2, a: 1, b: null }), {}, {})
    await collection.insertOne({ _id: 3, a: 1, b: 2 })
    await collection.updateOne({ _id: 3 }, { $set: { b: 2, c: 1 } })
    expect(await collection.countDocuments()).toBe(2)
  })

  test('elements of arrays are unique across documents, not within one', async () => {
    const collection = await mongo.collection()
    await collection.createIndex({ chats: 1 }, { unique: true })
    await collection.insertOne({ _id: 1, chats: ['x', 'x', 'y'] })
    await expectDuplicate(collection.insertOne({ _id: 2, chats: ['z', 'y'] }), {}, {})
    const leave: Document = { $pull: { chats: 'y' } }
    await collection.updateOne({ _id: 1 }, leave)
    await collection.insertOne({ _id: 2, chats: ['z', 'y'] })
  })

  test('a partial one looks at its own documents only', async () => {
    const collection = await mongo.collection()
    await collection.createIndex({ code: 1 }, { unique: true, partialFilterExpression: { open: true } })
    await collection.insertMany([
      { _id: 1, code: 'x', open: false },
      { _id: 2, code: 'x', open: true },
      { _id: 3, code: 'x' },
    ])
    await expectDuplicate(collection.updateOne({ _id: 1 }, { $set: { open: true } }), {}, {})
    await collection.updateOne({ _id: 2 }, { $set: { open: false } })
    await collection.updateOne({ _id: 1 }, { $set: { open: true } })
    expect(await collection.findOne({ code: 'x', open: true })).toMatchObject({ _id: 1 })
  })

  test('texts that differ after thousands of characters differ', async () => {
    const collection = await mongo.collection()
    await collection.createIndex({ text: 1 }, { unique: true })
    const long = 'x'.repeat(5000)
    await collection.insertMany([
      { _id: 1, text: `${long}b` },
      { _id: 2, text: `${long}a` },
      { _id: 3, text: long },
    ])
    await expectDuplicate(collection.insertOne({ _id: 4, text: `${long}a` }), {}, {})
    expect(
      (
        await collection
          .find({ text: { $gt: long } })
          .sort({ text: 1 })
          .toArray()
      ).map(({ _id }) => _id),
    ).toEqual([2, 1])
    expect(await collection.findOne({ text: `${long}b` })).toMatchObject({ _id: 1 })
  })

  test('cannot be made over duplicates, and leaves nothing behind', async () => {
    const collection = await mongo.collection([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ])
    await expectDuplicate(collection.createIndex({ a: 1 }, { unique: true }), {}, {})
    expect(await collection.indexes()).toHaveLength(1)
    await collection.createIndex({ a: 1 })
    expect(await collection.countDocuments({ a: 1 })).toBe(2)
  })
})

describe('index administration', () => {
  test('lists, drops and keeps equal ones', async () => {
    const collection = await mongo.collection([{ _id: 1 }])
    const key: IndexSpecification = { a: 1, 'b.c': -1 }
    expect(await collection.createIndex(key, { unique: true })).toBe('a_1_b.c_-1')
    expect(await collection.createIndex(key, { unique: true })).toBe('a_1_b.c_-1')
    expect(await collection.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key, name: 'a_1_b.c_-1', unique: true },
    ])
    await collection.dropIndex('a_1_b.c_-1')
    expect(await collection.indexes()).toHaveLength(1)
    expect((await refusalOf(collection.dropIndex('a_1_b.c_-1'))).code).toBe(27)
    expect((await refusalOf(collection.dropIndex('_id_'))).code).toBe(72)
  })

  test.each<[says: string, key: IndexSpecification, options: Document, code: number]>([
    ['other options under the same name', { a: 1 }, { unique: true }, 86],
    ['another time limit under the same name', { a: 1 }, { expireAfterSeconds: 5 }, 85],
    ['another name for the same key', { a: 1 }, { name: 'other' }, 85],
    ['another key under the same name', { b: 1 }, { name: 'a_1' }, 86],
    ['a direction of zero', { b: 0 as 1 }, {}, 67],
    ['a kind of index that it does not know', { b: 'foo' as 'text' }, {}, 67],
    ['an unknown option', { b: 1 }, { foo: 1 }, 197],
    ['a TTL over two fields', { b: 1, c: 1 }, { expireAfterSeconds: 1 }, 67],
    ['a partial filter with $ne', { b: 1 }, { partialFilterExpression: { b: { $ne: 1 } } }, 67],
  ])('refuses %s', async (_says, key, options, code) => {
    const collection = await mongo.collection([{ _id: 1 }])
    await collection.createIndex({ a: 1 })
    const spec = { key, name: options.name ?? Object.entries(key).flat().join('_'), ...options }
    const command = { createIndexes: collection.collectionName, indexes: [spec] }
    expect((await refusalOf(mongo.db().command(command))).code).toBe(code)
    expect(await collection.indexes()).toHaveLength(2)
  })

  test('two arrays cannot be indexed side by side', async () => {
    const collection = await mongo.collection()
    await collection.createIndex({ a: 1, b: 1 })
    await collection.insertOne({ _id: 1, a: [1, 2], b: 3 })
    expect((await refusalOf(collection.insertOne({ _id: 2, a: [1], b: [2] }))).code).toBe(171)
  })
})

describe('TTL', () => {
  test('documents go when their time is over, others stay', async () => {
    const collection: Collection<Numbered> = await mongo.collection()
    await collection.createIndex({ at: 1 }, { expireAfterSeconds: 60 })
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)
    await collection.insertMany([
      { _id: 1, at: ago(120) },
      { _id: 2, at: ago(1) },
      { _id: 3, at: 'no date' },
      { _id: 4 },
      { _id: 5, at: [ago(1), ago(300)] },
    ])
    // A real MongoDB looks once a minute.
    await expect
      .poll(
        () =>
          collection
            .find()
            .sort({ _id: 1 })
            .map(({ _id }) => _id)
            .toArray(),
        { timeout: 90_000, interval: 250 },
      )
      .toEqual([2, 3, 4])
  }, 100_000)
})
