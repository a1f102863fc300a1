import { createServer, type Server, type Socket } from 'node:net'
import { Catalog } from './catalog.ts'
import type { Context } from './commands/command.ts'
import { Cursors } from './cursors.ts'
import { Executor, errorReply } from './executor.ts'
import { expired } from './expiry.ts'
import { lockFolder } from './folder-lock.ts'
import { Storage } from './storage.ts'
import type { Doc } from './values.ts'
import { encodeMessage, Framer, type Message, parseMessage } from './wire.ts'

/** How often expired documents are looked for, in milliseconds. MongoDB takes a minute. */
const SWEEP_INTERVAL = 2000

export interface DocumentStoreOptions {
  /** The folder of the data; made when it is missing. */
  dbpath: string
  /** 0 takes a free port. */
  port: number
  /** A loopback address: the store has no passwords. */
  host: string
}

export interface DocumentStore {
  port: number
  /** Answers what has arrived, then closes the connections, the database and the folder's lock. */
  close(): Promise<void>
}

/** @throws DataFolderError when another process serves the folder; the listen error when the port is taken */
export async function startDocumentStore({ dbpath, port, host }: DocumentStoreOptions): Promise<DocumentStore> {
  const unlock = await lockFolder(dbpath)
  const storage = new Storage(dbpath)
  const context: Context = { storage, catalog: new Catalog(storage), cursors: new Cursors() }
  const executor = new Executor(context)
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, socket => serve(socket, executor, sockets))
  const release = async () => {
    await storage.close()
    await unlock()
  }
  try {
    await listen(server, port, host)
  } catch (error) {
    await release()
    throw error
  }
  const sweep = setInterval(() => sweepExpired(context, executor), SWEEP_INTERVAL)
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: async () => {
      clearInterval(sweep)
      server.close()
      await executor.drain()
      for (const socket of sockets) socket.destroySoon()
      await release()
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
}

function serve(socket: Socket, executor: Executor, sockets: Set<Socket>): void {
  const framer = new Framer()
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  // A client that goes away in the middle is no concern of ours: its acknowledged writes are kept, the rest is undone.
  socket.on('error', () => socket.destroy())
  socket.on('data', chunk => {
    try {
      for (const message of framer.push(chunk).map(parseMessage)) {
        executor.command(message, reply => answer(socket, message, reply))
      }
    } catch (error) {
      socket.destroy(error instanceof Error ? error : undefined)
    }
  })
}

function answer(socket: Socket, message: Message, reply: Doc): void {
  if (message.silent || socket.destroyed) return
  let bytes: Buffer
  try {
    bytes = encodeMessage(message, reply)
  } catch (error) {
    bytes = encodeMessage(message, errorReply(error))
  }
  socket.write(bytes)
}

function sweepExpired({ storage, catalog }: Context, executor: Executor): void {
  if (expired(storage, catalog, Date.now()).next().done) return
  const run = () => {
    for (const { collection, stored } of expired(storage, catalog, Date.now())) collection.remove(stored)
    return { ok: 1 }
  }
  const done = ({ ok, errmsg }: Doc) => {
    if (ok !== 1) console.error(`expired documents could not be removed: ${String(errmsg)}`)
  }
  executor.push({ writes: true, bytes: 0, run, done })
}
