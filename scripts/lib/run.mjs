import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Something that stops the set-up: its message is the one line that the person sees. */
export class SetupError extends Error {}

/**
 * Runs a command with its output kept back; shows the end of it when the command fails.
 * @param {readonly string[]} command
 * @param {{ cwd?: string }} [options]
 * @returns {boolean} whether it succeeded
 */
export function ran([program = '', ...args], { cwd } = {}) {
  const result = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  })
  if (result.status === 0) return true
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? `${result.error.message}\n` : ''}`
  process.stderr.write(`${output.trimEnd().split('\n').slice(-40).join('\n')}\n`)
  return false
}

/**
 * Whether a command succeeds; its output is of no interest.
 * @param {readonly string[]} command
 */
export function succeeds([program = '', ...args]) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

/**
 * Whether a program is on the path.
 * @param {string} program
 */
export function has(program) {
  return (process.env.PATH ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
