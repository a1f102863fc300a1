import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Machine ms that a start may take, and that a stop may take before it is forced. */
const startMs = 60_000
const stopMs = 20_000
/** Lines of the app's output that are kept for a start that fails. */
const keptLines = 40

const pageLine = /^Halaman petugas\s+(\S+)$/m
const standInLine = /^Simulator grup\s+(\S+?)\/sim\/$/m

/** The real app in a process of its own, on free ports, with its data in a temporary folder. */
export interface AppProcess {
  /** address of the page and the API, without a slash at its end */
  url: string
  /** address of the Telegram stand-in, without a slash at its end */
  standInUrl: string
  /** ends only this child, and removes its folder */
  stop(): Promise<void>
}

/** Starts the app in training mode. @throws Error with its last lines when it does not come up */
export const startAppProcess = async (): Promise<AppProcess> => {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-drill-'))
  const child = spawn(process.execPath, ['--import', 'tsx', resolve('src/main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutOurSettings(),
      MODE: 'gladi',
      DATA_DIR: folder,
      PORT: '0',
      SIMULATOR_PORT: '0',
      LOG_LEVEL: 'warn',
    },
  })
  const stop = async (): Promise<void> => {
    await endChild(child)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    return { ...(await addressesOf(child)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The drill's app is the same on every machine: settings that a person has for the real one stay out. */
const withoutOurSettings = (): NodeJS.ProcessEnv => {
  const ours =
    /^(MODE|ROLES|HOST|PORT|PUBLIC_URL|DATA_DIR|MONGODB_URI|REDIS_URL|TELEGRAM_.*|SIMULATOR_PORT|PACING|LOG_LEVEL)$/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}

const addressesOf = async (child: ChildProcess): Promise<{ url: string; standInUrl: string }> => {
  let output = ''
  const late = AbortSignal.timeout(startMs)
  return new Promise((found, failed) => {
    const fail = (why: string) =>
      failed(new Error(`${why}\n${output.trimEnd().split('\n').slice(-keptLines).join('\n')}`))
    late.addEventListener('abort', () => fail('the app did not start in time'))
    child.once('exit', code => fail(`the app ended with ${code}`))
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      const url = pageLine.exec(output)?.[1]
      const standInUrl = standInLine.exec(output)?.[1]
      if (url !== undefined && standInUrl !== undefined) found({ url, standInUrl })
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
  })
}

const endChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const forced = setTimeout(() => child.kill('SIGKILL'), stopMs)
  await ended
  clearTimeout(forced)
}
