import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areKin, kinTypes } from '../../src/dispatch/duplicates/kin-types.ts'
import { type Sighting, similarity, similarityRules } from '../../src/dispatch/duplicates/similarity.ts'
import { metresBetween } from '../../src/dispatch/metres-between.ts'
import { standardRunCards } from '../../src/dispatch/run-cards/standard-run-cards.ts'
import { type EmergencyScenario, isEmergency } from '../../src/scenarios/scenario.ts'
import { semarangScenarios } from '../../src/scenarios/semarang.ts'
import { ms, start } from './support/time.ts'

const codes = standardRunCards.map(({ code }) => code)

const told = (id: string, at: number): Sighting => {
  const found = semarangScenarios.find(one => one.id === id)
  if (!found || !isEmergency(found)) throw new Error(`no emergency ${id}`)
  const { type, point, kelurahan }: EmergencyScenario = found
  return { at, type, point, words: new Set([kelurahan.toLowerCase()]) }
}
const stranger = (now: number) => ({ now, sameCaller: false })

describe('scenarios', () => {
  test('13: the crash of 03, 90 seconds later and about 75 metres away, is likely the same', () => {
    const now = start + ms('90s')
    expect(similarity(told('13', now), told('03', start), stranger(now))).toEqual({
      score: 84,
      level: 'strong',
      reasons: [{ kind: 'distance', metres: 80 }, { kind: 'sameType' }, { kind: 'time', minutes: 2 }],
    })
  })

  test('14: same road, type and hour, 1.3 km away, is not even shown', () => {
    const now = start + ms('10m')
    const [here, there] = [told('14', now), told('03', start)]
    expect(here.point && there.point && metresBetween(here.point, there.point)).toBeCloseTo(1335, -2)
    expect(similarity(here, there, stranger(now))).toBeNull()
    // the caller of 03 rings about it: shown, never as likely
    expect(similarity(here, there, { now, sameCaller: true })).toMatchObject({ level: 'possible' })
  })

  test('no two of the others are taken for one event', () => {
    const others = semarangScenarios.filter(isEmergency).filter(({ id }) => id !== '13')
    for (const one of others) {
      for (const other of others) {
        if (one.id !== other.id) {
          expect([one.id, other.id, similarity(told(one.id, start), told(other.id, start), stranger(start))]).toEqual([
            one.id,
            other.id,
            null,
          ])
        }
      }
    }
  })
})

const point = fc.record({
  lat: fc.double({ min: -8, max: -6, noNaN: true }),
  lng: fc.double({ min: 110, max: 111, noNaN: true }),
  accuracyMetres: fc.nat({ max: 3_000 }),
})
const optional = <T>(key: string, value: fc.Arbitrary<T>) => fc.option(value).map(v => (v === null ? {} : { [key]: v }))
const sighting: fc.Arbitrary<Sighting> = fc
  .tuple(
    fc.nat({ max: ms('8h') }),
    optional('type', fc.constantFrom(...codes)),
    optional('point', point),
    fc.uniqueArray(fc.constantFrom('silayur', 'ngaliyan', 'lodan', 'kaligawe', 'genuk')),
  )
  .map(([at, type, where, words]) => ({ at: start + at, ...type, ...where, words: new Set(words) }))

const scoreOf = (one: Sighting, other: Sighting, sameCaller = true): number =>
  similarity(one, other, { now: start, sameCaller })?.score ?? 0

describe('laws', () => {
  test('it does not matter which of the two was told first', () => {
    fc.assert(
      fc.property(sighting, sighting, fc.boolean(), (one, other, sameCaller) => {
        const circumstances = { now: start, sameCaller }
        expect(similarity(one, other, circumstances)).toEqual(similarity(other, one, circumstances))
      }),
    )
  })

  test('further away, or longer ago, is never more alike', () => {
    const steps = fc.tuple(fc.nat({ max: 5_000 }), fc.nat({ max: 5_000 }))
    fc.assert(
      fc.property(sighting, point, steps, steps, (one, from, [near, far], [soon, late]) => {
        const north = (metres: number) => ({ ...from, lat: from.lat + metres / 111_195 })
        const at = (metres: number, seconds: number): Sighting => ({
          ...one,
          at: one.at + seconds * 1000,
          point: north(metres),
        })
        const here: Sighting = { ...one, point: from }
        const [less, more] = [Math.min(near, far), Math.max(near, far)]
        const [sooner, later] = [Math.min(soon, late), Math.max(soon, late)]
        expect(scoreOf(here, at(more, later))).toBeLessThanOrEqual(scoreOf(here, at(less, sooner)))
      }),
    )
  })

  test('the same number is never less alike; type and time alone make no candidate', () => {
    fc.assert(
      fc.property(sighting, sighting, (one, other) => {
        expect(scoreOf(one, other, true)).toBeGreaterThanOrEqual(scoreOf(one, other, false))
        const { point: _, ...placeless } = { ...one, words: new Set<string>() }
        expect(similarity(placeless, placeless, stranger(start))).toBeNull()
      }),
    )
  })

  test('what closed more than two hours ago is no candidate any more', () => {
    const here = told('03', start)
    const closed = { ...here, overAt: start }
    const closedFor = (later: number) => similarity(here, closed, stranger(start + later))
    expect(closedFor(similarityRules.closedMs)).not.toBeNull()
    expect(closedFor(similarityRules.closedMs + 1)).toBeNull()
  })
})

test('kin types are types that there are, and kinship goes both ways', () => {
  for (const group of kinTypes) for (const code of group) expect(codes).toContain(code)
  for (const one of codes) for (const other of codes) expect(areKin(one, other)).toBe(areKin(other, one))
})
