import { type Doc, encode, isDoc, isTruthy, toShell } from '../bson-values.ts'
import type { Collection } from '../collection.ts'
import { resultsOf } from '../cursors.ts'
import { StoreError } from '../errors.ts'
import { parseFilter } from '../filter.ts'
import { defineIndex } from '../index-definition.ts'
import { equalValues } from '../order.ts'
import { type Command, type Context, listOf, namespaceOf, type Request } from './command.ts'
import { docOption } from './read.ts'

export const create: Command = {
  fields: [],
  writes: true,
  run: ({ catalog }, request) => {
    const namespace = namespaceOf(request)
    if (catalog.find(namespace)) throw new StoreError('NamespaceExists', `Collection ${namespace} already exists.`)
    catalog.create(namespace)
    return {}
  },
}

export const createIndexes: Command = {
  fields: ['indexes'],
  writes: true,
  run: ({ catalog }, request) => {
    const namespace = namespaceOf(request)
    const createdCollectionAutomatically = catalog.find(namespace) === undefined
    const collection = catalog.ensure(namespace)
    const numIndexesBefore = collection.indexes.length
    for (const spec of listOf(request.body, 'indexes')) {
      if (!isDoc(spec)) throw new StoreError('TypeMismatch', 'index specifications have to be documents')
      if (!existing(collection, spec)) catalog.addIndex(collection, spec)
    }
    const numIndexesAfter = collection.indexes.length
    const note = numIndexesAfter === numIndexesBefore ? { note: 'all indexes already exist' } : {}
    return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ...note }
  },
}

/** What tells two indexes on one key apart; they may stand side by side under two names. */
const SIGNATURE = ['key', 'unique', 'partialFilterExpression']

/** Whether the very same index is there. @throws StoreError when one of the same name or signature differs */
function existing(collection: Collection, given: Doc): boolean {
  const wanted = defineIndex(0, given)
  for (const index of collection.indexes) {
    const sameName = index.name === wanted.name
    const sameSignature = SIGNATURE.every(option => equalValues(index.spec[option], wanted.spec[option]))
    if (sameName && sameSignature && equalValues(index.expireAfterSeconds, wanted.expireAfterSeconds)) return true
    if (sameSignature) {
      const message = `Index already exists with a different name or with different options: ${index.name}`
      throw new StoreError('IndexOptionsConflict', message)
    }
    if (sameName) {
      const message = `An existing index has the same name as the requested index. Requested index: ${toShell(wanted.spec)}, existing index: ${toShell(index.spec)}`
      throw new StoreError('IndexKeySpecsConflict', message)
    }
  }
  return false
}

/** @throws StoreError NamespaceNotFound */
function existingCollection({ catalog }: Context, request: Request): Collection {
  const namespace = namespaceOf(request)
  const collection = catalog.find(namespace)
  if (!collection) throw new StoreError('NamespaceNotFound', `ns does not exist: ${namespace}`)
  return collection
}

export const listIndexes: Command = {
  fields: ['cursor'],
  writes: false,
  run: (context, request) => {
    const collection = existingCollection(context, request)
    const specs = collection.indexes.map(({ spec }) => encode(spec))
    return { cursor: context.cursors.start(collection.namespace, resultsOf(specs), Number.MAX_SAFE_INTEGER, true) }
  },
}

export const dropIndexes: Command = {
  fields: ['index'],
  writes: true,
  run: (context, request) => {
    const collection = existingCollection(context, request)
    const nIndexesWas = collection.indexes.length
    const { index: wanted } = request.body
    for (const name of Array.isArray(wanted) ? wanted : [wanted]) {
      const dropped = collection.indexes.filter(index =>
        name === '*' ? index.name !== '_id_' : isDoc(name) ? equalValues(index.spec.key, name) : index.name === name,
      )
      if (dropped.length === 0 && name !== '*')
        throw new StoreError('IndexNotFound', `index not found with name [${String(name)}]`)
      if (dropped.some(index => index.name === '_id_')) throw new StoreError('InvalidOptions', 'cannot drop _id index')
      for (const index of dropped) context.catalog.dropIndex(collection, index)
    }
    return { nIndexesWas }
  },
}

export const listCollections: Command = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  writes: false,
  run: ({ catalog, cursors }, { database, body }) => {
    const filter = parseFilter(docOption(body, 'filter'))
    const entries = catalog
      .in(database)
      .map((collection): Doc => {
        const name = collection.namespace.slice(database.length + 1)
        if (isTruthy(body.nameOnly)) return { name, type: 'collection' }
        const idIndex = collection.indexes[0]?.spec ?? {}
        return { name, type: 'collection', options: {}, info: { readOnly: false }, idIndex }
      })
      .filter(entry => filter.test(entry))
    return {
      cursor: cursors.start(
        `${database}.$cmd.listCollections`,
        resultsOf(entries.map(encode)),
        Number.MAX_SAFE_INTEGER,
        true,
      ),
    }
  },
}

export const drop: Command = {
  fields: [],
  writes: true,
  run: (context, request) => {
    const collection = context.catalog.find(namespaceOf(request))
    if (!collection) return {}
    context.catalog.drop(collection)
    return { nIndexesWas: collection.indexes.length, ns: collection.namespace }
  },
}

export const dropDatabase: Command = {
  fields: [],
  writes: true,
  run: ({ catalog }, { database }) => {
    const collections = catalog.in(database)
    for (const collection of collections) catalog.drop(collection)
    return collections.length > 0 ? { dropped: database } : {}
  },
}
