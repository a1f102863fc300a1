import { setTimeout as wait } from 'node:timers/promises'
import { type ProcessIdentity, stillRuns } from './process-identity.ts'

const LOOK_EVERY_MS = 20

/**
 * Ends a process that is not our child: asks it to stop, and forces it after `graceMs` (machine clock).
 * Returns when it is gone.
 */
export async function endProcess(identity: ProcessIdentity, graceMs: number): Promise<void> {
  signalProcess(identity, 'SIGTERM')
  const deadline = performance.now() + graceMs
  let forced = false
  while (stillRuns(identity)) {
    if (!forced && performance.now() > deadline) {
      signalProcess(identity, 'SIGKILL')
      forced = true
    }
    await wait(LOOK_EVERY_MS)
  }
}

function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!stillRuns(identity)) return
  try {
    process.kill(identity.pid, signal)
  } catch (error) {
    // It ended between the look and the signal: that is what we wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
