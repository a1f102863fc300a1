import type { Document } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { givenMongo, refusalOf } from './given-mongo.ts'

const mongo = givenMongo()

describe('commands', () => {
  test.each<[says: string, command: Document, code: number, codeName: string]>([
    ['an unknown command', { foo: 1 }, 59, 'CommandNotFound'],
    ['an unknown field', { find: 'c', foo: 1 }, 40415, 'Location40415'],
    ['an unknown field of an update', { update: 'c', updates: [{ q: {}, u: {}, foo: 1 }] }, 40415, 'Location40415'],
    ['a filter that is no document', { find: 'c', filter: 5 }, 14, 'TypeMismatch'],
    ['an aggregation without a cursor', { aggregate: 'c', pipeline: [] }, 9, 'FailedToParse'],
    ['a cursor that is not there', { getMore: 42n, collection: 'c' }, 43, 'CursorNotFound'],
    ['findAndModify without anything to do', { findAndModify: 'c', query: {} }, 9, 'FailedToParse'],
    ['the indexes of a missing collection', { listIndexes: 'missing' }, 26, 'NamespaceNotFound'],
    ['a collection without a name', { find: '' }, 73, 'InvalidNamespace'],
  ])('%s', async (_says, command, code, codeName) => {
    const refusal = await refusalOf(mongo.db().command(command))
    expect({ code: refusal.code, codeName: refusal.codeName }).toEqual({ code, codeName })
  })

  test('a transaction', async () => {
    await mongo.client().withSession(async session => {
      session.startTransaction()
      const collection = mongo.db().collection('c')
      const outcome = await collection.insertOne({ a: 1 }, { session }).then(
        () => 'inserted',
        (error: unknown) => error,
      )
      expect(outcome).toMatchObject({ originalError: { code: 20 } })
      expect(await collection.countDocuments()).toBe(0)
    })
  })

  test('a collection that exists, as long as its options differ or not', async () => {
    const collection = await mongo.collection([{ _id: 1 }])
    const again = await mongo
      .db()
      .command({ create: collection.collectionName })
      .catch((error: unknown) => error)
    expect([{ ok: 1 }, expect.objectContaining({ code: 48 })]).toContainEqual(again)
  })
})

describe('filters', () => {
  test.each<[says: string, filter: Document, code: number]>([
    ['an unknown operator', { a: { $foo: 1 } }, 2],
    ['an unknown operator beside a known one', { a: { $gt: 1, $foo: 1 } }, 2],
    ['an unknown operator at the top', { $foo: [] }, 2],
    ['operators beside fields', { a: { $gt: 1, b: 2 } }, 2],
    ['$or of nothing', { $or: [] }, 2],
    ['$and of no array', { $and: { a: 1 } }, 2],
    ['$in of no array', { a: { $in: 5 } }, 2],
    ['$regex of a number', { a: { $regex: 5 } }, 2],
    ['a broken regular expression', { a: { $regex: '(' } }, 51091],
  ])('%s', async (_says, filter, code) => {
    const collection = await mongo.collection([{ _id: 1, a: 1 }])
    expect((await refusalOf(collection.find(filter).toArray())).code).toBe(code)
    expect((await refusalOf(collection.deleteMany(filter))).code).toBe(code)
    expect(await collection.countDocuments()).toBe(1)
  })
})
