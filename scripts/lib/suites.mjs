import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{ name: string, files: string[] }} Suite
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 */

const TEST_FILE = /\.test\.tsx?$/

/**
 * The test suites: one for each folder in `test/`, and one for the files beside the folders. No list to forget one in.
 * @param {string} root
 * @returns {Suite[]}
 */
export function findSuites(root) {
  const entries = readdirSync(join(root, 'test'), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  const beside = entries
    .filter(entry => entry.isFile() && TEST_FILE.test(entry.name))
    .map(entry => `test/${entry.name}`)
  const folders = entries.filter(entry => entry.isDirectory())
  return [
    ...(beside.length > 0 ? [{ name: 'test', files: beside }] : []),
    ...folders.map(({ name }) => ({ name: `test/${name}`, files: testFilesBelow(root, `test/${name}`) })),
  ].filter(suite => suite.files.length > 0)
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function testFilesBelow(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return testFilesBelow(root, path)
    return TEST_FILE.test(entry.name) ? [path] : []
  })
}

/**
 * What a finished suite counts for. A suite that broke without a failed test (a crash, a file that does not load, an
 * unhandled error) and one that ran no test at all count as one failure: the closing line says 0 failed only when
 * all is well.
 * @param {number | null} exitCode
 * @param {Count | undefined} counted what really ran; nothing when there is no report
 * @returns {Count}
 */
export function judge(exitCode, counted) {
  const count = counted ?? { passed: 0, failed: 0, skipped: 0 }
  const broken = exitCode !== 0 || count.passed + count.failed === 0
  return broken && count.failed === 0 ? { ...count, failed: 1 } : count
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number }} report
 * of vitest's JSON reporter
 * @returns {Count}
 */
export function countTests(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

/**
 * The scenarios in the drill's closing line, `drill: 5 scenarios, 5 as expected, 0 alerts lost`.
 * @param {string} output
 * @returns {Count | undefined}
 */
export function countScenarios(output) {
  const line = [...output.matchAll(/^drill: (\d+) scenarios, (\d+) as expected, (\d+) alerts lost$/gm)].at(-1)
  if (!line) return undefined
  const [scenarios = 0, expected = 0] = line.slice(1).map(Number)
  return { passed: expected, failed: scenarios - expected, skipped: 0 }
}

/**
 * The alerts in chaos' closing line, `chaos: 22 faults, 30 alerts, 0 lost, 2 repeated (all marked), 0 wrong`: whatever is
 * lost or wrong is a failure.
 * @param {string} output
 * @returns {Count | undefined}
 */
export function countChaos(output) {
  const closing =
    /^chaos: \d+ faults, (\d+) alerts, (\d+) lost, \d+ repeated \((?:all|(\d+) not) marked\), (\d+) wrong$/gm
  const line = [...output.matchAll(closing)].at(-1)
  if (!line) return undefined
  const [alerts = 0, lost = 0, unmarked = 0, wrong = 0] = line.slice(1).map(text => Number(text ?? 0))
  return { passed: alerts - lost, failed: lost + unmarked + wrong, skipped: 0 }
}

/** @param {number} ms */
export function duration(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/**
 * @param {readonly { name: string, count: Count, ms: number, ok: boolean }[]} results
 * @param {number} totalMs from the beginning to the end; parts run beside each other
 * @returns {string} a table with a total
 */
export function table(results, totalMs) {
  const rows = results.map(({ name, count, ms, ok }) => [
    ok ? 'ok' : 'FAILED',
    name,
    String(count.passed),
    String(count.failed),
    String(count.skipped),
    duration(ms),
  ])
  const all = [
    ['', 'suite', 'passed', 'failed', 'skipped', 'time'],
    ...rows,
    ['', 'in all', '', '', '', duration(totalMs)],
  ]
  const widths = all[0]?.map((_, column) => Math.max(...all.map(row => row[column]?.length ?? 0))) ?? []
  const line = (/** @type {string[]} */ row) =>
    row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
  return all.map(line).join('\n')
}

/** @param {string} root */
export function hasDrill(root) {
  return existsSync(join(root, 'src/drill/main.ts'))
}

/** @param {string} root */
export function hasChaos(root) {
  return existsSync(join(root, 'src/chaos/main.ts'))
}
