import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallerRecord, PhotoRecord, TextRecord } from '../../src/application/ports/records.ts'
import { system } from '../../src/dispatch/vocabulary.ts'
import { t0 } from './builders.ts'
import { startTestStores, type TestStores, winners } from './support.ts'

let db: TestStores
beforeAll(async () => {
  db = await startTestStores()
})
afterAll(() => db.stop())

const text = (ref: string, subject: string, words: string, change: Partial<TextRecord> = {}): TextRecord => ({
  ref,
  centre: 'SMG',
  subject,
  kind: 'address',
  text: words,
  at: t0,
  ...change,
})

test('texts come back by reference exactly as typed, and a repeat replaces', async () => {
  const { texts } = db.stores
  const hostile = '$set: {"$gt": ""} <b>&amp; _*`[ \u0000 😀 a.b'
  await texts.put(text('r1', 's1', hostile))
  await texts.put(text('r2', 's1', ''))
  await texts.put(text('r2', 's1', 'kedua'))
  expect(await texts.of('s1')).toEqual(
    new Map([
      ['r1', hostile],
      ['r2', 'kedua'],
    ]),
  )
  expect(await texts.of('none')).toEqual(new Map())
})

test('a text of a megabyte is kept', async () => {
  const { texts } = db.stores
  const long = 'kata'.repeat(10) + ' abc'.repeat(250_000)
  await texts.put(text('long', 'long', long))
  expect((await texts.of('long')).get('long')).toBe(long)
})

test('the search finds subjects that contain all words from their beginning, newest first, in one centre', async () => {
  const { texts } = db.stores
  await texts.put(text('a1', 'old', 'Kebakaran rumah di Jalan Pandanaran'))
  await texts.put(text('a2', 'old', 'Dekat Café Melati', { at: t0 + 1 }))
  await texts.put(text('b1', 'new', 'kebakaran lahan, Jl. PANDANARAN no. 5', { at: t0 + 9 }))
  await texts.put(text('c1', 'other', 'kebakaran pandanaran', { centre: 'CLG' }))
  const search = (...words: string[]) => texts.search('SMG', words, 10)
  expect(await search('kebakar')).toEqual(['new', 'old'])
  expect(await search('KEBAKARAN', 'pandan')).toEqual(['new', 'old'])
  expect(await search('cafe', 'rumah')).toEqual(['old'])
  expect(await search('bakaran')).toEqual([])
  expect(await search('kebakaran', 'laut')).toEqual([])
  expect(await search('.*')).toEqual([])
  expect(await search('')).toEqual([])
  expect(await search('jl. pandanaran')).toEqual(['new'])
  expect(await texts.search('SMG', ['kebakaran'], 1)).toEqual(['new'])
  expect(await texts.erase('new')).toBe(1)
  expect(await search('kebakaran')).toEqual(['old'])
  expect(await texts.of('new')).toEqual(new Map())
})

test('callers are kept per call, changed, and found by number', async () => {
  const { callers } = db.stores
  const caller = (call: string, change: Partial<CallerRecord> = {}): CallerRecord => ({
    call,
    centre: 'SMG',
    phone: '+62 000 1',
    name: null,
    callClass: null,
    openedAt: t0,
    callback: null,
    ...change,
  })
  await callers.put(caller('c1'))
  await callers.put(caller('c2', { openedAt: t0 + 2 }))
  await callers.put(caller('c3', { phone: null }))
  await callers.put(caller('c4', { centre: 'CLG' }))
  await callers.update('c1', { name: 'Pelapor', callClass: 'prank' })
  expect(await callers.byCall('c1')).toEqual(caller('c1', { name: 'Pelapor', callClass: 'prank' }))
  expect(await callers.byCall('none')).toBeNull()
  expect([...(await callers.byCalls(['c3', 'c1', 'none'])).keys()].sort()).toEqual(['c1', 'c3'])
  expect((await callers.history('SMG', '+62 000 1', 5)).map(({ call }) => call)).toEqual(['c2', 'c1'])
  expect(await callers.history('SMG', '+62 000 1', 1)).toHaveLength(1)
  await callers.update('c1', { phone: null, name: null })
  expect(await callers.history('SMG', '+62 000 1', 5)).toHaveLength(1)
})

test('a photo is kept once, byte by byte, and listed without its bytes', async () => {
  const { photos } = db.stores
  const bytes = new Uint8Array(randomBytes(300_000))
  const photo: PhotoRecord = {
    id: 'p1',
    centre: 'SMG',
    incident: 'i1',
    assignment: 'i1/DAMKAR',
    by: { kind: 'member', chat: '-1', id: '7', name: 'Regu A' },
    at: t0,
    mediaType: 'image/jpeg',
    bytes,
  }
  expect(await photos.put(photo)).toBe(true)
  expect(await photos.put({ ...photo, bytes: new Uint8Array([1]) })).toBe(false)
  const got = await photos.get('p1')
  expect(Buffer.compare(Buffer.from(got?.bytes ?? []), Buffer.from(bytes))).toBe(0)
  expect(got?.bytes).toBeInstanceOf(Uint8Array)
  await photos.put({ ...photo, id: 'p0', at: t0 - 1 })
  const { bytes: _, ...about } = photo
  expect(await photos.list('i1')).toEqual([{ ...about, id: 'p0', at: t0 - 1 }, about])
  expect(await photos.get('none')).toBeNull()
})

test('the audit trail keeps all, the newest first', async () => {
  const { audit } = db.stores
  const record = (n: number, centre: string | null = 'SMG') => ({
    at: t0,
    centre,
    by: system,
    what: `step ${n}`,
    subject: 's',
  })
  for (const n of [1, 2, 3]) await audit.add(record(n))
  await audit.add(record(4, null))
  const newest = await audit.list('SMG', 2)
  const order = expect.any(Number)
  const older = { ...(newest[1] && { before: newest[1] }) }
  expect(newest).toEqual([
    { ...record(3), order },
    { ...record(2), order },
  ])
  expect(await audit.list('SMG', 2, older)).toEqual([{ ...record(1), order }])

  const user = { kind: 'user', id: 'u-1', name: 'Sari' } as const
  await audit.add({ ...record(5), at: t0 + 1_000, by: user, what: 'agencyChanged' })
  await audit.add({ ...record(6), at: t0 + 2_000, what: 'agencyChanged' })
  const steps = async (filter: Parameters<typeof audit.list>[2]) =>
    (await audit.list('SMG', 10, filter)).map(({ at, what }) => [at - t0, what])
  expect(await steps({ what: ['agencyChanged', 'postChanged'] })).toEqual([
    [2_000, 'agencyChanged'],
    [1_000, 'agencyChanged'],
  ])
  expect(await steps({ user: 'u-1' })).toEqual([[1_000, 'agencyChanged']])
  expect(await steps({ from: t0 + 1_000, to: t0 + 2_000 })).toEqual([[1_000, 'agencyChanged']])
  expect(await steps({ ...older, from: t0, what: ['step 1', 'step 2'] })).toEqual([[0, 'step 1']])
})

test('what one user did, and what kind of thing was done, is found without reading the rest of the trail', async () => {
  const { audit } = db.stores
  const record = (n: number) => ({ at: t0 + n, centre: 'CLG', by: system, what: 'detailSeen', subject: 's' })
  for (let n = 0; n < 40; n += 1) await audit.add(record(n))
  const user = { kind: 'user', id: 'u-9', name: 'Rara' } as const
  await audit.add({ ...record(-2), by: user })
  await audit.add({ ...record(-1), what: 'profileChanged' })
  for (const filter of [{ user: 'u-9' }, { what: ['profileChanged', 'runCardsChanged'] }]) {
    db.sent.length = 0
    expect(await audit.list('CLG', 5, filter)).toHaveLength(1)
    const searches = db.sent.filter(({ find }) => find === 'audit')
    expect(searches.length).toBeGreaterThan(0)
    for (const { find, filter: asked, sort, limit } of searches) {
      const plan = await db.run({ explain: { find, filter: asked, sort, limit }, verbosity: 'executionStats' })
      expect(plan).toMatchObject({ executionStats: { totalDocsExamined: expect.toSatisfy((n: number) => n <= 1) } })
    }
  }
})

test('numbers of a series are given once each, without gaps', async () => {
  const { counters } = db.stores
  const other = (await db.another()).counters
  const given = await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 ? counters : other).next('SMG-260314')))
  expect(given.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
  expect(await counters.next('CLG-260314')).toBe(1)
})

test('a lease has one owner, who may renew it; it is free after its time or when given back', async () => {
  const { leases } = db.stores
  expect(await winners(10, n => leases.take('poll', `p${n}`, 1_000, 500))).toBe(1)
  const owner = (
    await Promise.all(
      Array.from({ length: 10 }, async (_, n) => ((await leases.take('poll', `p${n}`, 1_100, 500)) ? n : [])),
    )
  ).flat()
  expect(owner).toHaveLength(1)
  expect(await leases.take('poll', 'stranger', 1_599, 500)).toBe(false)
  expect(await winners(10, n => leases.take('poll', `q${n}`, 1_600, 500))).toBe(1)
  await leases.release('poll', 'stranger')
  expect(await leases.take('poll', 'stranger', 1_700, 500)).toBe(false)
  expect(await leases.take('other', 'stranger', 1_700, 500)).toBe(true)
  await leases.release('other', 'stranger')
  expect(await leases.take('other', 'somebody', 1_700, 500)).toBe(true)
})

test('settings keep any JSON value', async () => {
  const { settings } = db.stores
  for (const value of [{ machine: 1, 'a.b': { $c: [1, null] }, empty: {} }, 'text', 0, false, null, []]) {
    await settings.put('clock', value)
    expect(await settings.get('clock')).toEqual(value)
  }
  expect(await settings.get('unknown')).toBeNull()
})

test('a token keeps its meaning', async () => {
  const { tokens } = db.stores
  const meaning = { kind: 'card', incident: 'i', assignment: 'i/DAMKAR', chat: 'c' } as const
  await tokens.put('tok', meaning)
  expect(await tokens.meaning('tok')).toEqual(meaning)
  expect(await tokens.meaning('{"$gt":""}')).toBeNull()
})
