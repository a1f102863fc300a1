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
  return { status, closing: stdout.trimEnd().split('\n').at(-1), rows: rows.map(row => row.split(/\s+/).slice(0, 5)) }
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
