import { describe, expect, it } from 'vitest'
import type { IncidentSummary } from '../../src/admin-api/contract/index.ts'
import { type Choice, chosen, everything, filtersOf, readChoice } from '../../src/web/board/choice.ts'
import { heldOrder } from '../../src/web/board/held-order.ts'

const now = 1_000_000
const me = 'siti'

const clock = (startedSecondsAgo: number, limitSeconds: number): IncidentSummary['worstClock'] => ({
  key: 'S4',
  id: 'S4',
  name: { id: 'Respons', en: 'Response' },
  kind: 'response',
  basis: 'seed',
  startedAt: now - startedSecondsAgo * 1_000,
  targetSeconds: limitSeconds,
  limitSeconds,
  state: 'running',
  rungsFired: [],
})

const incident = (id: string, change: Partial<IncidentSummary> = {}): IncidentSummary => ({
  id,
  number: `SMG-20261122-${id}`,
  centre: 'SMG',
  status: 'dispatched',
  priority: 2,
  type: 'PHN',
  typeName: { id: 'Pohon tumbang', en: 'Fallen tree' },
  place: 'Jl. Pahlawan 8',
  point: null,
  openedAt: now - 60_000,
  backEntered: false,
  agencies: [],
  worstClock: null,
  owner: null,
  ownerPing: null,
  attentionCount: 0,
  phoneTaskCount: 0,
  signals: [],
  longOperation: null,
  handedOverFrom: null,
  ...change,
})

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
const shownBy = (change: Partial<Choice>, ...incidents: IncidentSummary[]) =>
  ids(chosen(incidents, { ...everything, ...change }, me, now))

describe('what the board shows', () => {
  const late = incident('late', { worstClock: clock(90, 60), priority: 3, openedAt: now - 90_000 })
  const early = incident('early', { worstClock: clock(10, 60), priority: 1, openedAt: now - 10_000 })
  const slow = incident('slow', { worstClock: clock(300, 3_600), priority: 3, openedAt: now - 300_000 })
  const none = incident('none', { priority: 1, openedAt: now - 400_000 })

  it('is ordered by the share of the worst limit, by age, or by priority', () => {
    expect(shownBy({ sort: 'clock' }, none, slow, early, late)).toEqual(['late', 'early', 'slow', 'none'])
    expect(shownBy({ sort: 'newest' }, none, slow, early, late)).toEqual(['early', 'late', 'slow', 'none'])
    expect(shownBy({ sort: 'priority' }, none, slow, early, late)).toEqual(['early', 'none', 'late', 'slow'])
  })

  it('is left to what all filters let through', () => {
    const mine = incident('mine', {
      owner: { id: me, name: 'Siti' },
      agencies: [{ agency: 'PLN', status: 'notified' }],
    })
    const other = incident('other', { owner: { id: 'budi', name: 'Budi' }, status: 'intake', priority: 1 })
    expect(shownBy({ mine: true }, mine, other)).toEqual(['mine'])
    expect(shownBy({ priorities: [1, 3] }, mine, other)).toEqual(['other'])
    expect(shownBy({ statuses: ['intake'] }, mine, other)).toEqual(['other'])
    expect(shownBy({ agency: 'PLN' }, mine, other)).toEqual(['mine'])
    expect(shownBy({ words: 'pahl budi' }, mine, other)).toEqual(['other'])
    expect(shownBy({ words: 'Fallen POHON pln' }, mine, other)).toEqual(['mine'])
    expect(shownBy({ mine: true, words: 'budi' }, mine, other)).toEqual([])
  })

  it('remembers the choice, and forgets what an older page meant', () => {
    const choice: Choice = { ...everything, mine: true, priorities: [1], words: 'jl', sort: 'newest' }
    expect(readChoice(JSON.stringify(choice))).toEqual(choice)
    expect(filtersOf(choice)).toBe(3)
    expect(readChoice('{"sort":"colour","priorities":7}')).toEqual(everything)
    expect(readChoice('no JSON')).toEqual(everything)
    expect(filtersOf(everything)).toBe(0)
  })
})

describe('while a hand is on the board', () => {
  const [a, b, c] = [incident('a'), incident('b'), incident('c')]

  it('everything keeps its place with its newest state, and what came waits apart', () => {
    const newer = { ...a, place: 'Jl. Pemuda 3' }
    const { shown, fresh, moved } = heldOrder([a, b], [c, b, newer])
    expect(shown).toEqual([
      { item: newer, gone: false },
      { item: b, gone: false },
    ])
    expect(ids(fresh)).toEqual(['c'])
    expect(moved).toBe(true)
  })

  it('what is over stays where it was, marked; what only falls out of the filter is not called over', () => {
    const over = heldOrder([a, b], [b])
    expect(over.shown.map(({ gone }) => gone)).toEqual([true, false])
    expect(over.moved).toBe(true)
    const filtered = heldOrder([a, b], [b], [a, b])
    expect(filtered.shown.map(({ gone }) => gone)).toEqual([false, false])
    expect(filtered.moved).toBe(true)
  })

  it('nothing is said where nothing would change', () => {
    expect(heldOrder([a, b], [a, b])).toMatchObject({ fresh: [], moved: false })
  })
})
