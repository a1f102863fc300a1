import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { type ChildExit, type ChildSpec, ChildStartError, describeExit } from './child-spec.ts'

const KEPT_LINES = 20

/** A child that serves. */
export interface RunningChild {
  readonly pid: number
  readonly exited: Promise<ChildExit>
  /** The last lines that it printed, oldest first. */
  lines(): readonly string[]
  /** Asks it to stop, forces it after the spec's stop timeout; returns when it is gone. */
  end(): Promise<void>
}

/**
 * Starts a child and waits until it serves.
 * It gets its own process group, so that Ctrl+C in a terminal reaches the app alone and the app can stop in order.
 * @throws ChildStartError when it exits first, stays silent for too long or `signal` is aborted.
 */
export async function spawnChild(spec: ChildSpec, port: number, signal: AbortSignal): Promise<RunningChild> {
  const child = spawn(spec.command, [...spec.argsFor(port)], {
    cwd: spec.folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const exited = watchExit(child, lines)
  const allSaid = new Promise(resolve => child.once('close', resolve))
  // For an exit without an orderly stop (process.exit, uncaught error): nobody is left behind.
  const endWithUs = () => child.kill('SIGTERM')
  process.once('exit', endWithUs)
  const gone = exited.then(exit => {
    process.off('exit', endWithUs)
    return exit
  })
  const end = () => endChild(child, gone, spec.stopTimeoutMs)

  const outcome = await Promise.race([
    sawReadyText(child, spec.readyText, lines).then(() => 'ready' as const),
    gone.then(exit => (child.pid === undefined ? 'it could not be run' : `it ${describeExit(exit)}`)),
    givenUp(spec.startTimeoutMs, signal, gone),
  ])
  if (outcome === 'ready' && child.pid !== undefined) return { pid: child.pid, exited: gone, lines: () => lines, end }
  await end()
  // Its last words may still be on their way.
  if (child.pid !== undefined) await allSaid
  throw new ChildStartError(spec.name, outcome, lines)
}

function watchExit(child: ChildProcess, lines: string[]): Promise<ChildExit> {
  return new Promise(resolve => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
    // Only a spawn that failed has no process number: any other error leaves the child to its exit event.
    child.on('error', error => {
      keepLine(lines, error.message)
      if (child.pid === undefined) resolve({ code: null, signal: null })
    })
  })
}

function sawReadyText(child: ChildProcess, readyText: string, lines: string[]): Promise<void> {
  return new Promise(resolve => {
    const listen = (stream: Readable | null) => {
      if (!stream) return
      createInterface({ input: stream }).on('line', line => {
        keepLine(lines, line)
        if (line.includes(readyText)) resolve()
      })
    }
    listen(child.stdout)
    listen(child.stderr)
  })
}

function keepLine(lines: string[], line: string): void {
  if (line.trim() === '') return
  lines.push(line)
  if (lines.length > KEPT_LINES) lines.shift()
}

function givenUp(timeoutMs: number, signal: AbortSignal, gone: Promise<unknown>): Promise<string> {
  return new Promise(resolve => {
    const onAbort = () => resolve('stopped while starting')
    const timer = setTimeout(() => resolve(`not ready after ${timeoutMs} ms`), timeoutMs)
    timer.unref()
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) onAbort()
    void gone.then(() => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
    })
  })
}

async function endChild(child: ChildProcess, gone: Promise<ChildExit>, graceMs: number): Promise<void> {
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await gone
  clearTimeout(force)
}
