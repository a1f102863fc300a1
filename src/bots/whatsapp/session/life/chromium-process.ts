import { readdir, readFile, readlink, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Chromium's own marks that a profile is in use: a link that names host and process, and two beside it. */
const lockFiles = ['SingletonLock', 'SingletonSocket', 'SingletonCookie'] as const

/** How long a killed process may take to be gone, machine ms. */
const goneWithinMs = 5_000

/**
 * Before a start, by whoever holds the lease: a Chromium of ours that a killed run left on this profile is ended, and the
 * marks go; those of another host (a moved data folder) would stop the start.
 */
export const freeProfile = async (profile: string): Promise<void> => {
  const [, host, pid] = /^(.*)-(\d+)$/.exec(await linkOf(join(profile, 'SingletonLock'))) ?? []
  if (host === hostname() && pid !== undefined && (await runsOn(Number(pid), profile))) await end(Number(pid))
  for (const name of lockFiles) await rm(join(profile, name), { force: true })
}

const linkOf = async (path: string): Promise<string> => {
  try {
    return await readlink(path)
  } catch {
    // no lock, or none that Chromium made
    return ''
  }
}

/** The number may belong to anybody by now: only a process that names this very profile is ours. */
const runsOn = async (pid: number, profile: string): Promise<boolean> =>
  (await procFile(pid, 'cmdline')).split('\0').includes(`--user-data-dir=${profile}`)

const end = async (pid: number): Promise<void> => {
  process.kill(pid, 'SIGKILL')
  for (let waited = 0; waited < goneWithinMs && (await procFile(pid, 'cmdline')) !== ''; waited += 50) await delay(50)
}

/** Empty when the process is gone, or has no such file. */
const procFile = async (pid: number, name: string): Promise<string> => {
  try {
    return await readFile(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}

/** Memory of a process and all of its descendants, bytes; shared pages count once. Null where it cannot be read. */
export const memoryOfTree = async (pid: number): Promise<number | null> => {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(await procFile(pid, 'smaps_rollup'))?.[1]
  if (kilobytes === undefined) return null
  const children = await Promise.all((await childrenOf(pid)).map(memoryOfTree))
  return children.reduce<number>((sum, bytes) => sum + (bytes ?? 0), Number(kilobytes) * 1024)
}

/** Every thread has children of its own. */
const childrenOf = async (pid: number): Promise<number[]> => {
  const threads = await readdir(`/proc/${pid}/task`).catch((): string[] => [])
  const lists = await Promise.all(threads.map(thread => procFile(pid, `task/${thread}/children`)))
  return lists.flatMap(list => list.split(' ').filter(Boolean).map(Number))
}
