import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Logger } from '../children/logger.ts'
import type { ChildHealth, SupervisedChild } from '../children/supervise-child.ts'
import { startRedis } from '../redis/start-redis.ts'
import { DataFolderError, lockFolder } from './folder-lock.ts'
import { readPorts, writePorts } from './known-ports.ts'
import { startDocumentStore } from './start-document-store.ts'

export interface EmbeddedStoresOptions {
  /** The mode's data folder; made when missing, closed to other users of the machine. */
  readonly dataDir: string
  /** A MongoDB server to use instead of the embedded document store. */
  readonly mongoUri?: string | undefined
  /** A Redis server to use instead of the embedded one. */
  readonly redisUrl?: string | undefined
  readonly log: Logger
}

/** `external`: a server of somebody else's, whose health its own client knows. */
export type StoreHealth = ChildHealth | { readonly status: 'external' }

export interface EmbeddedStores {
  readonly mongoUri: string
  readonly redisUrl: string
  health(): { readonly documentStore: StoreHealth; readonly redis: StoreHealth }
  /** Stops what was started, and gives the data folder free. */
  stop(): Promise<void>
}

/**
 * Starts the stores for which no server is configured, as supervised children that live in the data folder.
 * The folder is locked only when something is started in it: split roles with servers of their own may share one.
 * @throws DataFolderError when the folder is another app's or cannot be written; ChildStartError when a store does not come up.
 */
export async function startEmbeddedStores(options: EmbeddedStoresOptions): Promise<EmbeddedStores> {
  const { log } = options
  const dataDir = resolve(options.dataDir)
  const portsFile = join(dataDir, 'run', 'ports.json')
  makeFolder(dataDir, join(dataDir, 'run'))
  const lock = options.mongoUri && options.redisUrl ? undefined : lockFolder(dataDir, join(dataDir, 'run', 'lock'))
  const children: SupervisedChild[] = []
  const stop = async () => {
    await Promise.all(children.map(child => child.stop()))
    lock?.release()
  }
  const known = readPorts(portsFile)

  const startMongo = async (): Promise<Store> => {
    if (options.mongoUri) return { url: options.mongoUri, health: external }
    const store = await startDocumentStore({ folder: join(dataDir, 'db'), preferredPort: known.documentStore, log })
    children.push(store)
    return { url: store.uri, health: store.health, port: store.port }
  }
  const startQueue = async (): Promise<Store> => {
    if (options.redisUrl) return { url: options.redisUrl, health: external }
    const redis = await startRedis({ folder: join(dataDir, 'redis'), preferredPort: known.redis, log })
    children.push(redis)
    return { url: redis.url, health: redis.health, port: redis.port }
  }

  const [mongo, queue] = await Promise.allSettled([startMongo(), startQueue()])
  // Whatever did come up beside a failure must not be left behind.
  if (mongo.status === 'rejected' || queue.status === 'rejected') await stop()
  if (mongo.status === 'rejected') throw mongo.reason
  if (queue.status === 'rejected') throw queue.reason
  writePorts(portsFile, { documentStore: mongo.value.port, redis: queue.value.port })
  return {
    mongoUri: mongo.value.url,
    redisUrl: queue.value.url,
    health: () => ({ documentStore: mongo.value.health(), redis: queue.value.health() }),
    stop,
  }
}

function makeFolder(dataDir: string, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? error.code : error
    throw new DataFolderError(`data folder ${dataDir} cannot be written (${why}): set DATA_DIR`)
  }
}

interface Store {
  readonly url: string
  readonly port?: number
  readonly health: () => StoreHealth
}

const external = (): StoreHealth => ({ status: 'external' })
