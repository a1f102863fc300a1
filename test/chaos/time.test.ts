import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { firstCalmEnd } from '../../src/chaos/system/outages.ts'
import { ServiceTime } from '../../src/chaos/system/service-time.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

test('service time runs at its rate, jumps, and every moment of it has its machine moment', () => {
  const time = new ServiceTime()
  expect(time.now()).toBe(1_000_000)
  time.change({ rate: 4 })
  vi.setSystemTime(1_001_000)
  expect(time.now()).toBe(1_004_000)
  time.change({ forwardMs: 60_000 })
  vi.setSystemTime(1_002_000)
  expect(time.now()).toBe(1_068_000)
  expect(time.machineAt(999_000)).toBe(999_000)
  expect(time.machineAt(1_002_000)).toBe(1_000_500)
  // what the jump passed over came with it
  expect(time.machineAt(1_050_000)).toBe(1_001_000)
  expect(time.machineAt(1_068_000)).toBe(1_002_000)
})

test('a clock that was not told of a jump is behind by just that', () => {
  const time = new ServiceTime()
  const before = { machine: 0, service: 0, rate: 1 }
  time.change({ forwardMs: 5_000 })
  expect(time.behind(before)).toBe(5_000)
})

test.each([
  ['nothing was away', [], 15],
  ['it was away before', [{ what: '', from: -9, to: 0 }], 15],
  ['it was away at that moment', [{ what: '', from: -5, to: 10 }], 25],
  ['it went away soon after', [{ what: '', from: 14, to: 20 }], 35],
  ['it went away later', [{ what: '', from: 15, to: 20 }], 15],
  [
    'one thing after the other',
    [
      { what: '', from: 30, to: 40 },
      { what: '', from: -1, to: 16 },
    ],
    55,
  ],
  [
    'two at once',
    [
      { what: '', from: 1, to: 30 },
      { what: '', from: 2, to: 5 },
    ],
    45,
  ],
  ['it is away still', [{ what: '', from: 1 }], Number.POSITIVE_INFINITY],
])('the parts are back for 15 ms: %s', (_, outages, end) => {
  expect(firstCalmEnd(outages, 0, start => start + 15)).toBe(end)
})
