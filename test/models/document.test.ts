import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineCollection, SchemaTooNew, type StoredDocument } from '../../src/models/document.ts'
import { startTestMongo, type TestMongo } from '../support/mongo.ts'

interface Person extends StoredDocument {
  name: { first: string; last: string }
  born?: number
}

let mongo: TestMongo
let connection: mongoose.Connection
beforeAll(async () => {
  mongo = await startTestMongo()
  connection = await mongoose.createConnection(mongo.uri).asPromise()
})
afterAll(async () => {
  await connection.close()
  await mongo.stop()
})

const people = () =>
  defineCollection<Person>(connection, {
    collection: `people-${Math.random().toString(36).slice(2)}`,
    fields: { name: mongoose.Schema.Types.Mixed, born: Number },
    upcasters: [
      old => ({ ...old, name: String(old.name) }),
      old => {
        const [first, last] = String(old.name).split(' ')
        return { ...old, name: { first, last } }
      },
    ],
  })

test('an old document is read as the present schema has it', () => {
  const { current, schemaNumber } = people()
  expect(schemaNumber).toBe(3)
  const first = { _id: 'p', schemaNumber: 1, name: 'Siti Aminah' }
  expect(current(first)).toEqual({ _id: 'p', schemaNumber: 3, name: { first: 'Siti', last: 'Aminah' } })
  const present = { _id: 'p', schemaNumber: 3, name: { first: 'A', last: 'B' } }
  expect(current(present)).toEqual(present)
})

test('a document of a later version is not touched', () => {
  expect(() => people().current({ _id: 'p', schemaNumber: 4 })).toThrow(SchemaTooNew)
})

test('fields that the schema does not know are errors, in documents, changes and filters', async () => {
  const { model } = people()
  const unknown = { _id: 'p', schemaNumber: 3, nmae: 'typo' } as object
  await expect(async () => model.create(unknown)).rejects.toThrow(/nmae/)
  await expect(async () => model.updateOne({ _id: 'p' }, { $set: unknown })).rejects.toThrow(/nmae/)
  await expect(async () => model.findOne(unknown)).rejects.toThrow(/nmae/)
})
