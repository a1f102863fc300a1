import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type ChildSpec, ChildStartError } from '../../../src/embedded/children/child-spec.ts'
import { findProcessesIn } from '../../../src/embedded/children/process-identity.ts'
import { startOnPort } from '../../../src/embedded/children/start-on-port.ts'
import { type SupervisedChild, superviseChild } from '../../../src/embedded/children/supervise-child.ts'
import { quietLogger } from '../../support/quiet-logger.ts'
import { recordingLogger } from '../../support/recording-logger.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const SERVES = `console.log('siap'); setInterval(() => {}, 1000)`
const PORT = 1

/** A child that runs these lines of JavaScript. */
function childSpec(script: string, more: Partial<ChildSpec> = {}): ChildSpec {
  return {
    name: 'anak',
    command: process.execPath,
    argsFor: port => ['-e', script, String(port)],
    folder: tempFolder(),
    program: script,
    readyText: 'siap',
    startTimeoutMs: 20_000,
    stopTimeoutMs: 5_000,
    ...more,
  }
}

async function supervised(spec: ChildSpec, log = recordingLogger()) {
  const child = await superviseChild(spec, PORT, log)
  onTestFinished(() => child.stop())
  return child
}

function pidOf(child: SupervisedChild): number {
  const health = child.health()
  if (health.status !== 'running') throw new Error(`child is ${health.status}`)
  return health.pid
}

const left = (spec: ChildSpec) => findProcessesIn(spec.folder, spec.program)

test('a child that serves runs until it is stopped, and nothing is left of it', async () => {
  const spec = childSpec(SERVES)
  const child = await supervised(spec)
  expect(child.health()).toMatchObject({ status: 'running', restarts: 0 })
  expect(left(spec)).toHaveLength(1)
  await child.stop()
  expect(child.health()).toEqual({ status: 'stopped' })
  expect(left(spec)).toEqual([])
})

test('a child that dies is started again, and both are told', async () => {
  const log = recordingLogger()
  const child = await supervised(childSpec(SERVES), log)
  const seen: string[] = []
  child.onChange(health => seen.push(health.status))
  const before = pidOf(child)
  process.kill(before, 'SIGKILL')
  await vi.waitFor(() => expect(child.health()).toMatchObject({ status: 'running', restarts: 1 }))
  expect(pidOf(child)).not.toBe(before)
  expect(seen).toEqual(['restarting', 'running'])
  expect(log.messages).toEqual(['child process died, starting it again', 'child process runs again'])
})

test('a child that keeps failing is tried until it comes up; the third failure calls for a repair', async () => {
  const folder = tempFolder()
  const repaired = join(folder, 'repaired')
  const script = `
    const fs = require('node:fs')
    if (fs.existsSync('started') && !fs.existsSync('repaired')) { console.log('rusak'); process.exit(3) }
    fs.writeFileSync('started', '')
    ${SERVES}`
  const repair = async () => {
    writeFileSync(repaired, '')
    return true
  }
  const child = await supervised(childSpec(script, { folder, repair }))
  const errors = new Set<string>()
  child.onChange(health => health.status === 'restarting' && errors.add(health.lastError))
  process.kill(pidOf(child), 'SIGKILL')
  await vi.waitFor(() => expect(child.health()).toMatchObject({ status: 'running', restarts: 1 }), { timeout: 10_000 })
  expect(existsSync(repaired)).toBe(true)
  expect([...errors]).toEqual(['ended with SIGKILL', 'anak did not start: it ended with code 3 (rusak)'])
})

test('a child that is stopped while it waits for its restart does not come back', async () => {
  const spec = childSpec(SERVES)
  const child = await supervised(spec)
  const died = new Promise(resolve => child.onChange(resolve))
  process.kill(pidOf(child), 'SIGKILL')
  await died
  await child.stop()
  expect(child.health()).toEqual({ status: 'stopped' })
  expect(left(spec)).toEqual([])
})

test('a child that will not stop is forced', async () => {
  const spec = childSpec(`process.on('SIGTERM', () => {}); ${SERVES}`, { stopTimeoutMs: 100 })
  const child = await supervised(spec)
  await child.stop()
  expect(left(spec)).toEqual([])
})

test.each([
  [
    'ends at once',
    `console.error('alamat sudah dipakai'); process.exit(1)`,
    20_000,
    /code 1 \(alamat sudah dipakai\)$/,
  ],
  ['never says that it is ready', 'setInterval(() => {}, 1000)', 300, /not ready after 300 ms$/],
])('a first start that %s fails in one line', async (_, script, startTimeoutMs, reason) => {
  const spec = childSpec(script, { startTimeoutMs })
  const failure = await superviseChild(spec, PORT, quietLogger).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(ChildStartError)
  expect(String(failure)).toMatch(reason)
  expect(left(spec)).toEqual([])
})

test('a program that is not there fails in one line', async () => {
  const starting = superviseChild(childSpec('', { command: 'no-such-program' }), PORT, quietLogger)
  await expect(starting).rejects.toThrow('anak did not start: it could not be run (spawn no-such-program ENOENT)')
})

test('a first start is tried on other ports before it is given up', async () => {
  const folder = tempFolder()
  const script = `
    const fs = require('node:fs')
    fs.appendFileSync('ports', process.argv.at(-1) + ' ')
    if (fs.readFileSync('ports', 'utf8').split(' ').length < 4) process.exit(1)
    ${SERVES}`
  const child = await startOnPort(childSpec(script, { folder }), { preferredPort: undefined, log: quietLogger })
  onTestFinished(() => child.stop())
  expect(child.health()).toMatchObject({ status: 'running' })
})
