import { createServer, type Server, type Socket } from 'node:net'
import { Catalog } from './catalog.ts'
import type { Context } from './commands/command.ts'
import { Cursors } from './cursors.ts'
import { Executor, errorReply } from './executor.ts'
import { expired } from './expiry.ts'
import { lockFolder } from './folder-lock.ts'
import { Storage } from './storage.ts'
import { encodeMessage, Framer, parseMessage } from './wire.ts'

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
  /** Resolves once a client has asked for a shutdown. */
  shutdownAsked: Promise<void>
  /** Answers what has arrived, then closes the connections, the database and the folder's lock. */
  close(): Promise<void>
}

/** @throws DataFolderError when another process serves the folder; the listen error when the port is taken */
export async function startDocumentStore({ dbpath, port, host }: DocumentStoreOptions): Promise<DocumentStore> {
  const unlock = await lockFolder(dbpath)
  const storage = new Storage(dbpath)
  let askShutdown = () => {}
  const shutdownAsked = new Promise<void>(resolve => {
    askShutdown = resolve
  })
  const context: Context = {
    storage,
    catalog: new Catalog(storage),
    cursors: new Cursors(),
    shutdown: () => askShutdown(),
  }
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
    shutdownAsked,
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
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
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
      for (const message of framer.push(chunk)) answer(socket, executor, message)
    } catch (error) {
      socket.destroy(error instanceof Error ? error : undefined)
    }
  })
}

function answer(socket: Socket, executor: Executor, bytes: Buffer): void {
  const message = parseMessage(bytes)
  executor.command(message.body, reply => {
    if (message.silent || socket.destroyed) return
    socket.write(encodeReplyOrError(message, reply))
  })
}

function encodeReplyOrError(
  message: Parameters<typeof encodeMessage>[0],
  reply: Parameters<typeof encodeMessage>[1],
): Buffer {
  try {
    return encodeMessage(message, reply)
  } catch (error) {
    return encodeMessage(message, errorReply(error))
  }
}

function sweepExpired({ storage, catalog }: Context, executor: Executor): void {
  if (expired(storage, catalog, Date.now()).length === 0) return
  const removed = executor.work(() => {
    for (const { collection, stored } of expired(storage, catalog, Date.now())) collection.remove(stored)
  })
  removed.catch((error: unknown) => console.error(`expired documents could not be removed: ${String(error)}`))
}
