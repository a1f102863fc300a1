import type { Collection } from '../collection.ts'
import { StoreError } from '../errors.ts'
import { parseFilter } from '../filter.ts'
import { defineIndex } from '../index-definition.ts'
import { equalValues } from '../order.ts'
import { Row } from '../row.ts'
import { type Doc, isDoc, isTruthy } from '../values.ts'
import { type Command, type Context, docOf, listOf, type Request } from './command.ts'

export const create: Command = {
  fields: [],
  writes: true,
  run: ({ catalog }, { namespace }) => {
    if (catalog.find(namespace)) throw new StoreError('NamespaceExists', `Collection ${namespace} already exists.`)
    catalog.ensure(namespace)
    return {}
  },
}

export const createIndexes: Command = {
  fields: ['indexes'],
  writes: true,
  run: ({ catalog }, { body, namespace }) => {
    const createdCollectionAutomatically = catalog.find(namespace) === undefined
    const collection = catalog.ensure(namespace)
    const numIndexesBefore = collection.indexes.length
    for (const spec of listOf(body, 'indexes')) {
      if (!isDoc(spec)) throw new StoreError('TypeMismatch', 'index specifications have to be documents')
      if (!isPresent(collection, spec)) catalog.addIndex(collection, spec)
    }
    return { numIndexesBefore, numIndexesAfter: collection.indexes.length, createdCollectionAutomatically }
  },
}

/** What tells two indexes on one key apart; they may stand side by side under two names. */
const SIGNATURE = ['key', 'unique', 'partialFilterExpression']

/** Whether the very same index is there. @throws StoreError when one of the same name or signature differs */
function isPresent(collection: Collection, given: Doc): boolean {
  const wanted = defineIndex(0, given)
  for (const index of collection.indexes) {
    const sameName = index.name === wanted.name
    const sameSignature = SIGNATURE.every(option => equalValues(index.spec[option], wanted.spec[option]))
    if (sameName && sameSignature && index.expireAfterSeconds === wanted.expireAfterSeconds) return true
    const message = `an index like ${wanted.name} exists with other options: ${index.name}`
    if (sameSignature) throw new StoreError('IndexOptionsConflict', message)
    if (sameName) throw new StoreError('IndexKeySpecsConflict', message)
  }
  return false
}

/** @throws StoreError NamespaceNotFound */
function existing({ catalog }: Context, { namespace }: Request): Collection {
  const collection = catalog.find(namespace)
  if (!collection) throw new StoreError('NamespaceNotFound', `ns does not exist: ${namespace}`)
  return collection
}

export const listIndexes: Command = {
  fields: ['cursor'],
  writes: false,
  run: (context, request) => {
    const specs = existing(context, request).indexes.map(({ spec }) => Row.of(spec))
    return { cursor: context.cursors.start(request.namespace, specs, specs.length) }
  },
}

export const dropIndexes: Command = {
  fields: ['index'],
  writes: true,
  run: (context, request) => {
    const collection = existing(context, request)
    const nIndexesWas = collection.indexes.length
    const { index: name } = request.body
    if (name === '_id_') throw new StoreError('InvalidOptions', 'cannot drop _id index')
    const dropped = collection.indexes.filter(index => index.name === name || (name === '*' && index.name !== '_id_'))
    if (dropped.length === 0 && name !== '*') {
      throw new StoreError('IndexNotFound', `index not found with name [${String(name)}]`)
    }
    for (const index of dropped) context.catalog.dropIndex(collection, index)
    return { nIndexesWas }
  },
}

export const listCollections: Command = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  writes: false,
  run: ({ catalog, cursors }, { database, body }) => {
    const filter = parseFilter(docOf(body, 'filter'))
    const described = ({ namespace, indexes }: Collection): Doc => {
      const name = namespace.slice(database.length + 1)
      if (isTruthy(body.nameOnly)) return { name, type: 'collection' }
      return { name, type: 'collection', options: {}, info: { readOnly: false }, idIndex: indexes[0]?.spec }
    }
    const found = catalog.all(database).map(described).filter(filter.test)
    return { cursor: cursors.start(`${database}.$cmd.listCollections`, found.map(Row.of), found.length) }
  },
}

export const drop: Command = {
  fields: [],
  writes: true,
  run: ({ catalog }, { namespace }) => {
    const collection = catalog.find(namespace)
    if (!collection) return {}
    catalog.drop(collection)
    return { nIndexesWas: collection.indexes.length, ns: namespace }
  },
}

export const dropDatabase: Command = {
  fields: [],
  writes: true,
  run: ({ catalog }, { database }) => {
    const collections = catalog.all(database)
    for (const collection of collections) catalog.drop(collection)
    return collections.length > 0 ? { dropped: database } : {}
  },
}
