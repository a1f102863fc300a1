import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { isSealed } from './checked-table.ts'
import { DataFileError } from './data-file-error.ts'
import { leafNodes, type Node, NUMBER_KEYS, PageFile, pagesIn, type Tree, treeOf } from './page-file.ts'

const MAGIC = 0xbeefc0de
const VERSION = 2
const META_BYTES = 168
/** Where a meta page has its fields, in bytes. */
const AT = { magic: 24, version: 28, free: 48, main: 96, lastPage: 144, transaction: 152 }

/**
 * Reads a data file from its first page to its last before LMDB maps it: LMDB trusts what it finds, so a file that is cut
 * off would end the process with a bus error and a page that was overwritten would give wrong answers. Checked are the
 * two meta pages, the file's length, every tree (each page where it says that it is, used once, keys in order, as many
 * as were counted), the list of free pages and the checksum of every value. Nothing is written.
 * @param tables the names of the tables that have to be there, once anything is
 * @throws DataFileError
 */
export function checkDataFile(path: string, tables: readonly string[]): void {
  if (!existsSync(path)) return
  const file = openSync(path, 'r')
  try {
    checkPages(file, tables)
  } catch (error) {
    if (!(error instanceof DataFileError || error instanceof RangeError)) throw error
    const what = error instanceof DataFileError ? error.message : 'a page is garbled'
    throw new DataFileError(
      `the data file ${path} is damaged (${what}); it was left as it is: keep a copy, then restore DATA_DIR from the backup`,
    )
  } finally {
    closeSync(file)
  }
}

function checkPages(file: number, tables: readonly string[]): void {
  const { size } = fstatSync(file)
  const meta = newestMeta(file)
  if (size < (meta.lastPage + 1) * meta.pageBytes) {
    throw new DataFileError(`it is cut off: ${size} bytes of ${(meta.lastPage + 1) * meta.pageBytes}`)
  }
  const pages = new PageFile(file, meta)
  const missing = new Set(meta.main.entries > 0 ? tables : [])
  for (const { key, value, isTree } of leafNodes(pages, meta.main)) {
    if (!isTree || !missing.delete(Buffer.from(key).toString('latin1').replace(/\0$/, ''))) throw garbled()
    for (const node of leafNodes(pages, treeOf(value))) checkValue(node)
  }
  if (missing.size > 0) throw new DataFileError(`it has no ${[...missing].join(', ')}`)
  const free = [...leafNodes(pages, meta.free, NUMBER_KEYS, transactionOrder)].flatMap(({ value }) => pagesIn(value))
  for (const page of free) pages.claim(page)
}

function checkValue({ key, value }: Node): void {
  if (!isSealed(key, value)) throw new DataFileError('a stored value is not what was written')
}

/** The list of free pages is kept by the number of the transaction that freed them. */
function transactionOrder(left: Buffer, right: Buffer): number {
  return Number(left.readBigUInt64LE() - right.readBigUInt64LE())
}

interface Meta {
  pageBytes: number
  free: Tree
  main: Tree
  lastPage: number
  transaction: number
}

/** LMDB writes its two meta pages in turn, each for the transactions of its own parity. */
function newestMeta(file: number): Meta {
  const first = metaAt(file, 0)
  const second = metaAt(file, first.pageBytes)
  const [even, odd] = [first.transaction, second.transaction]
  const inTurn = (even === 0 && odd === 0) || (even % 2 === 0 && odd % 2 === 1 && Math.abs(even - odd) === 1)
  // A new file has its first transaction on the second page while both began as none.
  if (first.pageBytes !== second.pageBytes || !inTurn) throw new DataFileError('its head is garbled')
  return odd > even ? second : first
}

function metaAt(file: number, at: number): Meta {
  const bytes = Buffer.alloc(META_BYTES)
  const length = readSync(file, bytes, 0, META_BYTES, at)
  const [magic, version] = [bytes.readUInt32LE(AT.magic), bytes.readUInt32LE(AT.version)]
  const pageBytes = bytes.readUInt32LE(AT.free)
  const isPageSize = pageBytes >= 4096 && pageBytes <= 65_536 && (pageBytes & (pageBytes - 1)) === 0
  if (length < META_BYTES || magic !== MAGIC || version !== VERSION || !isPageSize) {
    throw new DataFileError('it has no head of a data file')
  }
  return {
    pageBytes,
    free: treeOf(bytes.subarray(AT.free)),
    main: treeOf(bytes.subarray(AT.main)),
    lastPage: Number(bytes.readBigUInt64LE(AT.lastPage)),
    transaction: Number(bytes.readBigUInt64LE(AT.transaction)),
  }
}

function garbled(): DataFileError {
  return new DataFileError('its list of tables is garbled')
}
