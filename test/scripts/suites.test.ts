import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import {
  countChaos,
  countScenarios,
  countTests,
  duration,
  findSuites,
  judge,
  table,
} from '../../scripts/lib/suites.mjs'
import { tempFolder } from '../support/temp-folder.ts'

test('each folder in test is a suite, as long as there is a test in it; the files beside them are one', () => {
  const root = tempFolder()
  for (const path of ['config.test.ts', 'bots/telegram/card.test.ts', 'web/page.test.tsx', 'support/clock.ts']) {
    const file = join(root, 'test', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, '')
  }
  expect(findSuites(root)).toEqual([
    { name: 'test', files: ['test/config.test.ts'] },
    { name: 'test/bots', files: ['test/bots/telegram/card.test.ts'] },
    { name: 'test/web', files: ['test/web/page.test.tsx'] },
  ])
})

const count = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped })

test.each([
  ['all passed', 0, count(5, 0), count(5, 0)],
  ['two failed', 1, count(3, 2), count(3, 2)],
  ['all passed, then it broke', 1, count(5, 0), count(5, 1)],
  ['it was killed', null, undefined, count(0, 1)],
  ['it passed without a test', 0, count(0, 0), count(0, 1)],
  ['it passed with skipped tests alone', 0, count(0, 0, 4), count(0, 1, 4)],
])('a suite where %s', (_, exitCode, counted, judged) => {
  expect(judge(exitCode, counted)).toEqual(judged)
})

test('tests are counted from the report', () => {
  const report = { numPassedTests: 3, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }
  expect(countTests(report)).toEqual(count(3, 2, 2))
})

test.each([
  ['drill: 5 scenarios, 5 as expected, 0 alerts lost\n', count(5, 0)],
  ['01 …\ndrill: 5 scenarios, 3 as expected, 1 alerts lost\n', count(3, 2)],
  ['it broke before its end\n', undefined],
])('scenarios are counted from the closing line of the drill', (output, counted) => {
  expect(countScenarios(output)).toEqual(counted)
})

test.each([
  ['chaos: 22 faults, 30 alerts, 0 lost, 2 repeated (all marked), 0 wrong\n', count(30, 0)],
  ['!! …\nchaos: 22 faults, 30 alerts, 1 lost, 5 repeated (2 not marked), 3 wrong\n', count(29, 6)],
  ['it broke before its end\n', undefined],
])('alerts are counted from the closing line of chaos', (output, counted) => {
  expect(countChaos(output)).toEqual(counted)
})

test.each([
  [940, '0.9 s'],
  [59_940, '59.9 s'],
  [60_000, '1 min 0 s'],
  [119_700, '2 min 0 s'],
  [185_000, '3 min 5 s'],
])('%d ms is %s', (ms, text) => {
  expect(duration(ms)).toBe(text)
})

test('the table shows each suite with its time', () => {
  const results = [
    { name: 'check', count: count(0, 0), ms: 4000, ok: true },
    { name: 'test/bots', count: count(11, 1), ms: 2500, ok: false },
  ]
  expect(table(results, 5_000)).toBe(
    [
      '        suite      passed  failed  skipped   time',
      'ok      check           0       0        0  4.0 s',
      'FAILED  test/bots      11       1        0  2.5 s',
      '        in all                              5.0 s',
    ].join('\n'),
  )
})
