import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Incident } from '../../src/dispatch/incident/incident.ts'
import { call, deskPing, ended, saving, t0 } from './builders.ts'
import { startTestStores, type TestStores, winners } from './support.ts'

let db: TestStores
beforeAll(async () => {
  db = await startTestStores()
})
afterAll(() => db.stop())

describe('calls and incidents', () => {
  test('of many that save the same version exactly one wins, and the loser finds what the winner wrote', async () => {
    const { calls } = db.stores
    expect(await winners(10, n => calls.save(saving('race', { commandId: `open-${n}` })))).toBe(1)
    const changed = (n: number) =>
      calls.save(
        saving('race', {
          expected: 1,
          state: call('race', { lastSeq: n }),
          events: [ended(n, `end-${n}`)],
          effects: [deskPing(`e${n}`)],
          commandId: `end-${n}`,
        }),
      )
    expect(await winners(20, changed)).toBe(1)
    const loaded = await calls.load('race')
    const winner = loaded?.state.lastSeq
    expect(loaded?.version).toBe(2)
    expect(loaded?.commandIds.size).toBe(2)
    expect(loaded?.commandIds.has(`end-${winner}`)).toBe(true)
    expect(await calls.events('race')).toEqual([ended(Number(winner), `end-${winner}`)])
    expect(await calls.effects('race')).toEqual([deskPing(`e${winner}`)])
  })

  test('two processes that add in turns lose nothing', async () => {
    const first = db.stores.calls
    const second = (await db.another()).calls
    await db.stores.calls.save(saving('turns'))
    const add = async (calls: typeof first, n: number): Promise<void> => {
      const loaded = await calls.load('turns')
      if (!loaded) throw new Error('gone')
      const { state, version: expected } = loaded
      const seq = state.lastSeq + 1
      const saved = await calls.save(
        saving('turns', {
          expected,
          state: { ...state, lastSeq: seq },
          events: [ended(seq, `c${n}`)],
          commandId: `c${n}`,
        }),
      )
      if (!saved) await add(calls, n)
    }
    await Promise.all(Array.from({ length: 30 }, (_, n) => add(n % 2 ? first : second, n)))
    const events = await db.stores.calls.events('turns')
    expect(events.map(event => event.seq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
    expect((await db.stores.calls.load('turns'))?.version).toBe(31)
  })

  test('an unknown id loads as nothing', async () => {
    expect(await db.stores.calls.load('nobody')).toBeNull()
    expect(await db.stores.calls.events('nobody')).toEqual([])
    expect(await db.stores.calls.effects('nobody')).toEqual([])
    expect(await db.stores.calls.save(saving('nobody', { expected: 3 }))).toBe(false)
  })

  test('the state comes back as it was: dots and dollars in keys, empty objects, nothing for undefined', async () => {
    const state = {
      ...call('odd'),
      silencedUntil: { 'S4b:SMG-1/DAMKAR.pos.2': t0, $weird: 1, a$b: 2 },
      closures: {},
      note: '$set {"$gt": ""} a.b <b>&',
      absent: undefined,
      nothing: null,
    }
    const incident = state as unknown as Incident
    const index = { centre: 'SMG', status: 'open', nextDueAt: null, openedAt: t0 }
    const first = { id: 'odd', index, events: [], effects: [], state: incident }
    expect(await db.stores.incidents.save({ ...first, expected: null, commandId: 'c1' })).toBe(true)
    expect((await db.stores.incidents.load('odd'))?.state).toEqual({ ...state, absent: undefined })
    expect(await db.stores.incidents.save({ ...first, expected: 1, commandId: 'c2' })).toBe(true)
    const again = (await db.stores.incidents.load('odd'))?.state
    expect(again).toEqual(state)
    expect(Object.hasOwn(again ?? {}, 'absent')).toBe(false)
  })

  test('events are kept per command, effects until the relay has removed them', async () => {
    const { calls } = db.stores
    await calls.save(
      saving('log', { events: [ended(1, 'one'), ended(2, 'one')], effects: [deskPing('a'), deskPing('b')] }),
    )
    await calls.save(
      saving('log', { expected: 1, events: [ended(3, 'two')], effects: [deskPing('c')], commandId: 'two' }),
    )
    expect((await calls.events('log', 'one')).map(event => event.seq)).toEqual([1, 2])
    expect((await calls.events('log')).map(event => event.seq)).toEqual([1, 2, 3])
    expect(await calls.withEffects(100)).toContain('log')
    await calls.removeEffects('log', ['a', 'c'])
    expect(await calls.effects('log')).toEqual([deskPing('b')])
    expect(await calls.withEffects(100)).toContain('log')
    await calls.removeEffects('log', ['b'])
    expect(await calls.withEffects(100)).not.toContain('log')
    expect((await calls.load('log'))?.version).toBe(2)
  })

  test('deadlines come earliest first, and only those that have passed', async () => {
    const { calls } = db.stores
    const due = (id: string, nextDueAt: number | null) =>
      calls.save(saving(id, { index: { centre: 'SMG', status: 'open', nextDueAt, openedAt: t0 } }))
    await Promise.all([due('d3', 3_000), due('d1', 1_000), due('d0', null), due('d2', 2_000), due('d9', 9_000)])
    expect(await calls.due(3_000, 10)).toEqual(['d1', 'd2', 'd3'])
    expect(await calls.due(3_000, 2)).toEqual(['d1', 'd2'])
    await calls.save(saving('d1', { expected: 1, commandId: 'x' }))
    expect(await calls.due(3_000, 10)).toEqual(['d2', 'd3'])
  })

  test('lists are of one centre, newest first, by status, number, ids and page', async () => {
    const { calls } = db.stores
    const add = (n: number, centre: string, status: string) =>
      calls.save(
        saving(`${centre}-${n}`, {
          state: call(`${centre}-${n}`, { centre }),
          index: { centre, status, number: `${centre}-2603-${n}`, nextDueAt: null, openedAt: t0 + n },
        }),
      )
    await Promise.all([1, 2, 3, 4].flatMap(n => [add(n, 'CLG', n % 2 ? 'open' : 'ended'), add(n, 'PWK', 'open')]))
    const ids = async (query: object) =>
      (await calls.list({ centre: 'CLG', limit: 10, ...query })).map(state => state.id)
    expect(await ids({})).toEqual(['CLG-4', 'CLG-3', 'CLG-2', 'CLG-1'])
    expect(await ids({ limit: 2 })).toEqual(['CLG-4', 'CLG-3'])
    expect(await ids({ before: t0 + 3 })).toEqual(['CLG-2', 'CLG-1'])
    expect(await ids({ statuses: ['ended'] })).toEqual(['CLG-4', 'CLG-2'])
    expect(await ids({ statuses: ['ended', 'open'] })).toHaveLength(4)
    expect(await ids({ number: 'CLG-2603-3' })).toEqual(['CLG-3'])
    expect(await ids({ number: 'CLG-26.*' })).toEqual([])
    expect(await ids({ ids: ['CLG-1', 'PWK-1', 'CLG-2'] })).toEqual(['CLG-2', 'CLG-1'])
    expect(await ids({ ids: [] })).toEqual([])
  })
})
