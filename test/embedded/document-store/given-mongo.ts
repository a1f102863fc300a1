import { type Collection, type Db, type Document, MongoClient, MongoServerError } from 'mongodb'
import { afterAll, beforeAll, expect } from 'vitest'
import { startTestMongo, type TestMongo } from '../../support/mongo.ts'

/** Documents of the tests have numbers as ids, which keeps the expectations short. */
export interface Numbered extends Document {
  _id: number
}

export interface GivenMongo {
  uri(): string
  client(): MongoClient
  db(): Db
  /** A collection that no other test uses, with these documents in it. */
  collection(documents?: readonly Numbered[]): Promise<Collection<Numbered>>
}

/** A database for the tests of one file: embedded, or the one that MONGODB_URI names. */
export function givenMongo(): GivenMongo {
  let mongo: TestMongo | undefined
  let client: MongoClient | undefined
  let used = 0
  beforeAll(async () => {
    mongo = await startTestMongo()
    client = await MongoClient.connect(mongo.uri)
  })
  afterAll(async () => {
    await client?.close()
    await mongo?.stop()
  })
  const connected = () => {
    if (!client) throw new Error('the database is not started yet')
    return client
  }
  return {
    uri: () => mongo?.uri ?? '',
    client: connected,
    db: () => connected().db(),
    collection: async (documents = []) => {
      const collection = connected().db().collection<Numbered>(`c${used++}`)
      if (documents.length > 0) await collection.insertMany([...documents])
      return collection
    },
  }
}

/** The server's refusal of an operation that must not succeed. */
export async function refusalOf(operation: Promise<unknown>): Promise<MongoServerError> {
  const outcome = await operation.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(outcome).toBeInstanceOf(MongoServerError)
  return outcome as MongoServerError
}
