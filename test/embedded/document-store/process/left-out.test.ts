import { type Document, Long } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf } from '../given-mongo.ts'
import { givenFolder, type Store, startStore } from './given-store.ts'

/** What MongoDB has and this store has not: refused with a code of MongoDB's, never ignored, and nothing is changed. */
const find = (filter: Document) => ({ find: 'things', filter })
const projection = (spec: Document) => ({ find: 'things', projection: spec })
const update = (u: unknown, options = {}) => ({ findAndModify: 'things', query: { a: 1 }, update: u, ...options })
const aggregate = (...pipeline: Document[]) => ({ aggregate: 'things', pipeline, cursor: {} })
const group = (accumulator: Document) => aggregate({ $group: { _id: null, x: accumulator } })
const index = (spec: Document) => ({ createIndexes: 'things', indexes: [{ name: 'x', key: { a: 1 }, ...spec }] })

const LEFT_OUT: readonly (readonly [code: number, commands: readonly Document[]])[] = [
  [59, [{ replSetGetStatus: 1 }, { shutdown: 1 }, { listDatabases: 1 }, { getParameter: 1 }, { killSessions: [] }]],
  [
    59,
    [
      { mapReduce: 'things' },
      { renameCollection: 'test.things', to: 'test.others' },
      { count: 'things' },
      { collMod: 'things' },
    ],
  ],
  [
    2,
    ['$nin', '$not', '$elemMatch', '$size', '$all', '$exists', '$type', '$options', '$mod'].map(name =>
      find({ a: { [name]: 1 } }),
    ),
  ],
  [2, [find({ $nor: [{ a: 1 }] }), find({ $where: 'true' }), find({ $expr: { $eq: ['$a', 1] } }), find({ $text: {} })]],
  [238, [find({ a: /^x/ }), find({ a: { $in: [/^x/] } }), find({ a: Long.MAX_VALUE })]],
  [
    40415,
    [
      { ...find({}), collation: { locale: 'id' } },
      { ...find({}), hint: 'a_1' },
      { ...find({}), tailable: true },
    ],
  ],
  [
    31325,
    [projection({ list: { $slice: 1 } }), projection({ list: { $elemMatch: { k: 1 } } }), projection({ o: { x: 1 } })],
  ],
  [238, [projection({ 'o.x': 1 }), projection({ 'list.$': 1 })]],
  [9, ['$rename', '$mul', '$bit', '$addToSet', '$pullAll', '$pop'].map(name => update({ [name]: { b: 1 } }))],
  [238, [update({ b: 1 }), update([{ $set: { a: 2 } }])]],
  [2, ['list.$', 'list.$[]', 'list.$[x]'].map(path => update({ $set: { [path]: 1 } }))],
  [2, ['$slice', '$position', '$sort'].map(clause => update({ $push: { list: { $each: [1], [clause]: 1 } } }))],
  [14, [update({ $inc: { a: Long.MAX_VALUE } })]],
  [40415, [update({ $set: { 'list.$[x]': 1 } }, { arrayFilters: [{ x: 1 }] })]],
  [40324, ['$lookup', '$out', '$merge', '$facet', '$set', '$changeStream'].map(stage => aggregate({ [stage]: {} }))],
  [40324, ['$skip', '$project', '$count', '$unwind', '$addFields'].map(stage => aggregate({ [stage]: {} }))],
  [168, [group({ $sum: { $multiply: ['$a', 2] } })]],
  [15952, ['$avg', '$max', '$first', '$last', '$push', '$addToSet', '$count'].map(name => group({ [name]: {} }))],
  [67, [index({ key: { a: 'text' } }), index({ key: { a: '2dsphere' } }), index({ key: { 'list.0': 1 } })]],
  [197, [index({ sparse: true }), index({ collation: { locale: 'id' } })]],
  [171, [index({ key: { 'list.k': 1, 'list.v': 1 } })]],
  [40415, [{ create: 'capped', capped: true, size: 1000 }]],
]

let store: Store
let remove: () => Promise<void>
const document = { _id: 1, a: 1, list: [{ k: 1, v: 2 }], o: { x: 1 } }
const things = () => store.client.db().collection<Document & { _id: number }>('things')

beforeAll(async () => {
  const given = await givenFolder()
  remove = given.remove
  store = await startStore(given.folder)
  await things().insertOne(document)
})

afterAll(async () => {
  await store.end('SIGTERM')
  await remove()
})

const rows = LEFT_OUT.flatMap(([code, commands]) =>
  commands.map(command => [JSON.stringify(command), code, command] as const),
)

test.each(rows)('%s: %i', async (_says, code, command) => {
  expect((await refusalOf(store.client.db().command(command))).code).toBe(code)
  expect(await things().find().toArray()).toEqual([document])
  expect(await things().indexes()).toHaveLength(1)
})
