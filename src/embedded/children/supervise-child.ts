import { setTimeout as wait } from 'node:timers/promises'
import { type ChildSpec, describeExit } from './child-spec.ts'
import type { Logger } from './logger.ts'
import { type RunningChild, spawnChild } from './spawn-child.ts'

const FIRST_DELAY_MS = 50
const LONGEST_DELAY_MS = 10_000
/** A child that served this long has earned a quick restart again. */
const HEALTHY_AFTER_MS = 60_000
const FAILURES_BEFORE_REPAIR = 3

/** What the health page shows of a child. Times are milliseconds since 1970, machine clock. */
export type ChildHealth =
  | { readonly status: 'running'; readonly pid: number; readonly since: number; readonly restarts: number }
  | { readonly status: 'restarting'; readonly since: number; readonly restarts: number; readonly lastError: string }
  | { readonly status: 'stopped' }

export interface SupervisedChild {
  health(): ChildHealth
  /** Calls back on every change of health, and returns how to stop that. */
  onChange(listener: (health: ChildHealth) => void): () => void
  /** Stops the child and returns when it is gone. */
  stop(): Promise<void>
}

/**
 * Starts the child, and from then on starts it again, on the same port, whenever it dies.
 * @throws ChildStartError when the first start fails; later failures are logged, shown as health and tried again.
 */
export async function superviseChild(spec: ChildSpec, port: number, log: Logger): Promise<SupervisedChild> {
  const stopping = new AbortController()
  const listeners = new Set<(health: ChildHealth) => void>()
  let restarts = 0
  let child = await spawnChild(spec, port, stopping.signal)
  let health: ChildHealth = { status: 'running', pid: child.pid, since: Date.now(), restarts }

  const become = (next: ChildHealth) => {
    health = next
    for (const listener of listeners) listener(next)
  }

  const serve = async (): Promise<void> => {
    let delay = FIRST_DELAY_MS
    while (!stopping.signal.aborted) {
      const startedAt = Date.now()
      const exit = await child.exited
      if (stopping.signal.aborted) return
      if (Date.now() - startedAt > HEALTHY_AFTER_MS) delay = FIRST_DELAY_MS
      log.error({ child: spec.name, ...exit, lines: child.lines() }, 'child process died, starting it again')
      become({ status: 'restarting', since: Date.now(), restarts, lastError: describeExit(exit) })
      const next = await startAgain(delay)
      if (!next) return
      child = next
      delay = Math.min(delay * 2, LONGEST_DELAY_MS)
      restarts += 1
      log.warn({ child: spec.name, pid: child.pid, restarts }, 'child process runs again')
      become({ status: 'running', pid: child.pid, since: Date.now(), restarts })
    }
  }

  const startAgain = async (firstDelay: number): Promise<RunningChild | undefined> => {
    let delay = firstDelay
    for (let failures = 0; ; ) {
      if (!(await waited(delay, stopping.signal))) return undefined
      try {
        if (failures > 0 && failures % FAILURES_BEFORE_REPAIR === 0) await spec.repair?.()
        return await spawnChild(spec, port, stopping.signal)
      } catch (error) {
        if (stopping.signal.aborted) return undefined
        failures += 1
        const lastError = error instanceof Error ? error.message : String(error)
        log.error({ child: spec.name, failures, err: error }, 'child process did not come up, trying again')
        become({ status: 'restarting', since: Date.now(), restarts, lastError })
      }
      delay = Math.min(delay * 2, LONGEST_DELAY_MS)
    }
  }

  const served = serve()
  return {
    health: () => health,
    onChange: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: async () => {
      stopping.abort()
      await child.end()
      await served
      if (health.status !== 'stopped') become({ status: 'stopped' })
    },
  }
}

/** False when the wait was cut short. */
async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await wait(ms, undefined, { signal })
    return true
  } catch (error) {
    if (signal.aborted) return false
    throw error
  }
}
