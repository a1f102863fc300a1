import { expect, test } from 'vitest'
import type { IncidentSummary } from '../../src/admin-api/contract/index.ts'
import { accuracyAt } from '../../src/web/map/accuracy.ts'
import { type Mark, markChanges, marksOf } from '../../src/web/map/marks.ts'

const point = { lat: -7.033, lng: 110.469, accuracyMetres: 100 }
const incident = (id: string, more: Partial<IncidentSummary>): IncidentSummary =>
  ({ id, number: id, status: 'dispatched', priority: 2, openedAt: 1, point, ...more }) as IncidentSummary
const marks = (...incidents: IncidentSummary[]) => marksOf(incidents, ({ number }) => number)
const drawn = (all: readonly Mark[]) => new Map(all.map(mark => [mark.id, mark]))

test('priority and state are told by digit and shape; an incident without a point has no mark', () => {
  const shown = marks(
    incident('a', { status: 'submitted', priority: 1 }),
    incident('b', { point: null }),
    incident('c', { status: 'closing', priority: 3, point: { ...point, lat: -7 } }),
  )
  expect(shown.map(({ id, className, priority }) => [id, className, priority])).toEqual([
    ['a', 'map-mark map-mark-waiting map-priority-1', 1],
    ['c', 'map-mark map-mark-ending map-priority-3', 3],
  ])
})

test('incidents at the very same point stand beside each other, and the older ones stay where they are', () => {
  const older = incident('a', { openedAt: 1 })
  const newer = incident('b', { openedAt: 2 })
  expect(marks(newer, older).map(({ id, shift }) => [id, shift])).toEqual([
    ['a', 0],
    ['b', 1],
  ])
  const both = drawn(marks(older, newer))
  expect(markChanges(both, marks(newer, incident('c', { openedAt: 3 }), older)).drawn.map(({ id }) => id)).toEqual([
    'c',
  ])
})

test('only what changed is drawn, only what is over goes', () => {
  const before = drawn(marks(incident('a', {}), incident('b', { point: { ...point, lat: -7 } })))
  expect(markChanges(before, [...before.values()])).toEqual({ gone: [], drawn: [] })
  const after = markChanges(before, marks(incident('a', { status: 'closing' })))
  expect([after.gone, after.drawn.map(({ id }) => id)]).toEqual([['b'], ['a']])
})

test('the nearer the map, the more exact a point that is set on it', () => {
  expect([10, 12, 14, 16, 18, 19].map(zoom => accuracyAt(zoom, -7))).toEqual([3_000, 500, 300, 50, 10, 10])
})
