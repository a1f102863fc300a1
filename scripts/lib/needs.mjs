// The decisions of the set-up as pure functions: what is there goes in, what is missing comes out.

const NODE_MAJOR = 20
const NODE_MINOR = 19

/**
 * @param {string} version such as `20.19.0`
 * @returns {string | undefined} one line for the person in front of the screen when this Node.js is too old
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > NODE_MAJOR || (major === NODE_MAJOR && minor >= NODE_MINOR)) return undefined
  return `Node.js ${NODE_MAJOR}.${NODE_MINOR} or newer is needed, this is ${version}`
}

/**
 * Whether the installed packages differ from the lock. npm writes what it installed, when it is done, into
 * `node_modules/.package-lock.json`: a half-finished, older or `--omit=dev` install shows there.
 * Optional packages are for other platforms as often as not: they count only when present in another version.
 * @param {Lock} lock package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 */
export function packagesNeeded(lock, installed) {
  if (!installed) return true
  return Object.entries(lock.packages).some(([path, wanted]) => {
    if (path === '') return false
    const present = installed.packages[path]
    return present ? present.version !== wanted.version : !wanted.optional
  })
}

/**
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock
 */

/** Debian's packages, the program that each brings, and the variable that makes it unnecessary. */
const SYSTEM_PACKAGES = [
  { name: 'redis-server', program: 'redis-server', instead: 'REDIS_URL' },
  { name: 'chromium', program: 'chromium', instead: 'CHROMIUM_PATH' },
]

/**
 * The Debian packages to install.
 * @param {Record<string, string | undefined>} env
 * @param {(program: string) => boolean} has whether a program is on the path
 */
export function systemPackagesNeeded(env, has) {
  return SYSTEM_PACKAGES.filter(({ program, instead }) => !env[instead] && !has(program)).map(({ name }) => name)
}

/**
 * How to become root for an installation.
 * @param {{ root: boolean, sudo: boolean, apt: boolean }} machine
 * @returns {string[] | undefined} the words before the command; nothing when it cannot be done
 */
export function rootPrefix({ root, sudo, apt }) {
  if (!apt) return undefined
  if (root) return []
  return sudo ? ['sudo', '-n'] : undefined
}

/** @param {readonly string[]} packages */
export function byHand(packages) {
  return `Please install by hand, then start again: apt-get install ${packages.join(' ')}`
}
