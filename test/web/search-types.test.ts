import { describe, expect, it } from 'vitest'
import { standardRunCards } from '../../src/dispatch/run-cards/standard-run-cards.ts'
import { searchTypes } from '../../src/web/intake/search-types.ts'
import { synonyms } from '../../src/web/intake/synonyms.ts'

const cards = standardRunCards.map(({ code, name, priority, restricted }) => ({ code, name, priority, restricted }))
const found = (typed: string) => searchTypes(cards, typed).map(card => card.code)

describe('the search for a type of incident', () => {
  it.each([
    ['kobong', 'KBK-BGN'],
    ['laka', 'LAKA'],
    ['ular', 'HWN'],
    ['ula', 'HWN'],
    ['kejepit', 'JEPIT'],
    ['rob', 'ROB'],
    ['ngamuk', 'ODGJ'],
    ['pingsan', 'MED'],
    ['pohon', 'PHN'],
    ['wit', 'PHN'],
    ['kbk-kdr', 'KBK-KDR'],
    ['drowning', 'TGLM'],
    ['segara', 'LAUT'],
    ['elpiji bocor', 'GAS'],
    ['kebakaran kendaraan', 'KBK-KDR'],
  ])('finds for "%s" first %s', (typed, code) => {
    expect(found(typed)[0]).toBe(code)
  })

  it('shows every type while nothing is typed, in the order of the cards', () => {
    expect(found('  ')).toEqual(cards.map(card => card.code))
  })

  it('wants all words to fit', () => {
    expect(found('kebakaran ular')).toEqual([])
  })

  it('knows only codes that the standard run cards have', () => {
    const codes = new Set(cards.map(card => card.code))
    const unknown = Object.values(synonyms)
      .flat()
      .filter(code => !codes.has(code))
    expect(unknown).toEqual([])
  })
})
