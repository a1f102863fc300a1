import { execFile } from 'node:child_process'
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from '../children/logger.ts'

const FOLDER = 'appendonlydir'
const MANIFEST = 'appendonly.aof.manifest'

/**
 * Moves an append-only log that Redis cannot read out of the way, so that it starts empty. The queue is only a wake-up:
 * what was in it is found again by the sweeps. The broken log is kept beside it.
 * @returns whether there was a broken log.
 */
export async function setAsideBrokenAof(folder: string, log: Logger): Promise<boolean> {
  const aof = join(folder, FOLDER)
  const manifest = join(aof, MANIFEST)
  if (!existsSync(manifest) || (await isReadable(manifest))) return false
  const keptAs = `${aof}.broken-${new Date().toISOString().replaceAll(':', '-')}`
  renameSync(aof, keptAs)
  log.warn({ keptAs }, 'redis could not read its log, starting with an empty one')
  return true
}

function isReadable(manifest: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    execFile('redis-check-aof', [manifest], error => {
      if (error?.code === 'ENOENT') reject(error)
      else resolve(error === null)
    })
  })
}
