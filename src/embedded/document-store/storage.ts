import { type Database, open, type RootDatabase } from 'lmdb'
import type { KeyRange } from './key-layout.ts'

export type Table = Database<Uint8Array, Uint8Array>

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
    const table = (name: string): Table => this.root.openDB({ name, encoding: 'binary', keyEncoding: 'binary' })
    this.documents = table('documents')
    this.entries = table('entries')
    this.catalog = table('catalog')
  }

  /** Runs the work in one transaction; it is on the disk when this returns, and undone when the work throws. */
  transaction<Result>(work: () => Result): Result {
    return this.root.transactionSync(work)
  }

  close(): Promise<void> {
    return this.root.close()
  }
}

/** Removes all keys of a range. */
export function clearRange(table: Table, range: KeyRange): void {
  for (const key of [...table.getKeys(range)]) table.removeSync(key)
}
