import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { periodKinds, periodOf, periodsBefore, periodWith } from '../../../src/dispatch/figures/period.ts'
import { hoursIn, localOf } from '../../../src/dispatch/figures/zone.ts'

/** The three of Indonesia, and some that shift their clocks, one of them at midnight. */
const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Europe/Berlin', 'America/Santiago', 'Pacific/Apia']
const zone = fc.constantFrom(...zones)
const kind = fc.constantFrom(...periodKinds)
const moment = fc.integer({ min: Date.UTC(2006, 0, 1), max: Date.UTC(2035, 11, 31) })

describe('every moment lies in one period of each kind', () => {
  test('which is found again by its name', () => {
    fc.assert(
      fc.property(moment, kind, zone, (at, of, timeZone) => {
        const period = periodWith(at, of, timeZone)
        expect(period.from).toBeLessThanOrEqual(at)
        expect(at).toBeLessThan(period.to)
        expect(periodOf(period.key, timeZone)).toEqual(period)
        expect(periodWith(period.from, of, timeZone)).toEqual(period)
        expect(periodWith(period.to - 1, of, timeZone)).toEqual(period)
      }),
    )
  })

  test('and those before it end where the next one begins', () => {
    fc.assert(
      fc.property(moment, kind, zone, fc.integer({ min: 1, max: 13 }), (at, of, timeZone, count) => {
        const period = periodWith(at, of, timeZone)
        const row = [...periodsBefore(period, count, timeZone), period]
        expect(row).toHaveLength(count + 1)
        for (const [index, one] of row.entries()) {
          expect(one.to).toBe(row[index + 1]?.from ?? period.to)
          expect(periodOf(one.key, timeZone)).toEqual(one)
        }
      }),
    )
  })

  test('hours are those that the clocks there show', () => {
    for (const timeZone of [...zones, 'Asia/Kathmandu']) {
      const hourOf = hoursIn(timeZone)
      fc.assert(
        fc.property(moment, at => {
          expect(hourOf(at)).toBe(localOf(at, timeZone).hour)
        }),
      )
    }
  })
})

const days = ({ from, to }: { from: number; to: number }) => (to - from) / 86_400_000

test('a caturwulan has four months: three in a year', () => {
  expect(
    ['2026-C1', '2026-C2', '2026-C3'].map(key => days(periodOf(key, 'Asia/Jakarta') ?? { from: 0, to: 0 })),
  ).toEqual([31 + 28 + 31 + 30, 31 + 30 + 31 + 31, 30 + 31 + 30 + 31])
  expect(periodOf('2024-C1', 'Asia/Jakarta')?.from).toBe(Date.UTC(2023, 11, 31, 17))
})

test('a day begins at midnight of the centre, not of the server', () => {
  expect(periodOf('2026-11-22', 'Asia/Jakarta')?.from).toBe(Date.UTC(2026, 10, 21, 17))
  expect(periodOf('2026-11-22', 'Asia/Jayapura')?.from).toBe(Date.UTC(2026, 10, 21, 15))
})

test('what is no period is none', () => {
  for (const key of ['', '2026', '2026-13', '2026-00', '2026-02-30', '2026-C4', '2026-C0', '1999-01', '2026-1', 'x']) {
    expect([key, periodOf(key, 'Asia/Jakarta')]).toEqual([key, null])
  }
})
