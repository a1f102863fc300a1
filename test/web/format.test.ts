import { describe, expect, it } from 'vitest'
import { formatSpan, formatTime, lastTimeOfDay, zoneName } from '../../src/web/time/format.ts'

const zone = 'Asia/Jakarta'
/** 22 Nov 2026 00:10:00 in Jakarta. */
const justAfterMidnight = Date.UTC(2026, 10, 21, 17, 10)

describe('times on the page', () => {
  it.each([
    [0, '0:00'],
    [7.9, '0:07'],
    [760, '12:40'],
    [3723, '1:02:03'],
    [-5, '0:00'],
  ])('shows %s seconds as %s', (seconds, shown) => {
    expect(formatSpan(seconds)).toBe(shown)
  })

  it("shows the centre's wall clock with seconds", () => {
    expect(formatTime(justAfterMidnight, 'id', zone)).toBe('00.10.00')
    expect(formatTime(justAfterMidnight, 'en', zone)).toBe('00:10:00')
    expect(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'].map(zoneName)).toEqual(['WIB', 'WITA', 'WIT'])
  })
})

describe('a time as somebody says it on the radio', () => {
  it.each([
    ['00.05', Date.UTC(2026, 10, 21, 17, 5)],
    ['0:05:30', Date.UTC(2026, 10, 21, 17, 5, 30)],
    ['23.58', Date.UTC(2026, 10, 21, 16, 58)],
    ['00.11', Date.UTC(2026, 10, 20, 17, 11)],
  ])('%s has happened already, yesterday if need be', (said, instant) => {
    expect(lastTimeOfDay(said, justAfterMidnight, zone)).toBe(instant)
  })

  it.each(['', 'tadi', '24.00', '7', '12.60', '12.30.61'])('"%s" is none', said => {
    expect(lastTimeOfDay(said, justAfterMidnight, zone)).toBeNull()
  })
})
