import { describe, expect, test } from 'vitest'
import { badSpan, covers, longestShiftHours } from '../../src/dispatch/duty/duty-list.ts'
import { ms } from './support/time.ts'

/** Local times of zones without summer time: WIB is UTC+7, WIT is UTC+9. */
const wib = (day: number, hour: number): number => Date.UTC(2026, 0, day, hour - 7)
const wit = (day: number, hour: number): number => Date.UTC(2026, 0, day, hour - 9)

describe('a shift', () => {
  const night = { from: wib(5, 19), until: wib(6, 7) }

  test('covers its first moment, and not the first of the next one', () => {
    expect(covers(night, night.from - 1)).toBe(false)
    expect(covers(night, night.from)).toBe(true)
    expect(covers(night, night.until - 1)).toBe(true)
    expect(covers(night, night.until)).toBe(false)
  })

  test('goes on past midnight, whatever the zone', () => {
    expect(covers(night, wib(6, 0))).toBe(true)
    expect(covers(night, wib(5, 0))).toBe(false)
    const eastern = { from: wit(5, 19), until: wit(6, 7) }
    expect(covers(eastern, wit(6, 0))).toBe(true)
    expect(covers(eastern, wib(6, 6))).toBe(false)
  })

  test('ends after it begins, and lasts a month at most', () => {
    expect(badSpan(night)).toBeUndefined()
    expect(badSpan({ from: night.until, until: night.from })).toBe('shiftEndsFirst')
    expect(badSpan({ from: night.from, until: night.from })).toBe('shiftEndsFirst')
    const month = ms(`${longestShiftHours}h`)
    expect(badSpan({ from: night.from, until: night.from + month })).toBeUndefined()
    expect(badSpan({ from: night.from, until: night.from + month + 1 })).toBe('shiftTooLong')
  })
})
