import { writeSync } from 'node:fs'

const STDERR = 2

/**
 * Ends the process after a write that the disk refused in the middle. LMDB's memory cannot be trusted any more, not even
 * for an orderly end; what was acknowledged is on the disk, what was not is undone by the next start.
 */
export function endAtOnce(error: Error): never {
  writeSync(
    STDERR,
    `\ndocument store: the disk refused a write, stopping; acknowledged writes are kept (${error.message})\n`,
  )
  process.kill(process.pid, 'SIGKILL')
  throw error
}
