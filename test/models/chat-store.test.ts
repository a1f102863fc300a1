import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PairingCode } from '../../src/application/ports/chats.ts'
import { chat, t0 } from './builders.ts'
import { startTestStores, type TestStores, winners } from './support.ts'

let db: TestStores
beforeAll(async () => {
  db = await startTestStores()
})
afterAll(() => db.stop())

const code = (digits: string, change: Partial<PairingCode> = {}): PairingCode => ({
  code: digits,
  centre: 'SMG',
  audience: { kind: 'supervisorsChat' },
  createdBy: 'admin',
  expiresAt: t0 + 600_000,
  ...change,
})

test('a chat is found by id, address and audience, the one paired last first', async () => {
  const { chats } = db.stores
  const older = chat('older', { address: { chat: '-1' } })
  const newer = chat('newer', { address: { chat: '-1', thread: 5 }, pairedAt: t0 + 1 })
  const supervisors = chat('sup', { address: { chat: '-2' }, audience: { kind: 'supervisorsChat' } })
  const elsewhere = chat('clg', { address: { chat: '-3' }, centre: 'CLG' })
  for (const each of [older, newer, supervisors, elsewhere]) await chats.bind(each)
  expect(await chats.byId('older')).toEqual(older)
  expect(await chats.byAddress('telegram', { chat: '-1' })).toEqual(older)
  expect(await chats.byAddress('telegram', { chat: '-1', thread: 5 })).toEqual(newer)
  expect(await chats.byAddress('whatsapp', { chat: '-1' })).toBeNull()
  expect(await chats.forAudience('SMG', { kind: 'agency', agency: 'DAMKAR' })).toEqual([newer, older])
  expect(await chats.forAudience('SMG', { kind: 'contact', agency: 'DAMKAR', duty: 'dutyOfficer' })).toEqual([])
  expect(await chats.forAudience('SMG', { kind: 'user', user: 'u' })).toEqual([])
  expect((await chats.list('SMG')).map(({ id }) => id).sort()).toEqual(['newer', 'older', 'sup'])
  await chats.unbind('older')
  expect(await chats.byId('older')).toBeNull()
})

test('an address has one binding, the last', async () => {
  const { chats } = db.stores
  const address = { chat: '-50' }
  await chats.bind(chat('first', { address }))
  await chats.bind(chat('second', { address, title: 'again' }))
  await chats.bind(chat('second', { address, title: 'renamed' }))
  expect(await chats.byId('first')).toBeNull()
  expect(await chats.byAddress('telegram', address)).toMatchObject({ id: 'second', title: 'renamed' })
  await Promise.all(Array.from({ length: 8 }, (_, n) => chats.bind(chat(`race-${n}`, { address }))))
  const bound = (await chats.list('SMG')).filter(found => found.address.chat === '-50')
  expect(bound).toHaveLength(1)
})

test('a moved chat keeps its id, even when its new address was paired already', async () => {
  const { chats } = db.stores
  await chats.bind(chat('moves', { address: { chat: '-60' } }))
  await chats.bind(chat('there', { address: { chat: '-160' } }))
  await chats.move('moves', { chat: '-160' })
  expect((await chats.byAddress('telegram', { chat: '-160' }))?.id).toBe('moves')
  expect(await chats.byAddress('telegram', { chat: '-60' })).toBeNull()
  expect(await chats.byId('there')).toBeNull()
  await chats.move('nobody', { chat: '-160' })
  expect((await chats.byAddress('telegram', { chat: '-160' }))?.id).toBe('moves')
  await chats.setHealth('moves', { status: 'down', detail: '403', since: t0 })
  expect((await chats.byId('moves'))?.health).toEqual({ status: 'down', detail: '403', since: t0 })
})

test('a change of health is news until it is told; what changed while it was told is news again', async () => {
  const { chats } = db.stores
  const down = { status: 'down', detail: '403', since: t0 } as const
  const newsOf = async (id: string) => (await chats.healthNews(100)).find(news => news.chat.id === id)
  await chats.bind(chat('ill', { address: { chat: '-70' } }))
  expect(await chats.setHealth('ill', { status: 'ok' })).toBe(false)
  expect(await newsOf('ill')).toBeUndefined()
  expect(await Promise.all([1, 2, 3].map(() => chats.setHealth('ill', down)))).toContain(true)
  expect(await newsOf('ill')).toMatchObject({ told: 'ok', change: 1, chat: { health: down } })
  expect((await chats.down()).map(({ id }) => id)).toContain('ill')
  await chats.setHealth('ill', { status: 'ok' })
  await chats.healthTold('ill', 'down')
  expect(await newsOf('ill')).toMatchObject({ told: 'down', change: 2, chat: { health: { status: 'ok' } } })
  await chats.healthTold('ill', 'ok')
  expect(await newsOf('ill')).toBeUndefined()
})

test('a pause of a chat is kept, the longest one', async () => {
  const { chats } = db.stores
  await chats.bind(chat('paused', { address: { chat: '-80' } }))
  for (const until of [5_000, 9_000, 7_000]) await chats.pause('paused', until)
  expect((await chats.byId('paused'))?.pausedUntil).toBe(9_000)
})

test('a pairing code works once, in its time, for one of many', async () => {
  const { chats } = db.stores
  expect(await chats.addCode(code('483920'))).toBe(true)
  expect(await chats.addCode(code('483920', { centre: 'CLG' }))).toBe(false)
  expect(await chats.redeemCode('483920', t0 + 600_000, 'a')).toBeNull()
  expect(await chats.redeemCode('000000', t0, 'a')).toBeNull()
  let redeemer = 0
  expect(await winners(10, () => chats.redeemCode('483920', t0 + 5, `chat ${redeemer++}`))).toBe(1)
  const [used] = await chats.codes('SMG')
  expect(await chats.redeemCode('483920', t0 + 5, used?.usedBy ?? '')).toMatchObject({ code: '483920' })
  expect(await chats.codes('SMG')).toEqual([code('483920', { usedAt: t0 + 5, usedBy: used?.usedBy ?? '' })])
  await chats.spendCode('483920')
  expect(await chats.redeemCode('483920', t0 + 6, used?.usedBy ?? '')).toBeNull()
  expect(await chats.codes('SMG')).toEqual([code('483920', { usedAt: t0 + 5 })])
  expect(await chats.codes('CLG')).toEqual([])
})
