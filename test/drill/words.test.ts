import { expect, test } from 'vitest'
import { minutes, table } from '../../src/drill/report/words.ts'

test('a span is told in minutes and seconds', () => {
  expect([0, 5.9, 65, 3_600].map(minutes)).toEqual(['00:00', '00:05', '01:05', '60:00'])
})

test('a table keeps its columns, figures at their right edge', () => {
  const rows = [
    ['jam', 'waktu'],
    ['S4a DINKES', '1:05'],
    ['S5', '12:05'],
  ]
  expect(table(rows, [1])).toEqual(['jam         waktu', '──────────  ─────', 'S4a DINKES   1:05', 'S5          12:05'])
})
