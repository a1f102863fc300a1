import { afterAll, beforeAll, expect, test } from 'vitest'
import { cachedChats } from '../../src/models/cached-chats.ts'
import { chat } from './builders.ts'
import { startTestStores, type TestStores } from './support.ts'

let db: TestStores
beforeAll(async () => {
  db = await startTestStores()
})
afterAll(() => db.stop())

test('what this process changes is in the list at once, what another changes within a second', async () => {
  let now = 0
  const ours = cachedChats(db.stores.chats, { now: () => now })
  const listed = async () => (await ours.list('SMG')).map(({ id, health }) => `${id} ${health.status}`)
  expect(await listed()).toEqual([])
  await ours.bind(chat('a'))
  expect(await listed()).toEqual(['a ok'])
  await ours.setHealth('a', { status: 'down', detail: 'kicked', since: 1 })
  expect(await listed()).toEqual(['a down'])

  await db.stores.chats.setHealth('a', { status: 'ok' })
  now = 999
  expect(await listed()).toEqual(['a down'])
  now = 1_000
  expect(await listed()).toEqual(['a ok'])
  await ours.unbind('a')
  expect(await listed()).toEqual([])
})

test('the one chat that is written to is read anew each time', async () => {
  const ours = cachedChats(db.stores.chats, { now: () => 0 })
  await ours.bind(chat('b'))
  await ours.list('SMG')
  await db.stores.chats.setHealth('b', { status: 'down', detail: 'kicked', since: 1 })
  expect((await ours.byId('b'))?.health.status).toBe('down')
  expect((await ours.forAudience('SMG', chat('b').audience))[0]?.health.status).toBe('down')
})
