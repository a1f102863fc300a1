import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'

/** Runs `scripts/test.mjs` on a small project of its own. */
function testRun(files: Readonly<Record<string, string>>, check = 'true') {
  const root = tempFolder()
  cpSync('scripts', join(root, 'scripts'), { recursive: true })
  cpSync('vitest.config.ts', join(root, 'vitest.config.ts'))
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  const all = { 'package.json': JSON.stringify({ type: 'module', scripts: { check } }), ...files }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'scripts/test.mjs')], { encoding: 'utf8' })
  const rows = stdout.split('\n').filter(line => /^(ok|FAILED) /.test(line))
  const closing = stdout.trimEnd().split('\n').at(-1)
  return { status, closing, rows: rows.map(row => row.split(/\s+/).slice(0, 5)), told: stdout }
}

const suite = (...results: boolean[]) =>
  `import { expect, test } from 'vitest'\n${results.map((ok, i) => `test('${i}', () => expect(${ok}).toBe(true))`).join('\n')}\n`

test('a sound project passes, its drill and its chaos counted in', () => {
  const run = testRun({
    'test/config.test.ts': suite(true),
    'test/bots/a.test.ts': suite(true, true),
    'src/drill/main.ts': "console.log('drill: 5 scenarios, 5 as expected, 0 alerts lost')",
    'src/chaos/main.ts': "console.log('chaos: 9 faults, 4 alerts, 0 lost, 1 repeated (all marked), 0 wrong')",
  })
  expect(run).toEqual({
    told: expect.any(String),
    status: 0,
    closing: '12 passed, 0 failed',
    rows: [
      ['ok', 'check', '0', '0', '0'],
      ['ok', 'test', '1', '0', '0'],
      ['ok', 'test/bots', '2', '0', '0'],
      ['ok', 'drill', '5', '0', '0'],
      ['ok', 'chaos', '4', '0', '0'],
    ],
  })
})

test('whatever goes wrong is counted, and the rest still runs', () => {
  const run = testRun(
    {
      'test/bots/a.test.ts': suite(true, false),
      'test/empty/a.test.ts': "import { test } from 'vitest'\ntest.skip('later', () => {})\n",
      'test/queue/a.test.ts': 'throw new Error("does not load")\n',
      'src/drill/main.ts': 'process.exit(3)',
      'src/chaos/main.ts': "console.log('chaos: 9 faults, 4 alerts, 1 lost, 0 repeated (all marked), 0 wrong')",
    },
    'false',
  )
  expect(run).toEqual({
    told: expect.any(String),
    status: 1,
    closing: '4 passed, 6 failed',
    rows: [
      ['FAILED', 'check', '0', '1', '0'],
      ['FAILED', 'test/bots', '1', '1', '0'],
      ['FAILED', 'test/empty', '0', '1', '1'],
      ['FAILED', 'test/queue', '0', '1', '0'],
      ['FAILED', 'drill', '0', '1', '0'],
      ['FAILED', 'chaos', '3', '1', '0'],
    ],
  })
})

test('what failed beside others and passes alone counts as passed, and is named', () => {
  const onceBusy = `import { existsSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
test('waits for its browser', () => {
  const first = !existsSync('tried')
  writeFileSync('tried', '')
  expect(first, 'the browser did not come').toBe(false)
})
`
  const run = testRun({ 'test/web/a.test.ts': onceBusy })
  expect(run).toMatchObject({ status: 0, closing: '1 passed, 0 failed' })
  expect(run.told).toContain('Passed only when run once more, alone:\n  test/web/a.test.ts › waits for its browser\n')
  expect(run.told).toContain('the browser did not come')
  expect(run.told).not.toContain('Failed:')
})

test('what failed is told again below everything', () => {
  const run = testRun({
    'test/bots/a.test.ts': suite(true, false),
    'test/queue/a.test.ts': "throw new Error('no queue')\n",
  })
  expect(run.status).toBe(1)
  expect(run.told).toContain('Failed:\n  test/bots/a.test.ts › 1\n')
  expect(run.told).toContain('  test/queue/a.test.ts\n    no queue')
  expect(run.told).not.toContain('Passed only')
  const drill = testRun({
    'test/a.test.ts': suite(true),
    'src/drill/main.ts': "console.log('03: no answer from DAMKAR')",
  })
  expect(drill.told).toContain('Failed:\n  drill\n    03: no answer from DAMKAR')
})
