import type { Document } from 'mongodb'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../../src/embedded/document-store/commands/table.ts'
import { givenMongo, type Numbered } from './given-mongo.ts'

const mongo = givenMongo()

/** One command as the driver sends it, on a collection with `before` and an index, and what MongoDB's manual says of it. */
interface Row {
  /** The page of the manual, section "Database Commands", and what is asked. */
  manual: string
  before?: Numbered[]
  /** `c` stands for the collection. */
  command: (c: string) => Document
  /** The reply holds at least this; an error's code, name and what the driver reads of it count as a reply. */
  reply: (c: string) => Document
  after?: Numbered[]
}

const two: Numbered[] = [
  { _id: 1, k: 'a', n: 1 },
  { _id: 2, k: 'b', n: 2 },
]
const duplicate = (name: string, field: string, value: unknown, shown: string) => ({
  code: 11000,
  errmsg: expect.stringContaining(`index: ${name} dup key: { ${field}: ${shown} }`),
  keyPattern: { [field]: 1 },
  keyValue: { [field]: value },
})
const names = (...fields: string[]) => expect.arrayContaining(fields.map(name => expect.objectContaining({ name })))

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  insert: [
    {
      manual: 'insert: n counts what was inserted',
      command: insert => ({ insert, documents: [{ _id: 1 }, { _id: 2 }] }),
      reply: () => ({ ok: 1, n: 2 }),
      after: [{ _id: 1 }, { _id: 2 }],
    },
    {
      manual: 'insert, ordered: stops at the first error',
      before: two,
      command: insert => ({ insert, documents: [{ _id: 3 }, { _id: 1 }, { _id: 4 }] }),
      reply: () => ({ ok: 1, n: 1, writeErrors: [{ index: 1, ...duplicate('_id_', '_id', 1, '1') }] }),
      after: [...two, { _id: 3 }],
    },
    {
      manual: 'insert, ordered false: goes on behind an error',
      before: two,
      command: insert => ({ insert, ordered: false, documents: [{ _id: 3, k: 'a' }, { _id: 4 }] }),
      reply: () => ({ ok: 1, n: 1, writeErrors: [{ index: 0, ...duplicate('k_1', 'k', 'a', '"a"') }] }),
      after: [...two, { _id: 4 }],
    },
    {
      manual: 'insert: an array is no _id',
      command: insert => ({ insert, documents: [{ _id: [1] }] }),
      reply: () => ({ ok: 1, n: 0, writeErrors: [{ index: 0, code: 53 }] }),
      after: [],
    },
  ],
  find: [
    {
      manual: 'find: filter, sort, projection, skip, limit',
      before: two,
      command: find => ({ find, filter: {}, sort: { n: -1 }, projection: { n: 1, _id: 0 }, skip: 1, limit: 1 }),
      reply: c => ({ ok: 1, cursor: { firstBatch: [{ n: 1 }], id: 0, ns: expect.stringMatching(`\\.${c}$`) } }),
    },
    {
      manual: 'find, singleBatch: no cursor stays open',
      before: two,
      command: find => ({ find, batchSize: 1, singleBatch: true }),
      reply: () => ({ ok: 1, cursor: { firstBatch: [two[0]], id: 0 } }),
    },
    {
      manual: 'find: a projection cannot both include and exclude',
      command: find => ({ find, projection: { a: 1, b: 0 } }),
      reply: () => ({ ok: 0, code: 31254, codeName: 'Location31254' }),
    },
  ],
  getMore: [
    {
      manual: 'getMore: a cursor that is not there',
      command: collection => ({ getMore: 42n, collection }),
      reply: () => ({ ok: 0, code: 43, codeName: 'CursorNotFound' }),
    },
  ],
  killCursors: [
    {
      manual: 'killCursors: names those that it did not find',
      command: killCursors => ({ killCursors, cursors: [42n] }),
      reply: () => ({ ok: 1, cursorsKilled: [], cursorsNotFound: [42] }),
    },
  ],
  update: [
    {
      manual: 'update: n matched, nModified changed',
      before: two,
      command: update => ({ update, updates: [{ q: {}, u: { $set: { n: 2 } }, multi: true }] }),
      reply: () => ({ ok: 1, n: 2, nModified: 1 }),
      after: two.map(it => ({ ...it, n: 2 })),
    },
    {
      manual: 'update, upsert: upserted names statement and _id',
      command: update => ({ update, updates: [{ q: { _id: 9 }, u: { $set: { n: 1 } }, upsert: true }] }),
      reply: () => ({ ok: 1, n: 1, nModified: 0, upserted: [{ index: 0, _id: 9 }] }),
      after: [{ _id: 9, n: 1 }],
    },
    {
      manual: 'update: a unique key is kept',
      before: two,
      command: update => ({ update, updates: [{ q: { _id: 2 }, u: { $set: { k: 'a' } } }] }),
      reply: () => ({ ok: 1, n: 0, writeErrors: [{ index: 0, ...duplicate('k_1', 'k', 'a', '"a"') }] }),
      after: two,
    },
  ],
  delete: [
    {
      manual: 'delete, limit 1: the first match',
      before: two,
      command: name => ({ delete: name, deletes: [{ q: {}, limit: 1 }] }),
      reply: () => ({ ok: 1, n: 1 }),
      after: two.slice(1),
    },
    {
      manual: 'delete, limit 0: all matches',
      before: two,
      command: name => ({ delete: name, deletes: [{ q: { n: { $gt: 0 } }, limit: 0 }] }),
      reply: () => ({ ok: 1, n: 2 }),
      after: [],
    },
  ],
  findAndModify: [
    {
      manual: 'findAndModify: the document as it was',
      before: two,
      command: findAndModify => ({ findAndModify, query: { k: 'a' }, update: { $inc: { n: 5 } } }),
      reply: () => ({ ok: 1, value: two[0], lastErrorObject: { n: 1, updatedExisting: true } }),
      after: [{ _id: 1, k: 'a', n: 6 }, ...two.slice(1)],
    },
    {
      manual: 'findAndModify, new, sort and fields: the document as it is, in part',
      before: two,
      command: findAndModify => ({
        findAndModify,
        sort: { n: -1 },
        update: { $inc: { n: 5 } },
        new: true,
        fields: { n: 1 },
      }),
      reply: () => ({ ok: 1, value: { _id: 2, n: 7 } }),
    },
    {
      manual: 'findAndModify, remove: the document that is gone',
      before: two,
      command: findAndModify => ({ findAndModify, query: { _id: 2 }, remove: true }),
      reply: () => ({ ok: 1, value: two[1], lastErrorObject: { n: 1 } }),
      after: two.slice(0, 1),
    },
    {
      manual: 'findAndModify, upsert: null before, the id of what was made',
      command: findAndModify => ({ findAndModify, query: { _id: 5 }, update: { $set: { n: 1 } }, upsert: true }),
      reply: () => ({ ok: 1, value: null, lastErrorObject: { n: 1, updatedExisting: false, upserted: 5 } }),
      after: [{ _id: 5, n: 1 }],
    },
    {
      manual: 'findAndModify: nothing found',
      command: findAndModify => ({ findAndModify, query: { _id: 5 }, update: { $set: { n: 1 } } }),
      reply: () => ({ ok: 1, value: null, lastErrorObject: { n: 0, updatedExisting: false } }),
      after: [],
    },
    {
      manual: 'findAndModify: a duplicate key stands at the top of the reply',
      before: two,
      command: findAndModify => ({ findAndModify, query: { _id: 2 }, update: { $set: { k: 'a' } } }),
      reply: () => ({ ok: 0, codeName: 'DuplicateKey', ...duplicate('k_1', 'k', 'a', '"a"') }),
      after: two,
    },
  ],
  aggregate: [
    {
      manual: 'aggregate: match and group, as the driver counts',
      before: two,
      command: aggregate => ({
        aggregate,
        pipeline: [{ $match: { n: { $gt: 1 } } }, { $group: { _id: 1, n: { $sum: 1 } } }],
        cursor: {},
      }),
      reply: () => ({ ok: 1, cursor: { firstBatch: [{ _id: 1, n: 1 }], id: 0 } }),
    },
  ],
  distinct: [
    {
      manual: 'distinct: each value once',
      before: two,
      command: distinct => ({ distinct, key: 'k', query: { n: { $lte: 2 } } }),
      reply: () => ({ ok: 1, values: ['a', 'b'] }),
    },
  ],
  explain: [
    {
      manual: 'explain: the winning plan names its index',
      before: two,
      command: find => ({ explain: { find, filter: { _id: 1 } }, verbosity: 'queryPlanner' }),
      reply: () => ({ ok: 1, queryPlanner: { winningPlan: { inputStage: { stage: 'IXSCAN', indexName: '_id_' } } } }),
    },
  ],
  create: [
    {
      manual: 'create: a new collection',
      command: c => ({ create: `${c}-new` }),
      reply: () => ({ ok: 1 }),
    },
  ],
  createIndexes: [
    {
      manual: 'createIndexes: how many there were and are',
      command: createIndexes => ({ createIndexes, indexes: [{ key: { n: 1 }, name: 'n_1', expireAfterSeconds: 60 }] }),
      reply: () => ({ ok: 1, numIndexesBefore: 2, numIndexesAfter: 3 }),
    },
    {
      manual: 'createIndexes: the same key with another time to live',
      command: createIndexes => ({ createIndexes, indexes: [{ key: { k: 1 }, name: 'k_1' }] }),
      reply: () => ({ ok: 0, code: 86, codeName: 'IndexKeySpecsConflict' }),
    },
    {
      manual: 'createIndexes, unique: refused by the documents that are there',
      before: two.map(it => ({ ...it, n: 7 })),
      command: createIndexes => ({ createIndexes, indexes: [{ key: { n: 1 }, name: 'n_1', unique: true }] }),
      reply: () => ({ ok: 0, code: 11000, codeName: 'DuplicateKey' }),
    },
  ],
  listIndexes: [
    {
      manual: 'listIndexes: each with its key and options',
      command: listIndexes => ({ listIndexes }),
      reply: () => ({ ok: 1, cursor: { firstBatch: [{ v: 2, key: { _id: 1 }, name: '_id_' }, { name: 'k_1' }] } }),
    },
  ],
  dropIndexes: [
    {
      manual: 'dropIndexes: by name',
      command: dropIndexes => ({ dropIndexes, index: 'k_1' }),
      reply: () => ({ ok: 1, nIndexesWas: 2 }),
    },
    {
      manual: 'dropIndexes: a name that is not there',
      command: dropIndexes => ({ dropIndexes, index: 'x_1' }),
      reply: () => ({ ok: 0, code: 27, codeName: 'IndexNotFound' }),
    },
  ],
  listCollections: [
    {
      manual: 'listCollections: those that the filter names',
      command: c => ({ listCollections: 1, filter: { name: c } }),
      reply: c => ({ ok: 1, cursor: { firstBatch: names(c) } }),
    },
  ],
  drop: [
    {
      manual: 'drop: the collection and its indexes',
      command: drop => ({ drop }),
      reply: () => ({ ok: 1, nIndexesWas: 2 }),
      after: [],
    },
  ],
  hello: [
    {
      manual: 'hello: a standalone server that takes writes',
      command: () => ({ hello: 1 }),
      reply: () => ({ ok: 1, isWritablePrimary: true, maxBsonObjectSize: 16_777_216, maxMessageSizeBytes: 48_000_000 }),
    },
  ],
  isMaster: [
    { manual: 'isMaster: hello by its old name', command: () => ({ isMaster: 1 }), reply: () => ({ ismaster: true }) },
  ],
  ismaster: [
    { manual: 'ismaster: in small letters too', command: () => ({ ismaster: 1 }), reply: () => ({ ismaster: true }) },
  ],
  ping: [{ manual: 'ping', command: () => ({ ping: 1 }), reply: () => ({ ok: 1 }) }],
  endSessions: [{ manual: 'endSessions', command: () => ({ endSessions: [] }), reply: () => ({ ok: 1 }) }],
  buildInfo: [
    {
      manual: 'buildInfo: the version',
      command: () => ({ buildInfo: 1 }),
      reply: () => ({ ok: 1, version: expect.stringMatching(/^\d+\.\d+\.\d+/) }),
    },
  ],
}

const rows = Object.entries(ROWS).flatMap(([name, list]) => list.map(row => [name, row.manual, row] as const))

test.each(rows)('%s | %s', async (_name, _manual, { before = [], command, reply, after }) => {
  const collection = await mongo.collection(before)
  await collection.createIndex({ k: 1 }, { unique: true, partialFilterExpression: { k: { $gt: '' } } })
  const answer = await mongo
    .db()
    .command(command(collection.collectionName))
    .catch((error: { errorResponse?: Document }) => error.errorResponse ?? error)
  expect(answer).toMatchObject(reply(collection.collectionName))
  if (after) expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual(after)
})

/** A command that takes the whole database with it stands last. */
test('dropDatabase | dropDatabase: everything is gone', async () => {
  const db = mongo.client().db(`${mongo.db().databaseName}-x`)
  await db.collection('things').insertOne({ a: 1 })
  expect(await db.command({ dropDatabase: 1 })).toMatchObject({ ok: 1 })
  expect(await db.collection('things').countDocuments()).toBe(0)
})

test('every command of the store has its rows', () => {
  expect(Object.keys(ROWS).concat('dropDatabase').sort()).toEqual(Object.keys(COMMANDS).sort())
})
