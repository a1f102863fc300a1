import { type Doc, encode, isTruthy } from '../bson-values.ts'
import type { Collection } from '../collection.ts'
import { StoreError } from '../errors.ts'
import { parseFilter } from '../filter.ts'
import { parseUpdate } from '../parse-update.ts'
import { type Projection, parseProjection } from '../projection.ts'
import { RawDoc } from '../reply.ts'
import type { Row } from '../row.ts'
import { parseSort } from '../sort.ts'
import { type Command, type Context, namespaceOf } from './command.ts'
import { docOption } from './read.ts'
import { change, matching, type UpdateRequest, upsert } from './write.ts'

export const findAndModify: Command = {
  fields: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'arrayFilters', 'bypassDocumentValidation'],
  writes: true,
  run: (context, request) => {
    const { body } = request
    const remove = isTruthy(body.remove)
    if (remove && body.update !== undefined)
      throw new StoreError('FailedToParse', 'Cannot specify both an update and remove=true')
    if (!remove && body.update === undefined)
      throw new StoreError('FailedToParse', 'Either an update or remove=true must be specified')
    if (remove && (isTruthy(body.new) || isTruthy(body.upsert))) {
      throw new StoreError(
        'FailedToParse',
        "Cannot specify both new=true or upsert=true and remove=true; 'remove' always returns the deleted document",
      )
    }
    const projection = parseProjection(body.fields)
    const target = {
      filter: parseFilter(docOption(body, 'query')),
      sort: parseSort(body.sort),
    }
    const namespace = namespaceOf(request)
    if (remove) return removeOne(context, namespace, target, projection)
    const update = {
      ...target,
      update: parseUpdate(body.update, body.arrayFilters),
      upsert: isTruthy(body.upsert),
      now: new Date(),
    }
    try {
      return modifyOne(context, namespace, update, isTruthy(body.new), projection)
    } catch (error) {
      if (!(error instanceof StoreError) || error.codeName !== 'DuplicateKey') throw error
      throw new StoreError(
        'DuplicateKey',
        `Plan executor error during findAndModify :: caused by :: ${error.message}`,
        error.detail,
      )
    }
  },
}

function removeOne(
  { storage, catalog }: Context,
  namespace: string,
  target: Pick<UpdateRequest, 'filter' | 'sort'>,
  projection: Projection | undefined,
): Doc {
  const collection = catalog.find(namespace)
  const [stored] = collection ? matching(storage, collection, target, false) : []
  if (!collection || !stored) return { lastErrorObject: { n: 0 }, value: null }
  collection.remove(stored)
  return { lastErrorObject: { n: 1 }, value: shown(stored.row, projection) }
}

function modifyOne(
  { storage, catalog }: Context,
  namespace: string,
  request: UpdateRequest,
  returnsNew: boolean,
  projection: Projection | undefined,
): Doc {
  const collection: Collection | undefined = request.upsert ? catalog.ensure(namespace) : catalog.find(namespace)
  const [stored] = collection ? matching(storage, collection, request, false) : []
  if (collection && stored) {
    const { before, after } = change(collection, stored, request)
    return {
      lastErrorObject: { n: 1, updatedExisting: true },
      value: shown(returnsNew ? after : before, projection),
    }
  }
  if (!collection || !request.upsert) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null }
  const row = upsert(collection, request)
  return {
    lastErrorObject: { n: 1, updatedExisting: false, upserted: row.pick(new Set(['_id']))._id },
    value: returnsNew ? shown(row, projection) : null,
  }
}

function shown(row: Row, projection: Projection | undefined): RawDoc {
  return new RawDoc(projection ? encode(projection(row.all())) : row.bytes)
}
