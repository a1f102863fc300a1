import { readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'

/** The app's Chromium, found by the mark on its profile; null when none of it runs. */
const chromiumOn = async (profile: string): Promise<number | null> => {
  try {
    const pid = /-(\d+)$/.exec(await readlink(join(profile, 'SingletonLock')))?.[1] ?? ''
    const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0')
    // the number may be another's by now
    return command.includes(`--user-data-dir=${profile}`) ? Number(pid) : null
  } catch {
    // no mark, or it has just ended
    return null
  }
}

/** As a crash of it would. Nothing when it does not run. */
export const killChromium = async (profile: string): Promise<void> => {
  const pid = await chromiumOn(profile)
  if (pid !== null) process.kill(pid, 'SIGKILL')
}
