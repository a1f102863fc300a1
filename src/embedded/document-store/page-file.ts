import { readSync } from 'node:fs'
import { DataFileError } from './data-file-error.ts'

/** LMDB's file format, as far as reading it needs; source: the comments of lmdb's mdb.c. All numbers are little-endian. */
const HEADER_BYTES = 24
const PAGE_FLAGS = { branch: 1, leaf: 2, overflow: 4 }
const NODE_HEADER_BYTES = 8
const NODE_FLAGS = { overflow: 1, tree: 2 }
const NO_PAGE = 0xffff_ffff_ffff_ffffn
const MAX_DEPTH = 32
/** The flag of a tree whose keys are numbers, in the machine's byte order. */
export const NUMBER_KEYS = 8

/** A tree of pages. */
export interface Tree {
  flags: number
  depth: number
  entries: number
  /** Missing when the tree is empty. */
  root: number | undefined
}

/** A key with its value; the value of the list of tables is a tree. */
export interface Node {
  key: Buffer
  value: Buffer
  isTree: boolean
}

type Order = (left: Buffer, right: Buffer) => number

/** The pages of a file; each may be asked for once. */
export class PageFile {
  readonly pageBytes: number
  private readonly file: number
  private readonly claimed: Uint8Array

  constructor(file: number, { pageBytes, lastPage }: { pageBytes: number; lastPage: number }) {
    this.file = file
    this.pageBytes = pageBytes
    this.claimed = new Uint8Array(lastPage + 1)
    this.claimed.fill(1, 0, 2)
  }

  /** @throws DataFileError when the page lies outside, or was claimed before */
  claim(page: number): void {
    if (this.claimed[page] !== 0) throw new DataFileError(`page ${page} is used twice, or is none`)
    this.claimed[page] = 1
  }

  /** A page, or several in a row, of which the first has a header that says where it stands. @throws DataFileError */
  read(page: number, count = 1): Buffer {
    for (let at = 0; at < count; at++) this.claim(page + at)
    const bytes = Buffer.allocUnsafe(count * this.pageBytes)
    const length = readSync(this.file, bytes, 0, bytes.length, page * this.pageBytes)
    if (length < bytes.length || bytes.readBigUInt64LE(0) !== BigInt(page))
      throw new DataFileError(`page ${page} is garbled`)
    return bytes
  }
}

/** A tree's description, as it stands in a meta page and in the list of tables. */
export function treeOf(bytes: Buffer): Tree {
  const root = bytes.readBigUInt64LE(40)
  return {
    flags: bytes.readUInt16LE(4),
    depth: bytes.readUInt16LE(6),
    entries: Number(bytes.readBigUInt64LE(32)),
    root: root === NO_PAGE ? undefined : Number(root),
  }
}

/** All keys of a tree, in order; `flags` are those that it must have. @throws DataFileError when they are out of order or not as many as were counted */
export function* leafNodes(pages: PageFile, tree: Tree, flags = 0, order: Order = Buffer.compare): Generator<Node> {
  let entries = 0
  let last: { key: Buffer; isBound: boolean } | undefined
  if (tree.flags !== flags || tree.depth > MAX_DEPTH || (tree.root === undefined) !== (tree.entries === 0))
    throw new DataFileError('a tree is garbled')
  for (const node of tree.root === undefined ? [] : walk(pages, tree.root, tree.depth)) {
    // A bound may be the very key that follows it.
    const limit = last?.isBound && !node.isBound ? 1 : 0
    if (last && order(last.key, node.key) >= limit) throw new DataFileError('keys are out of order')
    last = node
    if (node.isBound) continue
    entries++
    yield node
  }
  if (entries !== tree.entries) throw new DataFileError(`${entries} keys where ${tree.entries} were counted`)
}

/** The nodes below a page; before each branch but the first the key at which it begins, as a bound. */
function* walk(pages: PageFile, page: number, depth: number): Generator<Node & { isBound: boolean }> {
  const bytes = pages.read(page)
  const flags = bytes.readUInt16LE(18)
  const isLeaf = depth === 1
  const [lower, upper] = [bytes.readUInt16LE(20), bytes.readUInt16LE(22)]
  if (
    flags !== (isLeaf ? PAGE_FLAGS.leaf : PAGE_FLAGS.branch) ||
    lower > upper ||
    upper > pages.pageBytes - HEADER_BYTES
  ) {
    throw new DataFileError(`page ${page} is garbled`)
  }
  for (let slot = 0; slot < lower / 2; slot++) {
    const at = HEADER_BYTES + bytes.readUInt16LE(HEADER_BYTES + 2 * slot)
    const keyEnd = at + NODE_HEADER_BYTES + bytes.readUInt16LE(at + 6)
    const key = bytes.subarray(at + NODE_HEADER_BYTES, keyEnd)
    if (isLeaf) {
      yield { key, ...valueAt(pages, bytes, at, keyEnd), isBound: false }
      continue
    }
    if (slot > 0) yield { key, value: key, isTree: false, isBound: true }
    yield* walk(pages, bytes.readUInt32LE(at) + bytes.readUInt16LE(at + 4) * 2 ** 32, depth - 1)
  }
}

/** The value of a leaf's node; a long one stands on pages of its own. */
function valueAt(pages: PageFile, bytes: Buffer, at: number, from: number): { value: Buffer; isTree: boolean } {
  const [length, flags] = [bytes.readUInt32LE(at), bytes.readUInt16LE(at + 4)]
  const isLong = flags === NODE_FLAGS.overflow
  if (!isLong && flags !== 0 && flags !== NODE_FLAGS.tree) throw new DataFileError('a key is garbled')
  if (!isLong && from + length > bytes.length) throw new DataFileError('a value is cut off')
  if (!isLong) return { value: bytes.subarray(from, from + length), isTree: flags === NODE_FLAGS.tree }
  const [page, count] = [Number(bytes.readBigUInt64LE(from)), Number(bytes.readBigUInt64LE(from + 16))]
  if (count !== Math.ceil((HEADER_BYTES + length) / pages.pageBytes)) throw new DataFileError('a value is cut off')
  const long = pages.read(page, count)
  if (long.readUInt16LE(18) !== PAGE_FLAGS.overflow) throw new DataFileError(`page ${page} is garbled`)
  return { value: long.subarray(HEADER_BYTES, HEADER_BYTES + length), isTree: false }
}

/** The pages that an entry of the list of free pages names: a count, then pages; a run stands as minus its length and its first page. */
export function pagesIn(list: Buffer): number[] {
  const count = Number(list.readBigUInt64LE(0))
  const pages: number[] = []
  for (let at = 1; at <= count; at++) {
    const entry = Number(list.readBigInt64LE(at * 8))
    if (entry > 0) pages.push(entry)
    if (entry >= 0) continue
    const first = Number(list.readBigInt64LE(++at * 8))
    for (let page = first; page < first - entry; page++) pages.push(page)
  }
  return pages
}
