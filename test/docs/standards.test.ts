import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cilegon } from '../../src/dispatch/profiles/cilegon.ts'
import { semarang } from '../../src/dispatch/profiles/semarang.ts'
import { filesOn, hasTest, namedIn } from '../support/named-tests.ts'

const page = readFileSync('docs/standards.md', 'utf8')
const rows = page
  .split('\n')
  .filter(line => line.startsWith('| ') && !line.startsWith('| Clause') && !line.startsWith('| --'))
const cells = rows.map(row => row.split('|').map(cell => cell.trim()))

const files = filesOn(page)
const named = cells.flatMap(([, , , , , tests = '']) => namedIn(tests, files))

test('the page names a test for each clause that is more than a price', () => {
  const without = cells.filter(([, , , , , tests = '']) => tests === '').map(([, clause]) => clause)
  expect(without).toEqual(['Biaya: tidak dipungut biaya', 'Tidak dipungut biaya'])
  expect(named.length).toBeGreaterThan(rows.length)
})

test.each(named)('$title exists ($file)', one => {
  expect(hasTest(one)).toBe(true)
})

test.each([semarang, cilegon])('every clock of $id stands on the page', ({ clocks }) => {
  const column = cells.map(([, , , , clock = '']) => clock)
  const absent = clocks.filter(({ id, basis }) => !column.includes(`${id}, ${basis}`)).map(({ id }) => id)
  expect(absent).toEqual([])
})
