import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** Another process serves the folder. */
export class DataFolderError extends Error {}

/**
 * Makes this process the only owner of a data folder. The lock is an abstract Unix socket named after the folder: the
 * kernel grants it to one process and takes it back when that process dies, however it dies, so it cannot be stale.
 * The owner's process id stands in `mongod.lock`, for people and for whoever ends orphans.
 * @returns the release
 * @throws DataFolderError
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { dev, ino } = statSync(folder)
  const pidFile = join(folder, 'mongod.lock')
  const lock = createServer()
  await new Promise<void>((resolve, reject) => {
    lock.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = new DataFolderError(`the data folder ${folder} is in use by process ${ownerOf(pidFile)}`)
      reject(error.code === 'EADDRINUSE' ? inUse : error)
    })
    lock.listen(`\0tanggap-document-store-${dev}-${ino}`, resolve)
  })
  lock.unref()
  note(pidFile, `${process.pid}\n`)
  return () =>
    new Promise(resolve => {
      note(pidFile, '')
      lock.close(() => resolve())
    })
}

/** A full disk must not keep the store from being read: the note is for people only. */
function note(pidFile: string, text: string): void {
  try {
    writeFileSync(pidFile, text)
  } catch (error) {
    console.error(`document store: ${pidFile} could not be written: ${String(error)}`)
  }
}

function ownerOf(pidFile: string): string {
  try {
    return /^\d+$/m.exec(readFileSync(pidFile, 'latin1'))?.[0] ?? 'unknown'
  } catch (error) {
    return `unknown (${error instanceof Error ? error.message : String(error)})`
  }
}
