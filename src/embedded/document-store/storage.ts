import { join } from 'node:path'
import { open, type RootDatabase } from 'lmdb'
import { checkDataFile } from './check-data-file.ts'
import { CheckedTable } from './checked-table.ts'
import { DiskSpace } from './disk-space.ts'

/** Room in the address space, not on the disk: the file grows with the data. */
const MAP_BYTES = 64 * 1024 ** 3
const TABLES = ['documents', 'entries', 'catalog'] as const

/** The LMDB environment: documents, index entries and the catalogue of collections. */
export class Storage {
  readonly documents: CheckedTable
  readonly entries: CheckedTable
  readonly catalog: CheckedTable
  private readonly root: RootDatabase<Uint8Array, Uint8Array>
  private readonly space: DiskSpace

  /** @throws DataFileError when the data file is damaged */
  constructor(folder: string) {
    const path = join(folder, 'data.mdb')
    checkDataFile(path, TABLES)
    // With overlappingSync, LMDB would acknowledge a commit before the disk has it.
    this.root = open({ path: folder, overlappingSync: false, maxDbs: 4, mapSize: MAP_BYTES, encoding: 'binary' })
    const table = (name: (typeof TABLES)[number]) =>
      new CheckedTable(this.root.openDB({ name, encoding: 'binary', keyEncoding: 'binary' }))
    this.documents = table('documents')
    this.entries = table('entries')
    this.catalog = table('catalog')
    this.space = new DiskSpace(path)
  }

  /**
   * Runs the work in one transaction; it is on the disk when this returns, and undone when the work throws.
   * @param work what is to be written
   * @param bytes how much the clients sent for it
   * @throws StoreError OutOfDiskSpace, before anything is done
   */
  transaction<Result>(bytes: number, work: () => Result): Result {
    const { lastPageNumber, pageSize } = this.root.getStats() as { lastPageNumber: number; pageSize: number }
    this.space.reserve((lastPageNumber + 1) * pageSize, bytes)
    return this.root.transactionSync(work)
  }

  async close(): Promise<void> {
    await this.root.close()
    this.space.close()
  }
}
