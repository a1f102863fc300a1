import { expect, test } from 'vitest'
import { arrivalNumbers } from '../../src/models/arrival-numbers.ts'

test('numbers grow while the clock stands, and when it steps back', () => {
  let now = 5
  const arrivals = arrivalNumbers(() => now)
  const taken = [arrivals.next(), arrivals.reserve(10), arrivals.next()]
  now = 3
  taken.push(arrivals.next())
  expect(taken).toEqual([5_000, 5_001, 5_011, 5_012])
})

test('what comes later on the clock has the greater number, in every process', () => {
  let now = 5
  const [ours, theirs] = [arrivalNumbers(() => now), arrivalNumbers(() => now)]
  const first = ours.next()
  now = 6
  expect(theirs.next()).toBeGreaterThan(first)
  expect(Number.isSafeInteger(arrivalNumbers(() => Date.UTC(2200, 1)).next())).toBe(true)
})
