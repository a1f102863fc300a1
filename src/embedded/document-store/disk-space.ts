import { closeSync, fstatSync, openSync, writeSync } from 'node:fs'
import { StoreError } from './errors.ts'

/** What a transaction may need beside what the clients sent: copies of the pages that it changes. */
const MARGIN = 4 * 1024 ** 2
/** A document is written once, its index entries and its tree's pages again. */
const FACTOR = 3
const ZEROS = Buffer.alloc(1024 ** 2)

/**
 * Takes room on the disk before LMDB writes: a full disk, a quota or a limit on files is met here, where nothing has
 * happened yet. LMDB 0.9.90's own way of reporting it (`lmdb` 3.5) overruns its message and ruins the process's memory.
 */
export class DiskSpace {
  private readonly file: number
  private taken: number

  constructor(path: string) {
    this.file = openSync(path, 'r+')
    this.taken = fstatSync(this.file).size
  }

  /**
   * Makes sure that the file has room for a transaction.
   * @param used bytes up to the last page in use
   * @param sent bytes that the clients sent
   * @throws StoreError OutOfDiskSpace
   */
  reserve(used: number, sent: number): void {
    const needed = used + MARGIN + FACTOR * sent
    if (this.taken >= needed) return
    this.taken = fstatSync(this.file).size
    try {
      while (this.taken < needed + MARGIN) this.taken += writeSync(this.file, ZEROS, 0, ZEROS.length, this.taken)
    } catch (error) {
      // less than the comfortable amount will do
      if (this.taken >= needed) return
      const why = error instanceof Error ? error.message : String(error)
      throw new StoreError(
        'OutOfDiskSpace',
        `the disk of the document store is full, nothing was changed: make room (${why})`,
      )
    }
  }

  close(): void {
    closeSync(this.file)
  }
}
