import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerSecondsOf, typedSeconds } from '../../../src/web/admin/answer-seconds.ts'
import { moved } from '../../../src/web/admin/move.ts'
import { changesOf, rebase, same } from '../../../src/web/admin/rebase.ts'

const agency = { name: 'Damkar', phones: ['1', '2'], active: true }

describe('a form on a record that somebody else changed meanwhile', () => {
  it('keeps what only one of the two changed as that one has it', () => {
    const mine = { ...agency, phones: ['2', '1'] }
    const now = { ...agency, name: 'Dinas Damkar' }
    expect(rebase(agency, mine, now)).toEqual({ parts: { ...agency, ...now, phones: ['2', '1'] }, conflicts: [] })
  })

  it('names what both changed, with both values, and keeps mine until somebody chooses', () => {
    const mine = { ...agency, name: 'Damkar Kota' }
    const now = { ...agency, name: 'Dinas Damkar', active: false }
    expect(rebase(agency, mine, now)).toEqual({
      parts: { ...agency, name: 'Damkar Kota', active: false },
      conflicts: [{ name: 'name', mine: 'Damkar Kota', now: 'Dinas Damkar' }],
    })
  })

  it('is at one with a colleague who wrote the same', () => {
    const both = { ...agency, name: 'Dinas Damkar' }
    expect(rebase(agency, both, both)).toEqual({ parts: both, conflicts: [] })
  })

  it('counts a part that is not there as taken away: by me, by the other, by one against a change', () => {
    const parts = { a: 1, b: 2 } as Record<string, number>
    expect(rebase(parts, { a: 1 }, parts)).toEqual({ parts: { a: 1 }, conflicts: [] })
    expect(rebase(parts, parts, { a: 1 })).toEqual({ parts: { a: 1 }, conflicts: [] })
    expect(rebase(parts, { a: 1, b: 3 }, { a: 1 })).toEqual({
      parts: { a: 1, b: 3 },
      conflicts: [{ name: 'b', mine: 3, now: undefined }],
    })
  })

  it('loses nothing: every part of the result is mine or theirs, and what I changed is mine', () => {
    const parts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 2 }))
    fc.assert(
      fc.property(parts, parts, parts, (base, mine, now) => {
        const result = rebase(base, mine, now)
        for (const name of ['a', 'b', 'c', 'd']) {
          const iChanged = base[name] !== mine[name]
          expect(result.parts[name]).toBe(iChanged ? mine[name] : now[name])
          const theyDid = base[name] !== now[name] && mine[name] !== now[name]
          expect(result.conflicts.some(conflict => conflict.name === name)).toBe(iChanged && theyDid)
        }
      }),
    )
  })

  it('sends only what differs, together with what was shown; the order of keys says nothing', () => {
    expect(changesOf(agency, { ...agency, active: false })).toEqual({ was: { active: true }, to: { active: false } })
    expect(same({ lat: 1, lng: 2 }, { lng: 2, lat: 1 })).toBe(true)
    expect(same(['1', '2'], ['2', '1'])).toBe(false)
  })
})

describe('times to answer', () => {
  const standard = { 1: 60, 2: 120, 3: 180, 4: 180 }
  it('are the standard while nothing is typed, and filled up from it once something is', () => {
    expect(answerSecondsOf(typedSeconds(null), standard)).toBeNull()
    expect(answerSecondsOf({ ...typedSeconds(null), 1: 30 }, standard)).toEqual({ ...standard, 1: 30 })
    expect(answerSecondsOf(typedSeconds({ 1: 10, 2: 20, 3: 30, 4: 40 }), standard)).toEqual({
      1: 10,
      2: 20,
      3: 30,
      4: 40,
    })
  })
})

describe('an ordered list', () => {
  it('moves an item by one place and stays as it is at its ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  })
})
