import { describe, expect, it } from 'vitest'
import { standardRunCards } from '../../src/dispatch/run-cards/standard-run-cards.ts'
import { guidanceEn } from '../../src/i18n/console/guidance-en.ts'
import { guidanceId } from '../../src/i18n/console/guidance-id.ts'
import { guidanceOf } from '../../src/web/components/guidance/guidance-words.ts'

/** More letters than this do not fit two lines of the panel: nobody reads them aloud under stress. */
const longest = 120

describe('what to ask and to advise', () => {
  const codes = [...standardRunCards.map(({ code }) => code), 'other'].sort()

  it.each([
    ['Indonesian', guidanceId],
    ['English', guidanceEn],
  ])('is there for every standard type and for all others, in %s', (_, words) => {
    expect(Object.keys(words).sort()).toEqual(codes)
    for (const [code, { ask, tell }] of Object.entries(words)) {
      expect(ask.length, code).toBe(3)
      expect(tell.length, code).toBeGreaterThanOrEqual(3)
      for (const line of [...ask, ...tell]) {
        expect(line.length, line).toBeLessThanOrEqual(longest)
        expect(line, 'one sentence, no spaces at its ends').toMatch(/^\S.*[.?]$/)
      }
      for (const question of ask) expect(question, code).toMatch(/\?|\.$/)
      expect(new Set([...ask, ...tell]).size, `${code} says nothing twice`).toBe(ask.length + tell.length)
    }
  })

  it('says as much in both languages', () => {
    for (const { code } of standardRunCards) {
      expect(guidanceOf(code, 'en').tell.length, code).toBe(guidanceOf(code, 'id').tell.length)
    }
  })

  it('falls back to what fits everything for a type that a centre made', () => {
    expect(guidanceOf('KMP', 'id')).toBe(guidanceId.other)
    expect(guidanceOf('toString', 'en')).toBe(guidanceEn.other)
  })
})
