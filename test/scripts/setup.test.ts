import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'

/** Programs of a bare Debian that the set-up may use as they are. */
const REAL = ['sh', 'mv', 'rm', 'chmod', 'cp', 'mkdir']

/** Stand-ins for what would change the machine; each writes down how it was called. */
const FAKES = {
  npm: `
case "$1" in
  ci) mkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json ;;
  run) mkdir -p dist/web && echo page > dist/web/index.html ;;
esac`,
  'apt-get': `
if [ -x "$POLICY" ]; then "$POLICY" || echo "services: $?" >> "$CALLS"; fi
case " $* " in *" install "*)
  for program in redis-server chromium; do
    case " $* " in *" $program "*) cp "$BIN/sudo" "$BIN/$program" ;; esac
  done ;;
esac`,
  sudo: 'shift; exec "$@"',
  'update-rc.d': '',
  systemctl: '',
}

/** A copy of the project on a machine of its own. */
function machine({ without = [] }: { without?: string[] } = {}) {
  const root = tempFolder()
  const bin = tempFolder()
  const at = (path: string) => join(root, path)
  const calls = join(bin, 'calls')
  const policy = join(bin, 'policy-rc.d')
  cpSync('scripts', at('scripts'), { recursive: true })
  cpSync('package-lock.json', at('package-lock.json'))
  mkdirSync(at('src/web'), { recursive: true })
  writeFileSync(at('src/web/vite.config.ts'), '')
  for (const program of REAL) symlinkSync(whereIs(program), join(bin, program))
  for (const [program, script] of Object.entries(FAKES)) {
    if (without.includes(program)) continue
    const note = program === 'sudo' ? '' : `echo "${program} $*" >> "$CALLS"`
    writeFileSync(join(bin, program), `#!/bin/sh\n${note}\n${script}\n`)
    chmodSync(join(bin, program), 0o755)
  }
  return {
    at,
    policy,
    hasProgram: (program: string) => existsSync(join(bin, program)),
    /** Runs the set-up; returns its exit code, what it said and what it called. */
    setup(env: Record<string, string> = {}) {
      rmSync(calls, { force: true })
      const { status, stderr } = spawnSync(process.execPath, [at('scripts/setup.mjs')], {
        env: { PATH: bin, BIN: bin, CALLS: calls, POLICY: policy, ...env },
        encoding: 'utf8',
      })
      const called = existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : []
      return { status, said: stderr.trimEnd().split('\n').filter(Boolean), called }
    },
  }
}

function whereIs(program: string): string {
  const found = ['/usr/bin', '/bin'].map(folder => join(folder, program)).find(existsSync)
  if (!found) throw new Error(`this machine has no ${program}`)
  return found
}

test('a bare machine is made ready, and the second time nothing is done', () => {
  const bare = machine()
  expect(bare.setup()).toEqual({
    status: 0,
    said: [
      'setup: installing npm packages',
      'setup: installing redis-server and chromium (Debian)',
      'setup: building the web page',
    ],
    called: [
      'npm ci --include=dev --no-audit --no-fund --loglevel=error',
      'apt-get -qq -o DPkg::Lock::Timeout=300 update',
      'services: 101',
      'apt-get -qq -y -o DPkg::Lock::Timeout=300 --no-install-recommends install redis-server chromium',
      'services: 101',
      'systemctl --quiet disable redis-server.service',
      'update-rc.d redis-server disable',
      'npm run --silent build -- --logLevel warn',
    ],
  })
  expect(existsSync(bare.policy)).toBe(false)
  const startedAt = performance.now()
  expect(bare.setup()).toEqual({ status: 0, said: [], called: [] })
  expect(performance.now() - startedAt).toBeLessThan(1000)
})

test("the machine's own rule for services is back after the installation", () => {
  const own = machine()
  writeFileSync(own.policy, '#!/bin/sh\nexit 104\n', { mode: 0o755 })
  expect(own.setup().called).toContain('services: 101')
  expect(readFileSync(own.policy, 'utf8')).toContain('exit 104')
})

test('what is configured elsewhere is not installed', () => {
  const { called } = machine().setup({ REDIS_URL: 'redis://q', CHROMIUM_PATH: '/opt/chromium' })
  expect(called.filter(call => call.startsWith('apt-get'))).toEqual([])
})

test('a changed lock installs again, a changed page builds again', () => {
  const ready = machine()
  ready.setup()
  writeFileSync(ready.at('src/web/main.tsx'), 'export {}')
  expect(ready.setup().said).toEqual(['setup: building the web page'])

  const lock = JSON.parse(readFileSync(ready.at('package-lock.json'), 'utf8'))
  lock.packages['node_modules/zod'].version = '99.0.0'
  writeFileSync(ready.at('package-lock.json'), JSON.stringify(lock))
  expect(ready.setup().said).toEqual(['setup: installing npm packages', 'setup: building the web page'])
})

test('a machine without apt is told in one line what to install', () => {
  const other = machine({ without: ['apt-get'] })
  const { status, said } = other.setup()
  expect(status).toBe(1)
  expect(said.slice(1)).toEqual([
    'setup: Please install by hand, then start again: apt-get install redis-server chromium',
  ])
})

test('an installation that fails shows why, ends with the line, and puts the rule for services back', () => {
  const broken = machine()
  writeFileSync(join(broken.policy, '../apt-get'), '#!/bin/sh\necho "E: no network" >&2\nexit 100\n')
  writeFileSync(broken.policy, '#!/bin/sh\nexit 104\n', { mode: 0o755 })
  const { status, said } = broken.setup()
  expect(status).toBe(1)
  expect(said.slice(-2)).toEqual([
    'E: no network',
    'setup: Please install by hand, then start again: apt-get install redis-server chromium',
  ])
  expect(readFileSync(broken.policy, 'utf8')).toContain('exit 104')
  expect(broken.hasProgram('redis-server')).toBe(false)
})
