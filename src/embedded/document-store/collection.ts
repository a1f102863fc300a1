import { type Doc, isDoc, toShell } from './bson-values.ts'
import { StoreError } from './errors.ts'
import type { Index } from './index-definition.ts'
import { type Entries, type Entry, entriesOf } from './index-entries.ts'
import { prefixOf, rangeOf, recordKey, recordOf } from './key-layout.ts'
import { EMPTY_ARRAY } from './order.ts'
import { Row } from './row.ts'
import { isEmptyRange, type Storage } from './storage.ts'

const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024
const PRESENT = Buffer.from([1])
const NONE: Entries = { byKey: new Map(), multikey: [], truncated: false }

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
  private readonly indexChanged: (collection: Collection) => void
  private lastRecord: number | undefined

  constructor(
    id: number,
    namespace: string,
    indexes: Index[],
    storage: Storage,
    indexChanged: (collection: Collection) => void,
  ) {
    this.id = id
    this.namespace = namespace
    this.prefix = prefixOf(id)
    this.indexes = indexes
    this.storage = storage
    this.indexChanged = indexChanged
  }

  get(record: number): Row | undefined {
    const bytes = this.storage.documents.get(recordKey(this.prefix, record))
    return bytes && new Row(bytes)
  }

  count(): number {
    return this.storage.documents.getKeysCount(rangeOf(this.prefix))
  }

  /** @throws StoreError DuplicateKey, BSONObjectTooLarge; nothing is written then */
  insert(row: Row): void {
    const record = this.nextRecord()
    this.write(record, undefined, row, this.indexes)
    this.lastRecord = record
  }

  /** Replaces a document. `touched` names the top-level fields that may differ; undefined means any. */
  replace(stored: Stored, row: Row, touched: ReadonlySet<string> | undefined): void {
    const affected = touched
      ? this.indexes.filter(index => [...index.roots].some(root => touched.has(root)))
      : this.indexes
    this.write(stored.record, stored.row, row, affected)
  }

  remove({ record, row }: Stored): void {
    for (const index of this.indexes) {
      for (const { values } of entriesOf(index, row.pick(index.roots)).byKey.values()) {
        this.storage.entries.removeSync(entryKey(index, values, record))
      }
    }
    this.storage.documents.removeSync(recordKey(this.prefix, record))
  }

  /** Fills a new index from the documents. @throws StoreError DuplicateKey when they do not allow a unique one */
  build(index: Index): void {
    for (const { key, value } of this.storage.documents.getRange(rangeOf(this.prefix))) {
      const entries = entriesOf(index, new Row(value).pick(index.roots))
      this.refuseDuplicates(index, entries, NONE)
      this.putEntries(index, entries, NONE, recordOf(key))
    }
  }

  private write(record: number, before: Row | undefined, after: Row, indexes: readonly Index[]): void {
    if (after.bytes.length > MAX_DOCUMENT_BYTES) {
      throw new StoreError(
        'BSONObjectTooLarge',
        `BSONObj size: ${after.bytes.length} is invalid. Size must be between 0 and 16793600(16MB)`,
      )
    }
    const changes = indexes.map(index => ({
      index,
      entries: entriesOf(index, after.pick(index.roots)),
      old: before ? entriesOf(index, before.pick(index.roots)) : NONE,
    }))
    // All checks come before the first write, so that a refusal leaves no trace in the shared transaction.
    for (const { index, entries, old } of changes) this.refuseDuplicates(index, entries, old)
    for (const { index, entries, old } of changes) {
      this.putEntries(index, entries, old, record)
      for (const [key, { values }] of old.byKey) {
        if (!entries.byKey.has(key)) this.storage.entries.removeSync(entryKey(index, values, record))
      }
    }
    this.storage.documents.putSync(recordKey(this.prefix, record), after.bytes)
  }

  private putEntries(index: Index, entries: Entries, old: Entries, record: number): void {
    for (const [key, { values }] of entries.byKey) {
      if (!old.byKey.has(key)) this.storage.entries.putSync(entryKey(index, values, record), PRESENT)
    }
    const news = entries.multikey.some((multi, at) => multi && !index.multikey[at])
    if (!news && entries.truncated <= index.truncated) return
    index.multikey = index.multikey.map((multi, at) => multi || entries.multikey[at] === true)
    index.truncated ||= entries.truncated
    this.indexChanged(this)
  }

  private refuseDuplicates(index: Index, entries: Entries, old: Entries): void {
    if (!index.unique) return
    for (const [key, entry] of entries.byKey) {
      if (old.byKey.has(key)) continue
      const taken = !isEmptyRange(this.storage.entries, rangeOf(Buffer.concat([prefixOf(index.id), entry.values])))
      if (taken) throw duplicateKey(this.namespace, index, entry)
    }
  }

  private nextRecord(): number {
    if (this.lastRecord === undefined) {
      const { start, end } = rangeOf(this.prefix)
      const [last] = [...this.storage.documents.getKeys({ start: end, end: start, reverse: true, limit: 1 })]
      this.lastRecord = last ? recordOf(last) : 0
    }
    return this.lastRecord + 1
  }
}

function entryKey(index: Index, values: Uint8Array, record: number): Buffer {
  return recordKey(Buffer.concat([prefixOf(index.id), values]), record)
}

function duplicateKey(namespace: string, index: Index, { tuple }: Entry): StoreError {
  const keyValue: Doc = {}
  for (const [at, { path }] of index.fields.entries()) {
    const value = tuple[at]
    keyValue[path] = value === EMPTY_ARRAY || value === undefined ? null : value
  }
  return new StoreError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: ${toShell(keyValue)}`,
    { keyPattern: isDoc(index.spec.key) ? index.spec.key : {}, keyValue },
  )
}
