import { type Database, open, type RootDatabase } from 'lmdb'
import type { KeyRange } from './key-layout.ts'

type Table = Database<Uint8Array, Uint8Array>

/** Room in the address space, not on the disk: the file grows with the data. */
const MAP_BYTES = 64 * 1024 ** 3

/** The LMDB environment: documents, index entries and the catalogue of collections. */
export class Storage {
  readonly documents: Table
  readonly entries: Table
  readonly catalog: Table
  private readonly root: RootDatabase<Uint8Array, Uint8Array>

  constructor(folder: string) {
    // With overlappingSync, LMDB would acknowledge a commit before the disk has it.
    this.root = open({ path: folder, overlappingSync: false, maxDbs: 4, mapSize: MAP_BYTES, encoding: 'binary' })
    this.documents = this.table('documents')
    this.entries = this.table('entries')
    this.catalog = this.table('catalog')
  }

  /** Runs the work in one transaction; it is on the disk when this returns, and undone when the work throws. */
  transaction<Result>(work: () => Result): Result {
    return this.root.transactionSync(work)
  }

  close(): Promise<void> {
    return this.root.close()
  }

  private table(name: string): Table {
    return this.root.openDB<Uint8Array, Uint8Array>({ name, encoding: 'binary', keyEncoding: 'binary' })
  }
}

/** Removes all keys of a range. */
export function clearRange(table: Table, range: KeyRange): void {
  for (const key of [...table.getKeys(range)]) table.removeSync(key)
}

export function isEmptyRange(table: Table, range: KeyRange): boolean {
  return table.getKeysCount({ ...range, limit: 1 }) === 0
}

/**
 * Walks ranges of keys forward or backward. Between batches it lets go of the database's snapshot and remembers the last
 * key, so that an idle client's cursor holds nothing.
 */
export class RangeWalk {
  private readonly table: Table
  private readonly ranges: readonly KeyRange[]
  private readonly reverse: boolean
  private current = 0
  private last: Uint8Array | undefined
  private iterator: Iterator<Uint8Array> | undefined

  constructor(table: Table, ranges: readonly KeyRange[], reverse: boolean) {
    this.table = table
    this.ranges = reverse ? [...ranges].reverse() : ranges
    this.reverse = reverse
  }

  next(): Uint8Array | undefined {
    for (;;) {
      const range = this.ranges[this.current]
      if (!range) return undefined
      this.iterator ??= this.keysOf(range)
      const step = this.iterator.next()
      if (!step.done) {
        this.last = step.value
        return step.value
      }
      this.iterator = undefined
      this.last = undefined
      this.current++
    }
  }

  pause(): void {
    this.iterator?.return?.()
    this.iterator = undefined
  }

  private keysOf({ start, end }: KeyRange): Iterator<Uint8Array> {
    const from = this.last ?? (this.reverse ? end : start)
    const bounds = this.reverse
      ? { start: from, end: start, reverse: true, inclusiveEnd: true, exclusiveStart: true }
      : { start: from, end, exclusiveStart: this.last !== undefined }
    return this.table.getKeys(bounds)[Symbol.iterator]()
  }
}
