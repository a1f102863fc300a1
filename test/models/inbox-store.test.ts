import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { InboxStore } from '../../src/application/ports/inbox.ts'
import { startTestStores, type TestStores } from './support.ts'

let db: TestStores
let store: InboxStore
let chat = ''
let chats = 0

beforeAll(async () => {
  db = await startTestStores()
  store = db.stores.inbox
})
beforeEach(() => {
  chats += 1
  chat = `chat-${chats}`
})
afterAll(() => db.stop())

const entry = (id: string, update: unknown = { update_id: 1 }, of = chat) => ({
  id: `${chat}/${id}`,
  channel: 'telegram' as const,
  chat: of,
  update,
})

async function workAll(): Promise<string[]> {
  const worked: string[] = []
  for (let next = await store.next('telegram', chat, 0); next; next = await store.next('telegram', chat, 0)) {
    worked.push(next.id.slice(chat.length + 1))
    await store.done(next.id)
  }
  return worked
}

describe('the inbox', () => {
  test('keeps the order of arrival, within one batch and across batches, whatever the ids', async () => {
    await store.add(
      ['z', 'a', 'm'].map(id => entry(id)),
      5,
    )
    await store.add([entry('b'), entry('y')], 5)
    expect(await workAll()).toEqual(['z', 'a', 'm', 'b', 'y'])
  })

  test('ignores what it has, also within a batch and after it was worked', async () => {
    expect(await store.add([entry('1'), entry('2'), entry('1')], 7)).toMatchObject([
      { id: `${chat}/1`, receivedAt: 7, status: 'new', attempts: 0 },
      { id: `${chat}/2` },
    ])
    const again = await store.add([entry('2'), entry('3'), entry('1')], 8)
    expect(again.map(({ id }) => id)).toEqual([`${chat}/3`])
    expect(await workAll()).toEqual(['1', '2', '3'])
    expect(await store.add([entry('1'), entry('2'), entry('3')], 9)).toEqual([])
    expect(await workAll()).toEqual([])
  })

  test('pollers that store the same batch at the same time store each update once, in order', async () => {
    const batch = Array.from({ length: 20 }, (_, n) => entry(String(n).padStart(2, '0')))
    const other = (await db.another()).inbox
    const added = await Promise.all([store, other, store, other].map(inbox => inbox.add(batch, 1)))
    expect(
      added
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(batch.map(({ id }) => id))
    expect(await workAll()).toEqual(batch.map(({ id }) => id.slice(chat.length + 1)))
  })

  test('an update comes back as it was sent, even with strange keys', async () => {
    const update = { 'a.b': 1, $where: 'x', nested: { $gt: '', list: [null, 1.5, 'é'] }, big: 9007199254740991 }
    await store.add([entry('odd', update), { ...entry('none'), update: undefined }], 1)
    expect((await store.next('telegram', chat, 0))?.update).toEqual(update)
    await store.done(`${chat}/odd`)
    expect((await store.next('telegram', chat, 0))?.update).toBeNull()
  })

  test('a worked update leaves only its id behind', async () => {
    await store.add([entry('a', { text: 'private words' })], 1)
    await store.done(`${chat}/a`)
    const { cursor } = (await db.run({ find: 'inbox', filter: { _id: `${chat}/a` } })) as {
      cursor: { firstBatch: object[] }
    }
    expect(JSON.stringify(cursor.firstBatch)).not.toContain('private words')
    expect(cursor.firstBatch[0]).toMatchObject({ status: 'done', workedOn: expect.any(Date) })
  })

  test('a failing update holds its chat for the backoff, then gives up and lets the next one through', async () => {
    await store.add([entry('bad'), entry('good')], 1)
    const failedBefore = await store.countFailed()
    expect(await store.failedOnce(`${chat}/bad`, 'boom', 100, 2)).toBe('retry')
    expect(await store.next('telegram', chat, 99)).toBeNull()
    expect(await store.next('telegram', chat, 100)).toMatchObject({ id: `${chat}/bad`, attempts: 1, failure: 'boom' })
    expect(await store.failedOnce(`${chat}/bad`, 'boom again', 200, 2)).toBe('failed')
    expect(await workAll()).toEqual(['good'])
    expect(await store.countFailed()).toBe(failedBefore + 1)
  })

  test('what was given up is found while it is young, and may be tried once more: worked, or given up again', async () => {
    await store.add([entry('sick')], 1_000)
    await store.failedOnce(`${chat}/sick`, 'boom', 0, 1)
    const found = async (since: number) => (await store.setAside(since, 100)).filter(one => one.chat === chat)
    expect(await found(1_000)).toEqual([{ id: `${chat}/sick`, channel: 'telegram', chat }])
    expect(await found(1_001)).toEqual([])
    await store.onceMore(`${chat}/sick`)
    expect(await found(0)).toEqual([])
    expect(await store.failedOnce(`${chat}/sick`, 'boom', 0, 2)).toBe('failed')
    await store.onceMore(`${chat}/sick`)
    expect(await workAll()).toEqual(['sick'])
    await store.onceMore(`${chat}/sick`)
    expect(await workAll()).toEqual([])
  })

  test('the sweep finds each chat with work once', async () => {
    await store.add([entry('1', {}, `${chat}-a`), entry('2', {}, `${chat}-b`), entry('3', {}, `${chat}-a`)], 1)
    const waiting = async (at: number) =>
      (await store.chatsWaiting(at, 100)).filter(found => found.chat.startsWith(`${chat}-`))
    expect(await waiting(0)).toEqual([
      { channel: 'telegram', chat: `${chat}-a` },
      { channel: 'telegram', chat: `${chat}-b` },
    ])
    await store.failedOnce(`${chat}/2`, 'x', 50, 5)
    expect(await waiting(49)).toHaveLength(1)
    const before = await store.countNew()
    await store.done(`${chat}/1`)
    expect(await store.countNew()).toBe(before - 1)
  })
})
