import { MAX_MESSAGE_BYTES } from '../wire.ts'
import type { Command } from './command.ts'

/** The MongoDB release whose behaviour this store follows. */
export const VERSION = '7.0.14'

const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024

/** A standalone server: drivers then ask for no transactions and no retryable writes. */
const hello = (primary: 'isWritablePrimary' | 'ismaster'): Command => ({
  fields: ['helloOk', 'client', 'compression', 'saslSupportedMechs', 'loadBalanced', 'hostInfo', 'backpressure'],
  writes: false,
  run: () => ({
    helloOk: true,
    [primary]: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: 1,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
  }),
})

const answer = (reply: object): Command => ({ fields: [], writes: false, run: () => ({ ...reply }) })

export const SERVER_COMMANDS: Record<string, Command> = {
  hello: hello('isWritablePrimary'),
  isMaster: hello('ismaster'),
  ismaster: hello('ismaster'),
  ping: answer({}),
  endSessions: answer({}),
  buildInfo: answer({ version: VERSION, versionArray: [7, 0, 14, 0], bits: 64, maxBsonObjectSize: MAX_DOCUMENT_BYTES }),
}
