import { StoreError } from '../errors.ts'
import type { Doc } from '../values.ts'
import { create, createIndexes, drop, dropDatabase, dropIndexes, listCollections, listIndexes } from './collections.ts'
import { type Command, type Context, namespaceOf, refuseUnknown } from './command.ts'
import { explain } from './explain.ts'
import { findAndModify } from './find-and-modify.ts'
import { aggregate, distinct, find, getMore, killCursors } from './read.ts'
import { SERVER_COMMANDS } from './server.ts'
import { insert, remove, update } from './write.ts'

/** Every command of this store. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  ...SERVER_COMMANDS,
  ...{ find, getMore, killCursors, aggregate, distinct, explain },
  ...{ insert, update, delete: remove, findAndModify },
  ...{ create, createIndexes, listIndexes, dropIndexes, listCollections, drop, dropDatabase },
}

/** Options that any command may carry. Time limits and concerns are met by design: commands are short, writes durable. */
const GENERIC = ['$db', '$readPreference', 'comment', 'lsid', 'maxTimeMS', 'readConcern', 'writeConcern']

function commandOf(body: Doc): [name: string, command: Command | undefined] {
  const name = Object.keys(body)[0] ?? ''
  return [name, Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined]
}

/** Whether a command needs a transaction that may write. */
export function isWrite(body: Doc): boolean {
  return commandOf(body)[1]?.writes === true
}

/** @throws StoreError for everything that MongoDB, or this store, refuses */
export function runCommand(context: Context, body: Doc): Doc {
  const [name, command] = commandOf(body)
  if (!command) throw new StoreError('CommandNotFound', `no such command: '${name}'`)
  if (body.startTransaction !== undefined || body.txnNumber !== undefined) {
    throw new StoreError('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos')
  }
  refuseUnknown(name, body, [name, ...GENERIC, ...command.fields])
  const database = body.$db
  if (typeof database !== 'string' || !/^[^/\\. "$\0]{1,63}$/.test(database)) {
    throw new StoreError('InvalidNamespace', `Invalid database name: '${String(database)}'`)
  }
  const request = {
    database,
    body,
    get namespace() {
      return namespaceOf(database, body)
    },
  }
  return { ...command.run(context, request), ok: 1 }
}
