import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { byHand, nodeProblem, packagesNeeded, rootPrefix, systemPackagesNeeded } from '../../scripts/lib/needs.mjs'

test.each([
  ['20.19.0', undefined],
  ['20.20.2', undefined],
  ['22.0.0', undefined],
  ['24.1.0', undefined],
  ['20.18.3', 'Node.js 20.19 or newer is needed, this is 20.18.3'],
  ['18.20.0', 'Node.js 20.19 or newer is needed, this is 18.20.0'],
])('Node.js %s: %s', (version, problem) => {
  expect(nodeProblem(version)).toBe(problem)
})

describe('npm packages', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/for-another-machine': { version: '1.0.0', optional: true },
    },
  }

  test.each([
    ['nothing is installed', undefined, true],
    ['all is as the lock says', { 'node_modules/a': { version: '1.0.0' } }, false],
    ['more is installed', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }, false],
    ['one is missing', {}, true],
    ['one is older', { 'node_modules/a': { version: '0.9.0' } }, true],
    [
      'an optional one is older',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/for-another-machine': { version: '0.9.0' } },
      true,
    ],
  ])('%s', (_, installed, needed) => {
    expect(packagesNeeded(lock, installed && { packages: installed })).toBe(needed)
  })

  test('what runs this test was installed from the lock', () => {
    const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
    expect(packagesNeeded(read('package-lock.json'), read('node_modules/.package-lock.json'))).toBe(false)
  })

  test('the lock names every package for every machine, or `npm ci` refuses it', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    const wanted = Object.values<{ optionalDependencies?: object }>(packages).flatMap(one =>
      Object.keys(one.optionalDependencies ?? {}),
    )
    const paths = Object.keys(packages)
    expect(wanted.filter(name => !paths.some(path => path.endsWith(`node_modules/${name}`)))).toEqual([])
  })
})

test.each([
  ['a bare machine', {}, [], ['redis-server', 'chromium']],
  ['a machine with Redis', {}, ['redis-server'], ['chromium']],
  ['a machine with both', {}, ['redis-server', 'chromium'], []],
  ['a Redis elsewhere', { REDIS_URL: 'redis://q' }, [], ['chromium']],
  ['a Chromium elsewhere', { CHROMIUM_PATH: '/opt/chromium' }, [], ['redis-server']],
  ['an empty variable', { REDIS_URL: '' }, ['chromium'], ['redis-server']],
])('%s needs of Debian what is missing', (_, env: Record<string, string>, present: string[], needed) => {
  expect(systemPackagesNeeded(env, program => present.includes(program))).toEqual(needed)
})

test.each([
  [{ root: true, sudo: false, apt: true }, []],
  [{ root: false, sudo: true, apt: true }, ['sudo', '-n']],
  [{ root: false, sudo: false, apt: true }, undefined],
  [{ root: true, sudo: false, apt: false }, undefined],
])('%j becomes root by %j', (machine, prefix) => {
  expect(rootPrefix(machine)).toEqual(prefix)
})

test('what cannot be installed is named in one line', () => {
  expect(byHand(['redis-server', 'chromium'])).toBe(
    'Please install by hand, then start again: apt-get install redis-server chromium',
  )
})
