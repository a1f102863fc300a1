import { type Doc, decode, encode, Int32, isDoc, isNumeric, toNumber } from './bson-values.ts'
import { Collection } from './collection.ts'
import { StoreError } from './errors.ts'
import { defineIndex, type Index } from './index-definition.ts'
import { prefixOf, rangeOf } from './key-layout.ts'
import { clearRange, type Storage } from './storage.ts'

const ID_INDEX: Doc = { key: { _id: new Int32(1) }, name: '_id_' }

/** All collections by namespace, kept in memory and in LMDB. Changes happen inside the caller's transaction. */
export class Catalog {
  private readonly storage: Storage
  private collections = new Map<string, Collection>()
  private lastId = 0

  constructor(storage: Storage) {
    this.storage = storage
    this.load()
  }

  /** Reads everything again, after a transaction was undone. */
  load(): void {
    this.collections = new Map()
    for (const { value } of this.storage.catalog.getRange({})) {
      const { ns, id, indexes } = decode(value)
      if (typeof ns !== 'string' || !Array.isArray(indexes)) throw new Error('the catalogue of collections is damaged')
      const collection = new Collection(idOf(id), ns, indexes.map(restoreIndex), this.storage, this.save)
      this.collections.set(ns, collection)
      this.lastId = Math.max(this.lastId, collection.id, ...collection.indexes.map(index => index.id))
    }
  }

  find(namespace: string): Collection | undefined {
    return this.collections.get(namespace)
  }

  /** The collection, created when it is missing. @throws StoreError InvalidNamespace */
  ensure(namespace: string): Collection {
    return this.collections.get(namespace) ?? this.create(namespace)
  }

  create(namespace: string): Collection {
    const name = namespace.slice(namespace.indexOf('.') + 1)
    if (name === '' || name.includes('$') || name.includes('\0') || name.startsWith('system.') || name.length > 200) {
      throw new StoreError('InvalidNamespace', `Invalid collection name: ${namespace}`)
    }
    const index = defineIndex(this.nextId(), ID_INDEX)
    const collection = new Collection(this.nextId(), namespace, [index], this.storage, this.save)
    this.collections.set(namespace, collection)
    this.save(collection)
    return collection
  }

  in(database: string): Collection[] {
    return [...this.collections.values()].filter(({ namespace }) => namespace.startsWith(`${database}.`))
  }

  all(): Collection[] {
    return [...this.collections.values()]
  }

  drop(collection: Collection): void {
    for (const index of collection.indexes) clearRange(this.storage.entries, rangeOf(prefixOf(index.id)))
    clearRange(this.storage.documents, rangeOf(collection.prefix))
    this.storage.catalog.removeSync(Buffer.from(collection.namespace))
    this.collections.delete(collection.namespace)
  }

  addIndex(collection: Collection, spec: Doc): void {
    const index = defineIndex(this.nextId(), spec)
    try {
      collection.build(index)
    } catch (error) {
      clearRange(this.storage.entries, rangeOf(prefixOf(index.id)))
      throw error
    }
    collection.indexes = [...collection.indexes, index]
    this.save(collection)
  }

  dropIndex(collection: Collection, dropped: Index): void {
    clearRange(this.storage.entries, rangeOf(prefixOf(dropped.id)))
    collection.indexes = collection.indexes.filter(index => index !== dropped)
    this.save(collection)
  }

  private readonly save = (collection: Collection): void => {
    const indexes = collection.indexes.map(({ id, spec, multikey, truncated }) => ({ id, spec, multikey, truncated }))
    const entry = encode({ ns: collection.namespace, id: collection.id, indexes })
    this.storage.catalog.putSync(Buffer.from(collection.namespace), entry)
  }

  private nextId(): number {
    return ++this.lastId
  }
}

function idOf(value: unknown): number {
  if (!isNumeric(value)) throw new Error('the catalogue of collections is damaged')
  return toNumber(value)
}

function restoreIndex(saved: unknown): Index {
  if (!isDoc(saved) || !isDoc(saved.spec) || !Array.isArray(saved.multikey)) {
    throw new Error('the catalogue of collections is damaged')
  }
  const index = defineIndex(idOf(saved.id), saved.spec)
  index.multikey = saved.multikey.map(multi => multi === true)
  index.truncated = saved.truncated === true
  return index
}
