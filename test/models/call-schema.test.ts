import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../src/dispatch/vocabulary.ts'
import { call, t0 } from './builders.ts'
import { startTestStores, type TestStores } from './support.ts'

let db: TestStores
beforeAll(async () => {
  db = await startTestStores()
})
afterAll(() => db.stop())

/** A call as the first version wrote it: words in state and events, the referral inside the resolution. */
const old = (id: string) => {
  const referral = { receiver: 'Lapor Semar', ticket: 'LS-1' }
  const resolution = { kind: 'answered', topic: 'lampu jalan', answer: 'ref-of-answer', referral }
  const recorded = { seq: 1, at: t0, recordedAt: t0, by: system, commandId: 'x' }
  return {
    _id: id,
    schemaNumber: 1,
    centre: 'SMG',
    status: 'resolved',
    nextDueAt: null,
    openedAt: t0,
    version: 3,
    state: { ...call(id), resolvedAt: t0, resolution },
    commands: [{ id: 'x' }],
    events: [{ type: 'CallResolved', resolution, ...recorded }],
    effects: [],
  }
}

const insert = (id: string) => db.run({ insert: 'calls', documents: [old(id)] })

test('a call of schema 1 is written anew when it is first read: its words are erasable then, none is lost', async () => {
  await insert('lama')
  const loaded = await db.stores.calls.load('lama')
  const { resolution, referral } = loaded?.state ?? {}
  const texts = await db.stores.texts.of('lama')
  if (resolution?.kind !== 'answered' || !referral) throw new Error('the call lost what became of it')
  expect([texts.get(resolution.topic), texts.get(referral.receiver), texts.get(referral.ticket ?? '')]).toEqual([
    'lampu jalan',
    'Lapor Semar',
    'LS-1',
  ])
  expect(resolution.answer).toBe('ref-of-answer')
  expect(referral).toMatchObject({ status: 'waiting', at: t0 })
  expect(loaded?.version).toBe(3)
  expect(await db.stores.texts.erase('lama')).toBe(3)
  const stored = JSON.stringify(await db.run({ find: 'calls', filter: { _id: 'lama' } }))
  for (const word of ['lampu', 'Semar', 'LS-1']) expect(stored).not.toContain(word)
  expect(stored).toContain('"schemaNumber":2')
})

test('lists and histories read it in the present schema too, and two who read at once agree', async () => {
  await insert('daftar')
  await insert('riwayat')
  const [listed] = await db.stores.calls.list({ centre: 'SMG', ids: ['daftar'], limit: 1 })
  expect(listed?.referral).toMatchObject({ status: 'waiting' })
  const histories = await Promise.all([1, 2].map(() => db.stores.calls.history('riwayat')))
  for (const history of histories) expect(JSON.stringify(history)).not.toContain('Semar')
})
