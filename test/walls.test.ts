import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const OUTER = ['admin-api', 'bots', 'queue', 'models', 'embedded', 'simulator']
const TOP_FOLDERS = ['dispatch', 'application', ...OUTER, 'web', 'drill', 'chaos', 'i18n', 'lib']

/** Who may import whom, as DESIGN says it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  dispatch: [],
  application: ['dispatch', 'i18n', 'lib'],
  ...Object.fromEntries(OUTER.map(folder => [folder, ['application', 'dispatch', 'i18n', 'lib']])),
  web: ['i18n', 'lib'],
  drill: ['simulator', 'lib'],
  chaos: ['drill', 'simulator', 'lib'],
  i18n: ['lib'],
  lib: [],
}

const importing = (specifier: string) => `import { it } from '${specifier}'\n\nexport const mine = it\n`

const pairs = Object.entries(MAY_IMPORT).flatMap(([from, allowed]) =>
  TOP_FOLDERS.filter(to => to !== from).map(to => ({ from, to, allowed: allowed.includes(to) })),
)

test('every import between two folders of src is allowed or refused as the design says', async () => {
  const files = Object.fromEntries(
    pairs.flatMap(({ from, to }) => [
      [`src/${from}/to-${to}.ts`, importing(`../${to}/it.ts`)],
      [`src/${from}/one/two/to-${to}.ts`, importing(`../../../${to}/deep/it.ts`)],
    ]),
  )
  const expected = pairs
    .filter(pair => !pair.allowed)
    .flatMap(({ from, to }) => [`src/${from}/to-${to}.ts`, `src/${from}/one/two/to-${to}.ts`])
  expect(await refusedBy('noRestrictedImports', files)).toEqual(expected.toSorted())
})

test('a wall has no side door: types, re-exports and dynamic imports are refused too', async () => {
  const files = {
    'src/bots/type.ts': "import type { It } from '../models/it.ts'\n\nexport type Mine = It\n",
    'src/bots/re-export.ts': "export { it } from '../models/it.ts'\n",
    'src/bots/dynamic.ts': "export const it = await import('../models/it.ts')\n",
    'src/bots/config.ts': importing('../config.ts'),
    'src/bots/telegram/main.ts': importing('../../main.ts'),
    'src/dispatch/file-system.ts': importing('node:fs'),
    'src/dispatch/promises.ts': importing('node:fs/promises'),
    'src/application/driver.ts': importing('mongoose'),
  }
  expect(await refusedBy('noRestrictedImports', files)).toEqual(Object.keys(files).toSorted())
})

test('the page may see the contract of the API and nothing else of it; neighbours in a folder see each other', async () => {
  const files = {
    'src/web/contract.ts': "import type { It } from '../admin-api/contract.ts'\n\nexport type Mine = It\n",
    'src/web/pages/contract.ts':
      "import type { It } from '../../admin-api/contract/calls.ts'\n\nexport type Mine = It\n",
    'src/bots/telegram/neighbour.ts': importing('../rendering/it.ts'),
  }
  expect(await refusedBy('noRestrictedImports', files)).toEqual([])
})

test('only the configuration reads the environment', async () => {
  const reading = 'export const port = process.env.PORT\n'
  const files = { 'src/config.ts': reading, 'scripts/a.mjs': reading, 'src/bots/a.ts': reading, 'src/main.ts': reading }
  expect(await refusedBy('noProcessEnv', files)).toEqual(['src/bots/a.ts', 'src/main.ts'])
})

const reportSchema = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
})

/** Lints these files, in a folder of their own, with the project's rules; returns those that a rule refuses. */
async function refusedBy(rule: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-walls-'))
  try {
    const config: Record<string, unknown> = JSON.parse(readFileSync('biome.json', 'utf8'))
    write(folder, 'biome.json', JSON.stringify({ ...config, $schema: undefined, vcs: { enabled: false } }))
    for (const [path, text] of Object.entries(files)) write(folder, path, text)
    const report = reportSchema.parse(JSON.parse(await lint(folder)))
    const refused = report.diagnostics.filter(one => one.category.endsWith(`/${rule}`)).map(one => one.location.path)
    return [...new Set(refused)].toSorted()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function lint(folder: string): Promise<string> {
  const args = [
    resolve('node_modules/@biomejs/biome/bin/biome'),
    'lint',
    '--reporter=json',
    '--max-diagnostics=none',
    '.',
  ]
  return new Promise((done, fail) => {
    // Exit code 1 means findings, which is what we came for; a crash prints no report and fails the parse.
    execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) => {
      if (stdout === '') fail(error ?? new Error(stderr))
      else done(stdout)
    })
  })
}
