import { Collection } from './collection.ts'
import { StoreError } from './errors.ts'
import { defineIndex, type Index } from './index-definition.ts'
import { prefixOf, rangeOf } from './key-layout.ts'
import type { Storage } from './storage.ts'
import { type Doc, decode, encode, isDoc } from './values.ts'

const ID_INDEX: Doc = { key: { _id: 1 }, name: '_id_' }

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
      if (typeof ns !== 'string' || typeof id !== 'number' || !Array.isArray(indexes)) throw damaged()
      const collection = new Collection(id, ns, indexes.map(restoreIndex), this.storage, this.save)
      this.collections.set(ns, collection)
      this.lastId = Math.max(this.lastId, collection.id, ...collection.indexes.map(index => index.id))
    }
  }

  find(namespace: string): Collection | undefined {
    return this.collections.get(namespace)
  }

  /** The collection, created when it is missing. @throws StoreError InvalidNamespace */
  ensure(namespace: string): Collection {
    const present = this.collections.get(namespace)
    if (present) return present
    const name = namespace.slice(namespace.indexOf('.') + 1)
    if (!/^(?!system\.)[^$\0]{1,200}$/.test(name)) {
      throw new StoreError('InvalidNamespace', `Invalid collection name: ${namespace}`)
    }
    const index = defineIndex(++this.lastId, ID_INDEX)
    const collection = new Collection(++this.lastId, namespace, [index], this.storage, this.save)
    this.collections.set(namespace, collection)
    this.save(collection)
    return collection
  }

  all(database?: string): Collection[] {
    const collections = [...this.collections.values()]
    return database === undefined ? collections : collections.filter(it => it.namespace.startsWith(`${database}.`))
  }

  drop(collection: Collection): void {
    for (const index of collection.indexes) this.clearIndex(index)
    this.storage.documents.clear(rangeOf(collection.prefix))
    this.storage.catalog.removeSync(Buffer.from(collection.namespace))
    this.collections.delete(collection.namespace)
  }

  /** @throws StoreError for a flawed specification, or documents that do not allow the index */
  addIndex(collection: Collection, spec: Doc): void {
    const index = defineIndex(++this.lastId, spec)
    try {
      collection.build(index)
    } catch (error) {
      this.clearIndex(index)
      throw error
    }
    collection.indexes = [...collection.indexes, index]
    this.save(collection)
  }

  dropIndex(collection: Collection, dropped: Index): void {
    this.clearIndex(dropped)
    collection.indexes = collection.indexes.filter(index => index !== dropped)
    this.save(collection)
  }

  private clearIndex({ id }: Index): void {
    this.storage.entries.clear(rangeOf(prefixOf(id)))
  }

  private readonly save = (collection: Collection): void => {
    const indexes = collection.indexes.map(({ id, spec, multikey, truncated }) => ({ id, spec, multikey, truncated }))
    const entry = encode({ ns: collection.namespace, id: collection.id, indexes })
    this.storage.catalog.putSync(Buffer.from(collection.namespace), entry)
  }
}

function restoreIndex(saved: unknown): Index {
  if (!isDoc(saved) || !isDoc(saved.spec) || typeof saved.id !== 'number' || !Array.isArray(saved.multikey)) {
    throw damaged()
  }
  const multikey = saved.multikey.map(multi => multi === true)
  return { ...defineIndex(saved.id, saved.spec), multikey, truncated: saved.truncated === true }
}

function damaged(): Error {
  return new Error('the catalogue of collections is damaged')
}
