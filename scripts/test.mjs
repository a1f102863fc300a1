// Everything that must hold before a change goes in: the check, each test suite, the drill, a short chaos. All of it runs
// even after a failure, so that one run shows the whole picture. Test files that failed beside others run once more alone:
// a machine too busy for a browser is told from a fault, and the run says so.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { failuresIn, lastWords, listOf } from './lib/failures.mjs'
import {
  countChaos,
  countScenarios,
  countTests,
  duration,
  findSuites,
  hasChaos,
  hasDrill,
  judge,
  table,
} from './lib/suites.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** Machine time for one suite: one that hangs must not hang the whole run. */
const LIMIT_MS = 18 * 60_000
/** So many parts at a time, on two cores. */
const LANES = 3
/** The parts that take minutes, the longest first: one that begins late would run on alone. */
const LONG = ['test/web', 'drill', 'test/bots', 'test/application', 'test/flows', 'test/app', 'chaos', 'test/simulator']
/** What runs beside something else is shown when it is done, so that the two do not mix. */
const inOnePiece = /** @type {const} */ ({ shown: 'atEnd' })
const reports = mkdtempSync(join(tmpdir(), 'tanggap-tests-'))

/**
 * @typedef {import('./lib/failures.mjs').Failure} Failure
 * @typedef {{ name: string, count: import('./lib/suites.mjs').Count, ms: number, ok: boolean, failures?: Failure[],
 *   again?: string[] }} Result `again`: files that may be tried once more
 * @typedef {{ name: string, play: () => Promise<Result> }} Part
 */

/** @returns {Promise<Result>} */
async function check() {
  const { exitCode, ms } = await run('check', 'npm', ['run', '--silent', 'check'])
  const ok = exitCode === 0
  return { name: 'check', count: { passed: 0, failed: ok ? 0 : 1, skipped: 0 }, ms, ok }
}

/**
 * @param {import('./lib/suites.mjs').Suite} suite
 * @returns {Promise<Result>}
 */
async function vitest({ name, files }) {
  const report = join(reports, `${name.replaceAll('/', '-')}.json`)
  const vitestBin = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { exitCode, ms } = await run(name, process.execPath, [vitestBin, 'run', ...reporters, ...files], inOnePiece)
  const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  const count = judge(exitCode, found && countTests(found))
  const failures = found ? failuresIn(found, root) : []
  const again = [...new Set(failures.map(({ file }) => file))]
  return { name, count, ms, ok: count.failed === 0, failures, again }
}

/**
 * The files of a suite that failed, once more and alone.
 * @param {Result} first
 * @returns {Promise<Result>} as it was, if they fail again
 */
async function secondTry(first) {
  const files = first.again ?? []
  if (first.ok || files.length === 0) return first
  const { ok } = await vitest({ name: `${first.name}, once more`, files })
  if (!ok) return first
  const { passed, failed, skipped } = first.count
  return { ...first, count: { passed: passed + failed, failed: 0, skipped }, ok: true }
}

const DRILL = ['src/drill/main.ts']
/** A seed that has every kind of fault once; `npm run chaos` plays longer ones. */
const CHAOS = ['src/chaos/main.ts', '--seed', '112', '--minutes', '0.6']

/**
 * A program that judges itself and says so in its closing line.
 * @param {string} name
 * @param {string[]} args
 * @param {(output: string) => import('./lib/suites.mjs').Count | undefined} countIn
 * @returns {Promise<Result>}
 */
async function program(name, args, countIn) {
  const { exitCode, ms, output } = await run(name, process.execPath, ['--import', 'tsx', ...args], inOnePiece)
  const count = judge(exitCode, countIn(output))
  const ok = count.failed === 0
  return { name, count, ms, ok, failures: ok ? [] : [lastWords(name, output)] }
}

/**
 * Runs a command in the project's folder, its output shown as it comes; or in one piece, beside a command that is shown.
 * @param {string} name
 * @param {string} program
 * @param {string[]} args
 * @param {{ shown?: 'asItComes' | 'atEnd' }} [options]
 * @returns {Promise<{ exitCode: number | null, ms: number, output: string }>}
 */
function run(name, program, args, { shown = 'asItComes' } = {}) {
  const title = `\n== ${name}\n`
  if (shown === 'asItComes') process.stdout.write(title)
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', chunk => {
      output += chunk
      if (shown === 'asItComes') process.stdout.write(chunk)
    })
    const hung = setTimeout(() => {
      process.stdout.write(`${name} was not done after ${duration(LIMIT_MS)} and is stopped\n`)
      child.kill('SIGTERM')
      child.stdout.destroy()
    }, LIMIT_MS)
    child.once('error', reject)
    child.once('close', exitCode => {
      clearTimeout(hung)
      if (shown === 'atEnd') process.stdout.write(title + output)
      resolve({ exitCode, ms: performance.now() - startedAt, output })
    })
  })
}

/**
 * Several at a time: each mostly waits, for stores, browsers and time to pass, so one goes on while another waits.
 * @param {readonly Part[]} parts
 * @returns {Promise<Result[]>} in their order
 */
async function inLanes(parts) {
  /** @type {Result[]} */
  const results = []
  const rest = [...parts.entries()].sort(([, a], [, b]) => turnOf(a) - turnOf(b))
  const lane = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) results[next[0]] = await next[1].play()
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return results
}

/** @param {Part} part */
function turnOf({ name }) {
  const place = LONG.indexOf(name)
  return place === -1 ? LONG.length : place
}

const startedAt = performance.now()
/** @type {Part[]} */
const parts = [
  ...findSuites(root).map(suite => ({ name: suite.name, play: () => vitest(suite) })),
  ...(hasDrill(root) ? [{ name: 'drill', play: () => program('drill', DRILL, countScenarios) }] : []),
  ...(hasChaos(root) ? [{ name: 'chaos', play: () => program('chaos', CHAOS, countChaos) }] : []),
]
const atOnce = [await check(), ...(await inLanes(parts))]
/** @type {Result[]} */
const results = []
for (const result of atOnce) results.push(await secondTry(result))
rmSync(reports, { recursive: true, force: true })

const failuresOf = (/** @type {boolean} */ ok) =>
  results.filter(result => result.ok === ok).flatMap(({ failures }) => failures ?? [])
process.stdout.write(listOf('Passed only when run once more, alone:', failuresOf(true)))
process.stdout.write(listOf('Failed:', failuresOf(false)))
const passed = results.reduce((sum, { count }) => sum + count.passed, 0)
const failed = results.reduce((sum, { count }) => sum + count.failed, 0)
process.stdout.write(`\n${table(results, performance.now() - startedAt)}\n\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
