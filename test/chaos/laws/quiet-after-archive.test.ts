import { expect, test } from 'vitest'
import { quietAfterArchive } from '../../../src/chaos/laws/quiet-after-archive.ts'
import { card, number, record } from '../support/story.ts'

const reminder = (at: number) => card(at, '5', { text: `⏰ PENGINGAT DAMKAR: belum diterima\n${number}` })
const archived = record({ status: 'archived', archivedAt: 10_000 })

test('an archived incident is quiet; one that is open need not be', () => {
  expect(quietAfterArchive({ records: [archived], shown: [reminder(9_000)] })).toEqual([])
  const open = record({ running: ['S4a:DAMKAR'] })
  expect(quietAfterArchive({ records: [open], shown: [reminder(900_000)] })).toEqual([])
})

test('a clock that still runs is wrong', () => {
  const records = [{ ...archived, running: ['S7'] }]
  expect(quietAfterArchive({ records, shown: [] })).toMatchObject([{ number, what: 'S7 still runs' }])
})

test('a reminder is wrong, once what was on its way must have arrived', () => {
  expect(quietAfterArchive({ records: [archived], shown: [reminder(54_000)] })).toEqual([])
  expect(quietAfterArchive({ records: [archived], shown: [reminder(56_000)] })).toMatchObject([{ number }])
})
