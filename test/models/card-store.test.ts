import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CardStore } from '../../src/application/ports/deliveries.ts'
import { card, t0 } from './builders.ts'
import { startTestStores, type TestStores } from './support.ts'

let db: TestStores
let store: CardStore
let incident = ''
let incidents = 0

beforeAll(async () => {
  db = await startTestStores()
  store = db.stores.cards
})
beforeEach(() => {
  incidents += 1
  incident = `incident-${incidents}`
})
afterAll(() => db.stop())

const ours = (name: string, change = {}) =>
  card(`${incident}/${name}`, { incident, chat: `${incident}/${name}`, ...change })
const lagging = async (name: string, at = 0) => (await store.lagging(`${incident}/${name}`, at))?.id ?? null

describe('cards', () => {
  test('a card is made once, whoever comes first', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(n => store.ensure(ours('a', { token: `token-${n}` }))))
    expect(new Set(made.map(({ token }) => token)).size).toBe(1)
    expect(await store.byId(`${incident}/a`)).toEqual(made[0])
    expect(await store.byId('none')).toBeNull()
  })

  test('ten changes become one edit', async () => {
    await store.ensure(ours('a'))
    await store.ensure(ours('b'))
    const wanted = await Promise.all(Array.from({ length: 10 }, () => store.want(incident)))
    expect(wanted[0]?.sort()).toEqual([`${incident}/a`, `${incident}/b`])
    const found = await store.lagging(`${incident}/a`, 0)
    expect(found).toMatchObject({ wanted: 11, shown: 1 })
    await store.showed(`${incident}/a`, 11, null)
    expect(await lagging('a')).toBeNull()
    expect(await store.byId(`${incident}/a`)).toMatchObject({ wanted: 11, shown: 11 })
    expect(await lagging('b')).toBe(`${incident}/b`)
  })

  test('a change that comes while the card is edited is not forgotten', async () => {
    await store.ensure(ours('a'))
    await store.want(incident)
    const rendered = (await store.lagging(`${incident}/a`, 0))?.wanted ?? 0
    await store.want(incident)
    await store.showed(`${incident}/a`, rendered, null)
    expect(await lagging('a')).toBe(`${incident}/a`)
    expect(await store.byId(`${incident}/a`)).toMatchObject({ wanted: rendered + 1, shown: rendered })
  })

  test('wants and showings at the same time never leave a card behind unnoticed', async () => {
    await store.ensure(ours('a'))
    const id = `${incident}/a`
    const show = async () => {
      const seen = await store.byId(id)
      if (seen) await store.showed(id, seen.wanted, null)
    }
    await Promise.all(Array.from({ length: 60 }, (_, n) => (n % 2 ? show() : store.want(incident))))
    const after = await store.byId(id)
    expect(after?.wanted).toBe(31)
    expect(await lagging('a')).toBe(after && after.shown < after.wanted ? id : null)
    await show()
    expect(await lagging('a')).toBeNull()
  })

  test('an older showing that comes late changes nothing', async () => {
    await store.ensure(ours('a'))
    await store.want(incident)
    await store.showed(`${incident}/a`, 2, t0)
    await store.showed(`${incident}/a`, 1, t0 + 99)
    expect(await store.byId(`${incident}/a`)).toMatchObject({ wanted: 2, shown: 2, refreshAt: t0 })
  })

  test('an older edit that ends after a newer one is made good by one more, and its copy is known', async () => {
    await store.ensure(ours('a', { wanted: 2 }))
    const id = `${incident}/a`
    await store.showed(id, 2, t0, { look: 'newer' })
    await store.showed(id, 1, null, { look: 'older', copy: 'late' })
    expect(await store.byId(id)).toMatchObject({ wanted: 3, shown: 2, look: null, messageIds: ['late'] })
    expect(await lagging('a')).toBe(id)
  })

  test('of a chat the card that was wanted first comes first, and keeps its place when it is wanted again', async () => {
    const chat = `${incident}/chat`
    const one = card(`${incident}/1`, { incident: `${incident}-1`, chat })
    const two = card(`${incident}/2`, { incident: `${incident}-2`, chat })
    await store.ensure(one)
    await store.ensure(two)
    await store.want(`${incident}-2`)
    await store.want(`${incident}-1`)
    await store.want(`${incident}-2`)
    expect((await store.lagging(chat, 0))?.id).toBe(two.id)
    await store.postpone(two.id, 5_000)
    expect((await store.lagging(chat, 4_999))?.id).toBe(one.id)
    expect((await store.lagging(chat, 5_000))?.id).toBe(two.id)
  })

  test('a card that was never shown lags from the beginning', async () => {
    await store.ensure(ours('new', { wanted: 1, shown: 0 }))
    expect(await lagging('new')).toBe(`${incident}/new`)
  })

  test('the sweep finds chats with lagging cards, each once, the longest waiting first', async () => {
    for (const name of ['a', 'b']) await store.ensure(ours(name, { wanted: 2 }))
    await store.ensure(card(`${incident}/a2`, { incident, chat: `${incident}/a`, wanted: 2 }))
    await store.ensure(ours('waits', { wanted: 2, notBefore: 100 }))
    const found = (at: number) => store.chatsLagging(at, 100)
    expect((await found(99)).filter(chat => chat.startsWith(incident))).toEqual([`${incident}/a`, `${incident}/b`])
    expect(await found(100)).toContain(`${incident}/waits`)
    const before = await store.countLagging()
    await store.showed(`${incident}/a`, 2, null)
    expect(await store.countLagging()).toBe(before - 1)
  })

  test('copies are known once, the newest last, lead to their card, and can be forgotten one by one', async () => {
    await store.ensure(ours('a'))
    const id = `${incident}/a`
    for (const copy of ['m1', 'm2', 'm1', 'm3']) await store.addCopy(id, copy)
    await Promise.all([1, 2, 3].map(() => store.addCopy(id, 'm4')))
    expect((await store.byId(id))?.messageIds).toEqual(['m1', 'm2', 'm3', 'm4'])
    expect((await store.byMessage(id, 'm2'))?.id).toBe(id)
    expect(await store.byMessage(`${incident}/b`, 'm2')).toBeNull()
    for (const copy of ['m2', 'm4', 'm9']) await store.forgetCopy(id, copy)
    expect((await store.byId(id))?.messageIds).toEqual(['m1', 'm3'])
    expect(await store.byMessage(id, 'm2')).toBeNull()
    await store.forgetCopies(id)
    expect((await store.byId(id))?.messageIds).toEqual([])
    expect((await store.forIncident(incident)).map(found => found.id)).toEqual([id])
  })

  test('a menu wants an edit, stays while it is open, and goes with the showing after its end', async () => {
    // of the cards of this file only
    await store.refreshDue(t0 + 1_000)
    await store.ensure(ours('a'))
    const id = `${incident}/a`
    const menu = { kind: 'outcome', until: t0 + 60 } as const
    await store.setMenu(id, menu)
    expect(await store.lagging(id, 0)).toMatchObject({ menu, wanted: 2 })
    await store.showed(id, 2, menu.until)
    expect(await store.byId(id)).toMatchObject({ menu, refreshAt: menu.until })
    expect(await store.refreshDue(menu.until - 1)).toEqual([])
    expect(await store.refreshDue(menu.until)).toEqual([id])
    expect(await store.refreshDue(menu.until)).toEqual([])
    expect(await lagging('a')).toBe(id)
    await store.showed(id, 3, t0 + 120)
    expect((await store.byId(id))?.menu).toBeUndefined()
    expect((await store.byId(id))?.refreshAt).toBe(t0 + 120)
  })

  test('a menu that was opened while an older version was shown stays', async () => {
    await store.ensure(ours('a'))
    const id = `${incident}/a`
    await store.setMenu(id, { kind: 'declineReason', until: t0 })
    await store.showed(id, 1, null)
    expect((await store.byId(id))?.menu).toBeDefined()
    await store.setMenu(id, null)
    expect((await store.byId(id))?.menu).toBeUndefined()
    expect(await lagging('a')).toBe(id)
  })
})
