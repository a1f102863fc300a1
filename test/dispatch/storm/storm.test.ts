import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextStorm, type Storm, stormThresholds } from '../../../src/dispatch/storm/storm.ts'

const { begins, ends, aheadEnds, shortestSeconds } = stormThresholds
const shortestMs = shortestSeconds * 1000
const count = fc.nat(200)
const quiet = (recent: number) => ({ recent, ahead: 0 })

/** What becomes of a centre while counts come in, one a second. */
const history = (counts: readonly number[]): (Storm | null)[] => {
  const states: (Storm | null)[] = []
  for (const [second, recent] of counts.entries())
    states.push(nextStorm(states.at(-1) ?? null, quiet(recent), second * 1000))
  return states
}

describe('a storm', () => {
  test('begins at its threshold and not below', () => {
    expect(nextStorm(null, quiet(begins - 1), 5_000)).toBeNull()
    expect(nextStorm(null, quiet(begins), 5_000)).toEqual({ since: 5_000, most: begins })
  })

  test('ends when few incidents are left in its window, after its shortest time', () => {
    const storm = { since: 0, most: begins }
    expect(nextStorm(storm, quiet(ends), shortestMs - 1)).toEqual(storm)
    expect(nextStorm(storm, quiet(ends + 1), shortestMs)).toEqual(storm)
    expect(nextStorm(storm, { recent: 0, ahead: aheadEnds + 1 }, shortestMs)).toEqual(storm)
    expect(nextStorm(storm, { recent: ends, ahead: aheadEnds }, shortestMs)).toBeNull()
  })

  test('is not held fast by a clock that was set back', () => {
    expect(nextStorm({ since: 1_000_000, most: begins }, quiet(0), 0)).toBeNull()
  })

  test('between the two thresholds nothing changes, whatever was', () => {
    fc.assert(
      fc.property(fc.integer({ min: ends + 1, max: begins - 1 }), fc.nat(), (recent, now) => {
        expect(nextStorm(null, quiet(recent), now)).toBeNull()
        const storm = { since: 0, most: begins }
        expect(nextStorm(storm, quiet(recent), now)).toEqual(storm)
      }),
    )
  })

  test('whatever comes, it never flickers: each lasts its shortest time, and one asks for many', () => {
    fc.assert(
      fc.property(fc.array(count, { maxLength: 2_000 }), counts => {
        const states = history(counts)
        for (const [second, state] of states.entries()) {
          const before = states[second - 1] ?? null
          if (!before && state) expect(counts[second]).toBeGreaterThanOrEqual(begins)
          if (before && !state) {
            expect(counts[second]).toBeLessThanOrEqual(ends)
            expect(second * 1000 - before.since).toBeGreaterThanOrEqual(shortestMs)
          }
          if (before && state) expect(state.since).toBe(before.since)
        }
      }),
    )
  })

  test('tells the most that its window held', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: begins, max: 200 }), { minLength: 1 }), counts => {
        expect(history(counts).at(-1)?.most).toBe(Math.max(...counts))
      }),
    )
  })

  test('asked again at the same moment, it says the same', () => {
    fc.assert(
      fc.property(count, fc.nat(), fc.option(fc.record({ since: fc.nat(), most: count })), (recent, now, storm) => {
        const once = nextStorm(storm, quiet(recent), now)
        if (storm && !once) return
        expect(nextStorm(once, quiet(recent), now)).toEqual(once)
      }),
    )
  })
})
