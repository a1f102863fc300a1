import { type Doc, Long } from '../bson-values.ts'
import { MAX_MESSAGE_BYTES } from '../wire.ts'
import type { Command } from './command.ts'

/** The MongoDB release whose behaviour this store follows. */
export const VERSION = '7.0.14'

const HELLO_FIELDS = [
  'helloOk',
  'client',
  'compression',
  'saslSupportedMechs',
  'loadBalanced',
  'hostInfo',
  'speculativeAuthenticate',
  'backpressure',
]

/** A standalone server: drivers then ask for no transactions and no retryable writes. */
function hello(name: 'isWritablePrimary' | 'ismaster'): Command {
  return {
    fields: HELLO_FIELDS,
    writes: false,
    run: () => ({
      helloOk: true,
      [name]: true,
      maxBsonObjectSize: 16 * 1024 * 1024,
      maxMessageSizeBytes: MAX_MESSAGE_BYTES,
      maxWriteBatchSize: 100_000,
      localTime: new Date(),
      logicalSessionTimeoutMinutes: 30,
      connectionId: 1,
      minWireVersion: 0,
      maxWireVersion: 21,
      readOnly: false,
    }),
  }
}

const nothing = (fields: readonly string[] = []): Command => ({ fields, writes: false, run: () => ({}) })

const buildInfo: Command = {
  fields: [],
  writes: false,
  run: (): Doc => ({
    version: VERSION,
    versionArray: [7, 0, 14, 0],
    gitVersion: 'embedded',
    modules: [],
    bits: 64,
    debug: false,
    maxBsonObjectSize: 16 * 1024 * 1024,
    storageEngines: ['lmdb'],
  }),
}

const getParameter: Command = {
  fields: ['featureCompatibilityVersion'],
  writes: false,
  run: () => ({ featureCompatibilityVersion: { version: '7.0' } }),
}

const shutdown: Command = {
  fields: ['force', 'timeoutSecs'],
  writes: false,
  run: ({ shutdown: stop }) => {
    stop()
    return {}
  },
}

const listDatabases: Command = {
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  writes: false,
  run: ({ catalog }) => {
    const names = new Set(catalog.all().map(({ namespace }) => namespace.slice(0, namespace.indexOf('.'))))
    return { databases: [...names].map(name => ({ name, sizeOnDisk: Long.ZERO, empty: false })), totalSize: Long.ZERO }
  },
}

export const SERVER_COMMANDS: Record<string, Command> = {
  hello: hello('isWritablePrimary'),
  isMaster: hello('ismaster'),
  ismaster: hello('ismaster'),
  ping: nothing(),
  buildInfo,
  buildinfo: buildInfo,
  getParameter,
  listDatabases,
  endSessions: nothing(),
  killSessions: nothing(),
  refreshSessions: nothing(),
  shutdown,
}
