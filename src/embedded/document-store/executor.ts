import type { Context } from './commands/command.ts'
import { isWrite, runCommand } from './commands/table.ts'
import { endAtOnce } from './end-at-once.ts'
import { StoreError } from './errors.ts'
import type { Doc } from './values.ts'

interface Job {
  writes: boolean
  /** How much the client sent. */
  bytes: number
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
  command({ body, bytes }: { body: Doc; bytes: number }, done: (reply: Doc) => void): void {
    this.push({ writes: isWrite(body), bytes, run: () => runCommand(this.context, body), done })
  }

  /** Queues a job; one that `writes` runs inside a transaction. `done` gets `ok: 0` and an `errmsg` when it failed. */
  push(job: Job): void {
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

  /** Resolves when everything queued so far is answered. */
  async drain(): Promise<void> {
    await this.scheduled
  }

  private runBatch(batch: readonly Job[]): void {
    const runAll = () => batch.map(runJob)
    let replies: Doc[]
    try {
      const bytes = batch.reduce((sum, job) => sum + job.bytes, 0)
      replies = batch.some(job => job.writes) ? this.context.storage.transaction(bytes, runAll) : runAll()
    } catch (error) {
      if (isWriteFailure(error)) endAtOnce(error)
      // Undone as a whole. One after the other, only the one that cannot run fails.
      this.context.catalog.load()
      if (batch.length === 1) batch[0]?.done(errorReply(error))
      else for (const job of batch) this.runBatch([job])
      return
    }
    for (const [at, job] of batch.entries()) job.done(replies[at] ?? { ok: 0 })
  }
}

/** LMDB could not write to the disk; it gives the system's error number. */
function isWriteFailure(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' && !(error instanceof StoreError)
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

/** The reply of a command that was refused or failed. */
export function errorReply(error: unknown): Doc {
  if (error instanceof StoreError) {
    return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.detail }
  }
  return { ok: 0, errmsg: error instanceof Error ? error.message : String(error), code: 1, codeName: 'InternalError' }
}
