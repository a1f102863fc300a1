import { randomInt } from 'node:crypto'
import { Long } from 'bson'
import { StoreError } from './errors.ts'
import type { Row } from './row.ts'

interface Cursor {
  namespace: string
  results: Iterator<Row>
  /** The first document of the next batch; missing at the end. */
  pending: Row | undefined
  usedAt: number
}

const FIRST_BATCH = 101
const MAX_BATCH_BYTES = 16 * 1024 * 1024
/** MongoDB's own limit for a cursor that nobody asks for more, in milliseconds. */
const IDLE_LIMIT = 10 * 60_000

/** The open cursors of all clients. */
export class Cursors {
  private readonly open = new Map<number, Cursor>()

  /** The first batch, and a cursor when there is more and the client wants it. */
  start(namespace: string, documents: Iterable<Row>, batchSize = FIRST_BATCH, singleBatch = false): object {
    const results = documents[Symbol.iterator]()
    const cursor: Cursor = { namespace, results, pending: results.next().value, usedAt: Date.now() }
    const firstBatch = takeBatch(cursor, batchSize)
    if (singleBatch || !cursor.pending) return { firstBatch, id: Long.ZERO, ns: namespace }
    for (const [id, { usedAt }] of this.open) if (usedAt < Date.now() - IDLE_LIMIT) this.open.delete(id)
    const id = randomInt(1, 2 ** 48 - 1)
    this.open.set(id, cursor)
    return { firstBatch, id: Long.fromNumber(id), ns: namespace }
  }

  /** @throws StoreError CursorNotFound */
  more(id: number, namespace: string, batchSize: number): object {
    const cursor = this.open.get(id)
    if (cursor?.namespace !== namespace) throw new StoreError('CursorNotFound', `cursor id ${id} not found`)
    cursor.usedAt = Date.now()
    const nextBatch = takeBatch(cursor, batchSize)
    if (!cursor.pending) this.open.delete(id)
    return { nextBatch, id: cursor.pending ? Long.fromNumber(id) : Long.ZERO, ns: namespace }
  }

  /** @returns whether there was such a cursor */
  kill(id: number): boolean {
    return this.open.delete(id)
  }
}

/** At most `size` documents and 16 MB. */
function takeBatch(cursor: Cursor, size: number): Row[] {
  const batch: Row[] = []
  let bytes = 0
  while (cursor.pending && batch.length < size) {
    bytes += cursor.pending.bytes.length
    if (batch.length > 0 && bytes > MAX_BATCH_BYTES) break
    batch.push(cursor.pending)
    cursor.pending = cursor.results.next().value
  }
  return batch
}
