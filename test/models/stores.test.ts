import { expect, test } from 'vitest'
import { connectModels } from '../../src/models/stores.ts'
import { startTestMongo } from '../support/mongo.ts'
import { saving } from './builders.ts'

test('a second start finds what the first one stored, and its indexes', async () => {
  const mongo = await startTestMongo()
  const first = await connectModels(mongo.uri)
  await first.calls.save(saving('c'))
  expect(await first.ping()).toBeGreaterThan(0)
  await first.close()
  await expect(first.calls.load('c')).rejects.toThrow()

  const second = await connectModels(mongo.uri)
  expect((await second.calls.load('c'))?.state.id).toBe('c')
  await second.close()
  await mongo.stop()
})

test('a database that cannot be reached is an error', async () => {
  // the discard port: nobody listens there
  const nobody = connectModels('mongodb://127.0.0.1:9/none', { serverSelectionTimeoutMS: 300 })
  await expect(nobody).rejects.toThrow(/ECONNREFUSED/)
})
