import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ChildSpec } from '../children/child-spec.ts'
import type { Logger } from '../children/logger.ts'
import { type ChildOnPort, startOnPort } from '../children/start-on-port.ts'

const PROGRAM = 'document-store/mongod.mjs'
const SCRIPT = fileURLToPath(new URL(`../${PROGRAM}`, import.meta.url))
const DATABASE = 'tanggap112'

export interface DocumentStoreOptions {
  /** The store's own folder; made when missing. */
  readonly folder: string
  readonly preferredPort?: number | undefined
  readonly log: Logger
}

export interface EmbeddedDocumentStore extends ChildOnPort {
  readonly uri: string
}

/**
 * The embedded document store as a child process on a port of 127.0.0.1: it speaks MongoDB's wire protocol.
 * @throws ChildStartError when it does not come up.
 */
export async function startDocumentStore(options: DocumentStoreOptions): Promise<EmbeddedDocumentStore> {
  const { preferredPort, log } = options
  const folder = resolve(options.folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const spec: ChildSpec = {
    name: 'document store',
    command: process.execPath,
    argsFor: port => [SCRIPT, '--port', String(port), '--dbpath', folder, '--bind_ip', '127.0.0.1'],
    folder,
    program: PROGRAM,
    readyText: 'Waiting for connections',
    startTimeoutMs: 60_000,
    stopTimeoutMs: 10_000,
  }
  const child = await startOnPort(spec, { preferredPort, log })
  return Object.assign(child, { uri: `mongodb://127.0.0.1:${child.port}/${DATABASE}?directConnection=true` })
}
