import { pino } from 'pino'
import { ConfigError, readStoresConfig } from './config.ts'
import { ChildStartError } from './embedded/children/child-spec.ts'
import { DataFolderError } from './embedded/stores/folder-lock.ts'
import { type EmbeddedStores, startEmbeddedStores } from './embedded/stores/start-embedded-stores.ts'

/**
 * `npm run stores`: the document store and Redis alone, for an app whose roles run as processes of their own on one
 * machine. The standard output holds just the two variables that those processes need; the log goes beside it.
 */
async function main(): Promise<void> {
  const config = readStoresConfig()
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }))
  let stores: EmbeddedStores | undefined
  let stopping = false
  const stop = async () => {
    // A terminal and npm both pass Ctrl+C on: the second one is the same wish.
    if (stopping) return
    stopping = true
    // Still starting: leaving the process takes its children along.
    if (!stores) process.exit(0)
    await stores.stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  stores = await startEmbeddedStores({
    dataDir: config.dataDir,
    mongoUri: config.mongoUri?.reveal(),
    redisUrl: config.redisUrl?.reveal(),
    log,
  })
  process.stdout.write(`MONGODB_URI=${stores.mongoUri}\nREDIS_URL=${stores.redisUrl}\n`)
}

const ONE_LINE = [ConfigError, DataFolderError, ChildStartError]

try {
  await main()
} catch (error) {
  if (!(error instanceof Error) || !ONE_LINE.some(kind => error instanceof kind)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
