import type { Doc } from './bson-values.ts'
import type { Context } from './commands/command.ts'
import { commandOf, runCommand } from './commands/table.ts'
import { StoreError } from './errors.ts'

interface Job {
  writes: boolean
  run(): Doc
  done(reply: Doc): void
}

/**
 * Runs commands in the order of their arrival. Everything that arrives in one turn of the event loop shares one
 * transaction, and nobody is answered before it is on the disk: under load one sync serves many writes.
 */
export class Executor {
  private readonly context: Context
  private queue: Job[] = []
  private scheduled: Promise<void> | undefined

  constructor(context: Context) {
    this.context = context
  }

  /** Queues a command of a client; `done` gets its reply. */
  command(body: Doc, done: (reply: Doc) => void): void {
    this.push({ writes: writes(body), run: () => runCommand(this.context, body), done })
  }

  /** Queues work of our own, inside a transaction. */
  work(run: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (reply: Doc) => (reply.ok === 1 ? resolve() : reject(new Error(String(reply.errmsg))))
      const job = () => {
        run()
        return { ok: 1 }
      }
      this.push({ writes: true, run: job, done })
    })
  }

  /** Resolves when everything queued so far is answered. */
  async drain(): Promise<void> {
    await this.scheduled
  }

  private push(job: Job): void {
    this.queue.push(job)
    this.scheduled ??= new Promise(resolve => {
      setImmediate(() => {
        const batch = this.queue
        this.queue = []
        this.scheduled = undefined
        this.runBatch(batch)
        resolve()
      })
    })
  }

  private runBatch(batch: readonly Job[]): void {
    let replies: Doc[]
    try {
      replies = batch.some(job => job.writes)
        ? this.context.storage.transaction(() => batch.map(runJob))
        : batch.map(runJob)
    } catch (error) {
      // Undone as a whole. One after the other, only the one that cannot run fails.
      this.context.catalog.load()
      if (batch.length === 1) batch[0]?.done(errorReply(error))
      else for (const job of batch) this.runBatch([job])
      return
    }
    for (const [at, job] of batch.entries()) job.done(replies[at] ?? { ok: 0 })
  }
}

function writes(body: Doc): boolean {
  try {
    return commandOf(body).command.writes
  } catch (error) {
    if (error instanceof StoreError) return false
    throw error
  }
}

/** A refusal is an answer; anything else undoes the transaction. */
function runJob(job: Job): Doc {
  try {
    return job.run()
  } catch (error) {
    if (error instanceof StoreError) return errorReply(error)
    throw error
  }
}

export function errorReply(error: unknown): Doc {
  if (error instanceof StoreError) {
    return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.detail }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { ok: 0, errmsg: message, code: 1, codeName: 'InternalError' }
}
