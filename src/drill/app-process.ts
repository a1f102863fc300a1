import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** Machine ms that a start may take (on a busy machine it takes minutes), and a stop before it is forced. */
const startMs = 180_000
const stopMs = 20_000
/** Lines of the app's output that are kept for a start that fails. */
const keptLines = 40

const pageLine = /^Halaman petugas\s+(\S+)$/m
const standInLine = /^Simulator grup\s+(\S+?)\/sim\/$/m
const noChromiumLine = /^WhatsApp\s+tidak ikut: tidak ada Chromium di (.+)$/m
const lastLine = /^Berhenti: /m

/** The real app in a process of its own, in training mode, on free ports. */
export interface AppProcess {
  /** address of the page and the API, without a slash at its end; empty where the app has no role web */
  url: string
  /** address of the Telegram stand-in, without a slash at its end; empty where the app plays none */
  standInUrl: string
  /** where the app looked for a Chromium in vain, so that it goes without WhatsApp; empty otherwise */
  missingChromium: string
  /** lines that the app logged as errors, so far */
  errors(): string[]
  /** false once it has ended, for whatever reason */
  running(): boolean
  /** ends this child, in order */
  stop(): Promise<void>
  /** ends this child as a power cut would */
  kill(): Promise<void>
}

/**
 * Starts the app over this data folder; `settings` are environment variables beside those.
 * @throws Error with its last lines when it does not come up
 */
export const startAppProcess = async (
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<AppProcess> => {
  const child = spawn(process.execPath, ['--import', 'tsx', resolve('src/main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...neutralEnvironment(), ...usual, DATA_DIR: dataDir, ...settings },
  })
  try {
    const told = await toldBy(child)
    return {
      ...told,
      errors: errorsOf(child),
      running: () => child.exitCode === null && child.signalCode === null,
      stop: () => end(child, 'SIGTERM'),
      kill: () => end(child, 'SIGKILL'),
    }
  } catch (error) {
    await end(child, 'SIGTERM')
    throw error
  }
}

/** Log lines of this level and above are errors: pino's numbers. */
const errorLevel = 50

/** Gathers the errors among the app's log lines from now on. */
const errorsOf = (child: ChildProcess): (() => string[]) => {
  const errors: string[] = []
  if (child.stdout) {
    createInterface(child.stdout).on('line', line => {
      const level = /^\{"level":(\d+)/.exec(line)?.[1]
      if (level !== undefined && Number(level) >= errorLevel) errors.push(line)
    })
  }
  return () => [...errors]
}

const usual = { MODE: 'gladi', PORT: '0', SIMULATOR_PORT: '0', LOG_LEVEL: 'warn' }

/** A drill is the same on every machine: settings that a person has for the real app stay out. */
const neutralEnvironment = (): NodeJS.ProcessEnv => {
  const ours =
    /^(MODE|ROLES|HOST|PORT|PUBLIC_URL|DATA_DIR|MONGODB_URI|REDIS_URL|TELEGRAM_.*|WHATSAPP.*|SIMULATOR_PORT|PACING|LOG_LEVEL)$/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}

type Told = Pick<AppProcess, 'url' | 'standInUrl' | 'missingChromium'>

const toldBy = (child: ChildProcess): Promise<Told> =>
  new Promise((found, failed) => {
    let output = ''
    const fail = (why: string): void => {
      clearTimeout(late)
      failed(new Error(`${why}\n${output.trimEnd().split('\n').slice(-keptLines).join('\n')}`))
    }
    const late = setTimeout(() => fail('the app did not start in time'), startMs)
    child.once('exit', code => fail(`the app ended with ${code}`))
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      if (!lastLine.test(output)) return
      clearTimeout(late)
      const [url = '', standInUrl = '', missingChromium = ''] = [pageLine, standInLine, noChromiumLine].map(
        line => line.exec(output)?.[1],
      )
      found({ url, standInUrl, missingChromium })
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
  })

const end = async (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  const forced = setTimeout(() => child.kill('SIGKILL'), stopMs)
  await ended
  clearTimeout(forced)
}
