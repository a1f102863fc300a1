import type { Doc } from '../bson-values.ts'
import { StoreError } from '../errors.ts'
import { create, createIndexes, drop, dropDatabase, dropIndexes, listCollections, listIndexes } from './collections.ts'
import type { Command, Context } from './command.ts'
import { explain } from './explain.ts'
import { findAndModify } from './find-and-modify.ts'
import { aggregate, count, distinct, find, getMore, killCursors } from './read.ts'
import { SERVER_COMMANDS } from './server.ts'
import { insert, refuseUnknown, remove, update } from './write.ts'

/** Every command of this store. */
const COMMANDS: Readonly<Record<string, Command>> = {
  ...SERVER_COMMANDS,
  insert,
  update,
  delete: remove,
  findAndModify,
  findandmodify: findAndModify,
  find,
  getMore,
  killCursors,
  aggregate,
  count,
  distinct,
  explain,
  create,
  createIndexes,
  listIndexes,
  dropIndexes,
  listCollections,
  drop,
  dropDatabase,
}

/** Options that any command may carry. Time limits and concerns are met by design: commands are short, writes durable. */
const GENERIC = [
  '$db',
  '$clusterTime',
  '$readPreference',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'comment',
  'lsid',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
]

/** @throws StoreError CommandNotFound */
export function commandOf(body: Doc): { name: string; command: Command } {
  const name = Object.keys(body)[0] ?? ''
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new StoreError('CommandNotFound', `no such command: '${name}'`)
  return { name, command }
}

/** @throws StoreError for everything that MongoDB, or this store, refuses */
export function runCommand(context: Context, body: Doc): Doc {
  const { name, command } = commandOf(body)
  if (body.startTransaction !== undefined || body.txnNumber !== undefined) {
    throw new StoreError('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos')
  }
  refuseUnknown(name, body, [name, ...GENERIC, ...command.fields])
  const database = body.$db
  if (typeof database !== 'string' || !/^[^/\\. "$\0]{1,63}$/.test(database)) {
    throw new StoreError('InvalidNamespace', `Invalid database name: '${String(database)}'`)
  }
  return { ...command.run(context, { name, database, body }), ok: 1 }
}
