import { StoreError } from './errors.ts'
import type { Index } from './index-definition.ts'
import { type Entries, type Entry, entriesOf, NO_ENTRIES } from './index-entries.ts'
import { prefixOf, rangeOf, recordKey, recordOf } from './key-layout.ts'
import { EMPTY_ARRAY } from './order.ts'
import { Row } from './row.ts'
import type { Storage } from './storage.ts'
import { toShell } from './values.ts'

const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024
/** An index entry is all in its key. */
const PRESENT = Buffer.alloc(0)

/** A document and the number under which it is stored. */
export interface Stored {
  record: number
  row: Row
}

/** The documents of one collection with their index entries. All writes happen inside the caller's transaction. */
export class Collection {
  readonly id: number
  readonly namespace: string
  readonly prefix: Buffer
  indexes: Index[]
  private readonly storage: Storage
  /** Called when an index has met its first array or its first long value. */
  private readonly learned: (collection: Collection) => void
  private lastRecord: number | undefined

  constructor(id: number, namespace: string, indexes: Index[], storage: Storage, learned: (it: Collection) => void) {
    this.id = id
    this.namespace = namespace
    this.prefix = prefixOf(id)
    this.indexes = indexes
    this.storage = storage
    this.learned = learned
  }

  get(record: number): Row | undefined {
    const bytes = this.storage.documents.get(recordKey(this.prefix, record))
    return bytes && new Row(bytes)
  }

  /** @throws StoreError DuplicateKey, BSONObjectTooLarge; nothing is written then */
  insert(row: Row): void {
    const record = this.nextRecord()
    this.write(record, undefined, row, this.indexes)
    this.lastRecord = record
  }

  /** Replaces a document by one that differs from it in the touched top-level fields only. @throws as `insert` */
  replace({ record, row }: Stored, after: Row, touched: ReadonlySet<string>): void {
    const affected = this.indexes.filter(index => [...index.roots].some(root => touched.has(root)))
    this.write(record, row, after, affected)
  }

  remove({ record, row }: Stored): void {
    for (const index of this.indexes) {
      this.removeEntries(index, record, entriesOf(index, row.pick(index.roots)), NO_ENTRIES)
    }
    this.storage.documents.removeSync(recordKey(this.prefix, record))
  }

  /** Fills a new index from the documents. @throws StoreError DuplicateKey when they do not allow a unique one */
  build(index: Index): void {
    for (const { key, value } of this.storage.documents.getRange(rangeOf(this.prefix))) {
      const entries = entriesOf(index, new Row(value).pick(index.roots))
      this.refuseDuplicates(index, entries, NO_ENTRIES)
      this.putEntries(index, recordOf(key), entries, NO_ENTRIES)
    }
  }

  private write(record: number, before: Row | undefined, after: Row, indexes: readonly Index[]): void {
    const size = after.bytes.length
    if (size > MAX_DOCUMENT_BYTES) throw new StoreError('BSONObjectTooLarge', `BSONObj size: ${size} is invalid`)
    const changes = indexes.map(index => ({
      index,
      entries: entriesOf(index, after.pick(index.roots)),
      old: before ? entriesOf(index, before.pick(index.roots)) : NO_ENTRIES,
    }))
    // All checks come before the first write, so that a refusal leaves no trace in the shared transaction.
    for (const { index, entries, old } of changes) this.refuseDuplicates(index, entries, old)
    for (const { index, entries, old } of changes) {
      this.putEntries(index, record, entries, old)
      this.removeEntries(index, record, old, entries)
    }
    this.storage.documents.putSync(recordKey(this.prefix, record), after.bytes)
  }

  private putEntries(index: Index, record: number, entries: Entries, present: Entries): void {
    for (const [key, { values }] of entries.byKey) {
      if (!present.byKey.has(key)) this.storage.entries.putSync(entryKey(index, values, record), PRESENT)
    }
    const news = entries.multikey.some((multi, at) => multi && !index.multikey[at])
    if (!news && entries.truncated <= index.truncated) return
    index.multikey = index.multikey.map((multi, at) => multi || entries.multikey[at] === true)
    index.truncated ||= entries.truncated
    this.learned(this)
  }

  private removeEntries(index: Index, record: number, entries: Entries, kept: Entries): void {
    for (const [key, { values }] of entries.byKey) {
      if (!kept.byKey.has(key)) this.storage.entries.removeSync(entryKey(index, values, record))
    }
  }

  private refuseDuplicates(index: Index, entries: Entries, own: Entries): void {
    if (!index.unique) return
    for (const [key, entry] of entries.byKey) {
      const range = rangeOf(Buffer.concat([prefixOf(index.id), entry.values]))
      const taken = !own.byKey.has(key) && this.storage.entries.getKeysCount({ ...range, limit: 1 }) > 0
      if (taken) throw duplicateKey(this.namespace, index, entry)
    }
  }

  private nextRecord(): number {
    const { start, end } = rangeOf(this.prefix)
    const newestFirst = { start: end, end: start, reverse: true, limit: 1 }
    this.lastRecord ??= [...this.storage.documents.getKeys(newestFirst)].map(recordOf)[0] ?? 0
    return this.lastRecord + 1
  }
}

function entryKey(index: Index, values: Uint8Array, record: number): Buffer {
  return recordKey(Buffer.concat([prefixOf(index.id), values]), record)
}

function duplicateKey(namespace: string, index: Index, { tuple }: Entry): StoreError {
  const shown = tuple.map(value => (value === EMPTY_ARRAY ? null : (value ?? null)))
  const keyValue = Object.fromEntries(index.fields.map(({ path }, at) => [path, shown[at]]))
  const where = `collection: ${namespace} index: ${index.name} dup key: ${toShell(keyValue)}`
  const detail = { keyPattern: index.spec.key, keyValue }
  return new StoreError('DuplicateKey', `E11000 duplicate key error ${where}`, detail)
}
