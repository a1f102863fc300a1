import { realpathSync } from 'node:fs'
import type { ChildSpec } from './child-spec.ts'
import { endProcess } from './end-process.ts'
import type { Logger } from './logger.ts'
import { findProcessesIn } from './process-identity.ts'

/**
 * Ends what an earlier run left behind in this child's folder; call it only while holding the data folder's lock.
 * Looked for among the running processes and not in a pid file: there is no moment between a start and its file to die
 * in, a copied data folder names nobody else's child, and a moved one still finds its own.
 * Ended and not adopted: the exit of our own child is told to us, and both stores keep acknowledged writes through a stop.
 */
export async function endOrphans(spec: ChildSpec, log: Logger): Promise<void> {
  for (const orphan of findProcessesIn(realpathSync(spec.folder), spec.program)) {
    log.warn({ child: spec.name, pid: orphan.pid }, 'ending a process that an earlier run left behind')
    await endProcess(orphan, spec.stopTimeoutMs)
  }
}
