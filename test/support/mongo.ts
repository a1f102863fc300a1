import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { MongoClient } from 'mongodb'
import { MongoMemoryServer } from 'mongodb-memory-server-core'

/** The embedded document store, as mongodb-memory-server launches it in the place of `mongod`. */
export const DOCUMENT_STORE = fileURLToPath(new URL('../../src/embedded/document-store/mongod.mjs', import.meta.url))

export interface TestMongo {
  /** Names an empty database of its own. */
  uri: string
  stop(): Promise<void>
}

/**
 * A database for one test file: on the real MongoDB that MONGODB_URI names (one that does not ask for a password), else
 * on an embedded document store started for it. Nothing is ever downloaded.
 */
export async function startTestMongo(): Promise<TestMongo> {
  const database = `test-${randomBytes(6).toString('hex')}`
  const real = process.env.MONGODB_URI
  return real ? onServer(real, database) : embedded(database)
}

async function onServer(server: string, database: string): Promise<TestMongo> {
  const url = new URL(server)
  url.pathname = `/${database}`
  const uri = url.toString()
  return {
    uri,
    stop: async () => {
      const client = await MongoClient.connect(uri)
      await client.db().dropDatabase()
      await client.close()
    },
  }
}

async function embedded(database: string): Promise<TestMongo> {
  process.env.MONGOMS_RUNTIME_DOWNLOAD = 'false'
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false'
  const server = await MongoMemoryServer.create({
    binary: { systemBinary: DOCUMENT_STORE },
    instance: { launchTimeout: 60_000 },
  })
  return {
    uri: server.getUri(database),
    stop: async () => {
      await server.stop({ doCleanup: true })
    },
  }
}
