import { type Document, MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenMongo, type Numbered } from './given-mongo.ts'

const mongo = givenMongo()
const CLIENTS = 100

let crowd: MongoClient

beforeAll(async () => {
  crowd = await MongoClient.connect(mongo.uri(), { maxPoolSize: CLIENTS, minPoolSize: CLIENTS })
})

afterAll(async () => {
  await crowd.close()
})

function everybody<Result>(act: (client: number) => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: CLIENTS }, (_none, client) => act(client)))
}

function shared(name: string) {
  return crowd.db().collection<Numbered>(name)
}

test('of a hundred guarded writes exactly one wins', async () => {
  const { collectionName } = await mongo.collection([{ _id: 1, version: 0, events: [] }])
  for (let version = 0; version < 5; version++) {
    const results = await everybody(by => {
      const update: Document = { $set: { version: version + 1, by }, $push: { events: by } }
      return shared(collectionName).updateOne({ _id: 1, version }, update)
    })
    expect(results.filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1)
  }
  expect((await shared(collectionName).findOne({ _id: 1 }))?.events).toHaveLength(5)
})

test('of a hundred claims each takes another document', async () => {
  const documents = Array.from({ length: CLIENTS }, (_none, _id) => ({ _id, state: 'queued', rank: -_id }))
  const { collectionName } = await mongo.collection(documents)
  const claimed = await everybody(by =>
    shared(collectionName).findOneAndUpdate(
      { state: 'queued' },
      { $set: { state: 'sending', by } },
      { sort: { rank: 1 } },
    ),
  )
  expect(new Set(claimed.map(document => document?._id)).size).toBe(CLIENTS)
  expect(await shared(collectionName).findOneAndUpdate({ state: 'queued' }, { $set: { state: 'sending' } })).toBeNull()
})

test('a hundred upserts under a unique index make one document', async () => {
  const collection = await mongo.collection()
  await collection.createIndex({ key: 1 }, { unique: true })
  const results = await everybody(by =>
    shared(collection.collectionName).updateOne(
      { key: 'one' },
      { $inc: { count: 1 }, $setOnInsert: { _id: by } },
      { upsert: true },
    ),
  )
  expect(results.filter(({ upsertedCount }) => upsertedCount === 1)).toHaveLength(1)
  expect(await collection.find().toArray()).toMatchObject([{ key: 'one', count: CLIENTS }])
})

test('a hundred inserts of one key leave one document and ninety-nine refusals', async () => {
  const collection = await mongo.collection()
  await collection.createIndex({ key: 1 }, { unique: true })
  const results = await everybody(_id =>
    shared(collection.collectionName)
      .insertOne({ _id, key: 'one' })
      .then(
        () => 0,
        (error: { code: number }) => error.code,
      ),
  )
  expect(results.filter(code => code === 0)).toHaveLength(1)
  expect(results.filter(code => code === 11000)).toHaveLength(CLIENTS - 1)
})

test('a write is seen by every client at once', async () => {
  const { collectionName } = await mongo.collection([{ _id: 1, n: 0 }])
  for (let n = 1; n <= 20; n++) {
    await shared(collectionName).updateOne({ _id: 1 }, { $set: { n } })
    const seen = await everybody(() => shared(collectionName).findOne({ n }))
    expect(seen.every(document => document?.n === n)).toBe(true)
  }
})
