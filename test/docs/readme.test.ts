import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesOn, hasTest, namedIn } from '../support/named-tests.ts'

const page = readFileSync('README.md', 'utf8')
const section = page.slice(page.indexOf('## What happens when')).split('\n## ')[0] ?? ''
const files = filesOn(section)
const rows = section
  .split('\n')
  .filter(line => /^\| (?!Fault|--)/.test(line))
  .map(line => line.split('|').map(cell => cell.trim()))
const named = rows.flatMap(([, fault = '', , tests = '']) => namedIn(tests, files).map(one => ({ fault, ...one })))

test('every row of what happens when says what people see and names a test', () => {
  expect(rows.length).toBeGreaterThan(14)
  for (const [, fault, seen] of rows) {
    expect(seen, fault).not.toBe('')
    expect(named.map(one => one.fault)).toContain(fault)
  }
})

test.each(named)('$fault: $title exists ($file)', one => {
  expect(hasTest(one)).toBe(true)
})
