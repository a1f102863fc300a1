import { parseArgs } from 'node:util'
import { VERSION } from './commands/server.ts'
import { startDocumentStore } from './start-document-store.ts'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

/** Runs the store as `mongod` would be run. Flags that it does not know are ignored. */
export async function runCli(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      port: { type: 'string', default: '27017' },
      dbpath: { type: 'string', default: 'data/db' },
      bind_ip: { type: 'string', default: '127.0.0.1' },
      version: { type: 'boolean', default: false },
    },
  })
  if (values.version) {
    console.log(`db version v${VERSION}`)
    return
  }
  const host = String(values.bind_ip)
  const port = Number(values.port)
  if (!LOOPBACK.has(host)) return refuse(`--bind_ip ${host}: the embedded document store listens on loopback only`)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return refuse(`--port ${String(values.port)} is not a port`)
  try {
    const store = await startDocumentStore({ dbpath: String(values.dbpath), port, host })
    console.log(`Waiting for connections on port ${store.port}`)
    await signalled()
    await store.close()
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error))
  }
}

function signalled(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
}

function refuse(message: string): void {
  console.error(`document store: ${message}`)
  process.exitCode = 1
}
