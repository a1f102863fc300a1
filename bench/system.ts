import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { constants, setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseConfig } from '../src/config.ts'
import { startEmbeddedStores } from '../src/embedded/stores/start-embedded-stores.ts'
import { onInterrupt } from '../src/lib/on-interrupt.ts'
import { createTelegramDriver, startTelegramStandIn } from '../src/simulator/telegram/index.ts'
import { quietLogger } from '../test/support/quiet-logger.ts'
import { Kept } from './kept.ts'

export interface SystemWish {
  /** one process for each, with these ROLES; the first one has the pages */
  roles: readonly string[]
  /** the stand-in's limits and our pacing: both as they are in earnest, or neither (then only we are measured) */
  limits: 'on' | 'off'
  /** further settings of the app */
  settings?: Readonly<Record<string, string>>
}

/**
 * The app as processes of its own, so that their memory is their own; the stand-in and the stores' keeper stay in the
 * measuring process.
 */
export const startSystem = async (wish: SystemWish) => {
  const kept = new Kept()
  onInterrupt(() => kept.end())
  try {
    return { ...(await startAll(wish, kept)), stop: () => kept.end() }
  } catch (error) {
    await kept.end()
    throw error
  }
}

const startAll = async ({ roles, limits, settings = {} }: SystemWish, kept: Kept) => {
  const folder = kept.start(
    () => mkdtempSync(join(tmpdir(), 'tanggap-bench-')),
    made => rmSync(made, { recursive: true, force: true, maxRetries: 5 }),
  )
  const stores = await kept.start(
    () => startEmbeddedStores({ dataDir: folder, mongoUri: undefined, redisUrl: undefined, log: quietLogger }),
    async starting => (await starting).stop(),
  )
  const token = parseConfig({}).telegram.token.reveal()
  const standIn = await kept.start(
    () => startTelegramStandIn({ token, botUsername: 'bench112_bot', ...(limits === 'off' && { limits }) }),
    async starting => (await starting).close(),
  )
  const processes: ChildProcess[] = []
  const workers: ChildProcess[] = []
  process.once('exit', () => {
    for (const app of processes) app.kill('SIGKILL')
  })
  const links = new Map<string, string>()
  for (const role of roles) {
    const app = kept.start(
      () =>
        spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
          env: {
            ...process.env,
            MODE: 'gladi',
            ROLES: role,
            PORT: '0',
            PACING: limits,
            LOG_LEVEL: 'warn',
            DATA_DIR: folder,
            MONGODB_URI: stores.mongoUri,
            REDIS_URL: stores.redisUrl,
            TELEGRAM_API_ROOT: standIn.apiRoot,
            ...settings,
          },
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      endApp,
    )
    processes.push(app)
    if (role === 'worker') workers.push(app)
    for (const [name, link] of await readLinks(app)) links.set(name, link)
  }
  putFirst()
  return {
    links,
    redisUrl: stores.redisUrl,
    mongoUri: stores.mongoUri,
    driver: createTelegramDriver(standIn.url),
    /** stops the worker processes where they are, or lets them go on */
    workers: (signal: 'SIGSTOP' | 'SIGCONT'): void => {
      for (const worker of workers) worker.kill(signal)
    },
    residentMegabytes: () => residentMegabytes(processes[0]?.pid ?? 0),
  }
}

/**
 * The stand-in plays a world that does not share our processors: its clock must not stop while the app is busy. Where the
 * system does not allow it, its pauses count as ours.
 */
const putFirst = (): void => {
  try {
    setPriority(constants.priority.PRIORITY_HIGH)
  } catch {
    // only an administrator may
  }
}

/** In order; one that stands still goes on first. */
const endApp = async (app: ChildProcess): Promise<void> => {
  if (app.exitCode !== null || app.signalCode !== null) return
  const ended = once(app, 'exit')
  app.kill('SIGCONT')
  app.kill('SIGTERM')
  await ended
}

export type System = Awaited<ReturnType<typeof startSystem>>

export const linkOf = (links: Map<string, string>, role: string): string => {
  const link = links.get(role)
  if (!link) throw new Error(`the app printed no link for ${role}`)
  return link
}

/** Role -> sign-in link, from what the app prints when it is ready. */
const readLinks = async (app: ChildProcess): Promise<Map<string, string>> => {
  if (!app.stdout) throw new Error('the app has no output to read')
  const links = new Map<string, string>()
  const lines = createInterface({ input: app.stdout })
  let ready = false
  for await (const line of lines) {
    const [, role, link] = /^Masuk (\w+)\s+(\S+)/.exec(line) ?? []
    if (role && link) links.set(role, link)
    ready ||= line.startsWith('Berhenti')
    if (ready) break
  }
  app.stdout.resume()
  if (!ready) throw new Error('the app did not start')
  return links
}

const residentMegabytes = (pid: number): number => {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}
