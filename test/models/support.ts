import mongoose from 'mongoose'
import { connectModels, type Stores } from '../../src/models/stores.ts'
import { startTestMongo } from '../support/mongo.ts'

/** One command that the stores sent to the database. */
export type SentCommand = Record<string, unknown>

export interface TestStores {
  stores: Stores
  /** a second process on the same database */
  another(): Promise<Stores>
  /** every command since the start */
  sent: SentCommand[]
  /** runs a command as it is */
  run(command: SentCommand): Promise<Record<string, unknown>>
  stop(): Promise<void>
}

/** The stores on an empty database of a test file's own. */
export async function startTestStores(): Promise<TestStores> {
  const mongo = await startTestMongo()
  const opened: Stores[] = []
  const open = async () => {
    const stores = await connectModels(mongo.uri, { monitorCommands: true })
    opened.push(stores)
    return stores
  }
  const stores = await open()
  const connection = mongoose.connections.at(-1)
  if (!connection?.db) throw new Error('the stores have no connection')
  const { db } = connection
  const sent: SentCommand[] = []
  connection.getClient().on('commandStarted', event => sent.push(event.command as SentCommand))
  return {
    stores,
    another: open,
    sent,
    run: command => db.command(command),
    stop: async () => {
      await Promise.all(opened.map(each => each.close()))
      await mongo.stop()
    },
  }
}

/** Does it `times` times at once and tells how many did it. */
export async function winners(times: number, attempt: (n: number) => Promise<unknown>): Promise<number> {
  const results = await Promise.all(Array.from({ length: times }, (_, n) => attempt(n)))
  return results.filter(result => result !== false && result !== null).length
}
