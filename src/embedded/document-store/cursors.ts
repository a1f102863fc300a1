import { randomBytes } from 'node:crypto'
import { Long } from './bson-values.ts'
import { StoreError } from './errors.ts'
import { RawDocs } from './reply.ts'

/** Encoded result documents, one by one; `pause` between two batches. */
export interface Results {
  next(): Uint8Array | undefined
  pause(): void
}

interface Cursor {
  namespace: string
  results: Results
  pending: Uint8Array | undefined
  usedAt: number
}

const FIRST_BATCH = 101
const MAX_BATCH_BYTES = 16 * 1024 * 1024
/** MongoDB's own limit for a cursor that nobody asks for more, in milliseconds. */
const IDLE_LIMIT = 10 * 60_000

/** The open cursors of all clients. */
export class Cursors {
  private readonly open = new Map<string, Cursor>()

  /** The first batch, and a cursor when there is more and the client wants it. */
  start(namespace: string, results: Results, batchSize: number | undefined, singleBatch: boolean): object {
    const cursor: Cursor = { namespace, results, pending: undefined, usedAt: Date.now() }
    const firstBatch = new RawDocs(takeBatch(cursor, batchSize ?? FIRST_BATCH))
    if (singleBatch || !cursor.pending) return { firstBatch, id: Long.ZERO, ns: namespace }
    this.closeIdle()
    const id = Long.fromBigInt(randomBytes(8).readBigInt64BE() | 1n)
    this.open.set(id.toString(), cursor)
    return { firstBatch, id, ns: namespace }
  }

  /** @throws StoreError CursorNotFound */
  more(id: Long, namespace: string, batchSize: number | undefined): object {
    const cursor = this.open.get(id.toString())
    if (!cursor) throw new StoreError('CursorNotFound', `cursor id ${id} not found`)
    if (cursor.namespace !== namespace) {
      throw new StoreError(
        'Unauthorized',
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      )
    }
    cursor.usedAt = Date.now()
    const nextBatch = new RawDocs(takeBatch(cursor, batchSize ?? Number.MAX_SAFE_INTEGER))
    if (!cursor.pending) this.open.delete(id.toString())
    return { nextBatch, id: cursor.pending ? id : Long.ZERO, ns: namespace }
  }

  /** @returns whether there was such a cursor */
  kill(id: Long): boolean {
    return this.open.delete(id.toString())
  }

  private closeIdle(): void {
    const limit = Date.now() - IDLE_LIMIT
    for (const [id, cursor] of this.open) if (cursor.usedAt < limit) this.open.delete(id)
  }
}

/** At most `size` documents and 16 MB; one more is fetched to know whether the cursor is at its end. */
function takeBatch(cursor: Cursor, size: number): Uint8Array[] {
  const batch: Uint8Array[] = []
  let bytes = 0
  try {
    cursor.pending ??= cursor.results.next()
    while (cursor.pending && batch.length < size) {
      bytes += cursor.pending.length
      if (batch.length > 0 && bytes > MAX_BATCH_BYTES) break
      batch.push(cursor.pending)
      cursor.pending = cursor.results.next()
    }
  } finally {
    cursor.results.pause()
  }
  return batch
}

export function resultsOf(documents: Iterable<Uint8Array>): Results {
  const iterator = documents[Symbol.iterator]()
  return { next: () => iterator.next().value, pause: () => undefined }
}
