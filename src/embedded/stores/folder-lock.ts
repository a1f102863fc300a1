import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { identifyProcess, type ProcessIdentity, stillRuns } from '../children/process-identity.ts'

const ownerSchema = z.object({ pid: z.number().int().positive(), startTicks: z.number(), bootId: z.string() })

/** The data folder cannot be used: it is another running app's, or it cannot be written. One line for the person at the start. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
}

export interface FolderLock {
  release(): void
}

/**
 * Takes a folder for this process. A lock whose owner no longer runs (kill -9, power cut) is taken over.
 * @param file the lock's path inside the folder
 * @throws DataFolderError with one line for the person who started the second app.
 */
export function lockFolder(folder: string, file: string): FolderLock {
  const mine = identifyProcess(process.pid)
  if (!mine) throw new Error('this process is not listed under /proc: the embedded stores need Linux')
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    while (!linked(draft, file)) putAsideIfStale(folder, file)
  } finally {
    rmSync(draft, { force: true })
  }
  return { release: () => rmSync(file, { force: true }) }
}

/** Linking fails when the name is taken: of two processes at the same moment only one gets the lock. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function putAsideIfStale(folder: string, file: string): void {
  refuseIfAlive(folder, readOwner(file))
  const aside = `${file}.stale-${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    // Somebody else put it aside first: try again for the lock.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw error
  }
  const owner = readOwner(aside)
  try {
    // Between our look and our rename a third process may have taken the lock: it gets it back.
    if (owner && stillRuns(owner)) linked(aside, file)
    refuseIfAlive(folder, owner)
  } finally {
    rmSync(aside, { force: true })
  }
}

function refuseIfAlive(folder: string, owner: ProcessIdentity | undefined): void {
  if (!owner || !stillRuns(owner)) return
  const whose = owner.pid === process.pid ? 'this process already' : `the running process ${owner.pid}`
  throw new DataFolderError(`data folder ${folder} is in use by ${whose}: stop it first, or set DATA_DIR`)
}

/** Nothing when the file is gone or a crash of the machine left it unreadable: then nobody holds the lock. */
function readOwner(file: string): ProcessIdentity | undefined {
  try {
    return ownerSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
