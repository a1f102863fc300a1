import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenFolder, startStore } from './given-store.ts'

let folder: string
let remove: () => Promise<void>

beforeEach(async () => {
  ;({ folder, remove } = await givenFolder())
})

afterEach(() => remove())

interface Counter {
  _id: string
  n: number
}

test('a clean stop keeps documents, indexes and what the indexes know', async () => {
  const before = await startStore(folder)
  const things = before.client.db().collection('things')
  await things.createIndex({ tags: 1, n: -1 }, { partialFilterExpression: { n: { $gt: 0 } } })
  await things.insertMany([
    { n: 1, tags: ['a', 'b'] },
    { n: 2, tags: ['b', 'c'] },
  ])
  expect(await before.end('SIGINT')).toBe(0)
  const after = await startStore(folder)
  const again = after.client.db().collection('things')
  expect(await again.indexes()).toHaveLength(2)
  const query = again.find({ tags: { $gte: 'a', $lte: 'b' }, n: { $gt: 0 } })
  expect((await query.clone().explain()).queryPlanner.winningPlan.inputStage).toMatchObject({
    stage: 'IXSCAN',
    isMultiKey: true,
  })
  expect(await query.toArray()).toHaveLength(2)
  await again.insertOne({ n: 3 })
  expect(await again.countDocuments()).toBe(3)
  expect(await after.end('SIGTERM')).toBe(0)
})

test('a write that is on its way when the store is asked to stop is answered or not done', async () => {
  const store = await startStore(folder)
  const things = store.client.db().collection<Counter>('things')
  await things.insertOne({ _id: 'first', n: 0 })
  const writes = Array.from({ length: 200 }, (_none, n) => things.insertOne({ _id: `w${n}`, n }))
  const ended = store.end('SIGTERM')
  const outcomes = await Promise.allSettled(writes)
  expect(await ended).toBe(0)
  const again = await startStore(folder)
  const kept = new Set((await again.client.db().collection<Counter>('things').find().toArray()).map(({ _id }) => _id))
  for (const [n, { status }] of outcomes.entries()) if (status === 'fulfilled') expect(kept).toContain(`w${n}`)
  await again.end('SIGTERM')
})
