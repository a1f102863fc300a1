// Makes a fresh machine ready: packages of npm, Redis and Chromium of Debian, the web page. Does only what is missing,
// so that every command can begin with it. Plain JavaScript without packages: it runs before there are any.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesHash } from './lib/files-hash.mjs'
import { byHand, nodeProblem, packagesNeeded, rootPrefix, systemPackagesNeeded } from './lib/needs.mjs'
import { has, ran, SetupError, succeeds } from './lib/run.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (/** @type {string} */ path) => join(root, path)

/** What the page is made of, and where it is remembered from what it was last built. */
const PAGE_SOURCES = [
  'src/web',
  'src/i18n',
  'src/lib',
  'src/admin-api/contract.ts',
  'src/admin-api/contract',
  'package-lock.json',
]
const PAGE_CONFIG = 'src/web/vite.config.ts'
const PAGE = 'dist/web/index.html'
const PAGE_STAMP = 'dist/web.stamp'

function checkNode() {
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new SetupError(problem)
}

function installPackages() {
  const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'))
  if (!packagesNeeded(lock, readInstalled())) return
  step('installing npm packages')
  const command = ['npm', 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  if (!ran(command, { cwd: root })) throw new SetupError('npm ci failed: see the lines above')
}

function readInstalled() {
  const file = at('node_modules/.package-lock.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function installSystemPackages() {
  const packages = systemPackagesNeeded(process.env, has)
  if (packages.length === 0) return
  const isRoot = process.getuid?.() === 0
  const sudo = !isRoot && has('sudo') && succeeds(['sudo', '-n', 'true'])
  const prefix = rootPrefix({ root: isRoot, sudo, apt: has('apt-get') })
  if (!prefix) throw new SetupError(byHand(packages))
  step(`installing ${packages.join(' and ')} (Debian)`)
  if (!ran([...prefix, 'sh', at('scripts/lib/apt-install.sh'), ...packages])) throw new SetupError(byHand(packages))
}

function buildPage() {
  if (!existsSync(at(PAGE_CONFIG))) return step(`no web page in this tree yet (${PAGE_CONFIG})`)
  const hash = filesHash(root, PAGE_SOURCES)
  const built = existsSync(at(PAGE)) && existsSync(at(PAGE_STAMP)) && readFileSync(at(PAGE_STAMP), 'utf8') === hash
  if (built) return
  step('building the web page')
  if (!ran(['npm', 'run', '--silent', 'build', '--', '--logLevel', 'warn'], { cwd: root })) {
    throw new SetupError('the web page could not be built: see the lines above')
  }
  mkdirSync(at('dist'), { recursive: true })
  writeFileSync(at(PAGE_STAMP), hash)
}

/** Beside the standard output, which belongs to the command that comes after. */
function step(/** @type {string} */ text) {
  process.stderr.write(`setup: ${text}\n`)
}

try {
  checkNode()
  installPackages()
  installSystemPackages()
  buildPage()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  process.stderr.write(`setup: ${error.message}\n`)
  process.exitCode = 1
}
