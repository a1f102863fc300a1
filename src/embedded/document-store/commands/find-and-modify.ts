import { StoreError } from '../errors.ts'
import { parseFilter } from '../filter.ts'
import { parseProjection } from '../projection.ts'
import { parseSort } from '../sort.ts'
import { parseUpdate } from '../update.ts'
import { isTruthy } from '../values.ts'
import { type Command, docOf } from './command.ts'
import { change, targets, upsert } from './write.ts'

export const findAndModify: Command = {
  fields: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert'],
  writes: true,
  run: ({ storage, catalog }, { body, namespace }) => {
    const [removes, upserts, returnsNew] = [isTruthy(body.remove), isTruthy(body.upsert), isTruthy(body.new)]
    if (removes === (body.update !== undefined) || (removes && (returnsNew || upserts))) {
      throw new StoreError('FailedToParse', 'findAndModify either updates or removes; new and upsert go with an update')
    }
    const shows = parseProjection(body.fields)
    const target = { filter: parseFilter(docOf(body, 'query')), sort: parseSort(body.sort) }
    const update = removes ? undefined : parseUpdate(body.update)
    const collection = upserts ? catalog.ensure(namespace) : catalog.find(namespace)
    const [stored] = targets(storage, collection, target, 1)
    const now = new Date()
    if (collection && stored && update) {
      const after = change(collection, stored, update, now)
      const value = (returnsNew ? after : stored.row).project(shows)
      return { lastErrorObject: { n: 1, updatedExisting: true }, value }
    }
    if (collection && stored) {
      collection.remove(stored)
      return { lastErrorObject: { n: 1 }, value: stored.row.project(shows) }
    }
    if (!collection || !update || !upserts) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null }
    const row = upsert(collection, target, update, now)
    const lastErrorObject = { n: 1, updatedExisting: false, upserted: row.id() }
    return { lastErrorObject, value: returnsNew ? row.project(shows) : null }
  },
}
