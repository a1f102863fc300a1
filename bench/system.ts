import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseConfig } from '../src/config.ts'
import { startEmbeddedStores } from '../src/embedded/stores/start-embedded-stores.ts'
import { createTelegramDriver, startTelegramStandIn } from '../src/simulator/telegram/index.ts'
import { quietLogger } from '../test/support/quiet-logger.ts'

/**
 * The app as a process of its own, so that its memory is its own; the stand-in and the stores' keeper stay in the
 * measuring process. Pacing and the stand-in's limits are off: this measures us, not the platform's pace.
 */
export const startSystem = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-bench-'))
  const stores = await startEmbeddedStores({
    dataDir: folder,
    mongoUri: undefined,
    redisUrl: undefined,
    log: quietLogger,
  })
  const token = parseConfig({}).telegram.token.reveal()
  const standIn = await startTelegramStandIn({ token, botUsername: 'bench112_bot', limits: 'off' })
  const app = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: {
      ...process.env,
      MODE: 'gladi',
      ROLES: 'web,worker,telegram',
      PORT: '0',
      PACING: 'off',
      LOG_LEVEL: 'warn',
      DATA_DIR: folder,
      MONGODB_URI: stores.mongoUri,
      REDIS_URL: stores.redisUrl,
      TELEGRAM_API_ROOT: standIn.apiRoot,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const endWithUs = (): void => void app.kill('SIGKILL')
  process.once('exit', endWithUs)
  const links = await readLinks(app)
  return {
    links,
    driver: createTelegramDriver(standIn.url),
    residentMegabytes: () => residentMegabytes(app.pid ?? 0),
    stop: async () => {
      process.off('exit', endWithUs)
      app.kill('SIGTERM')
      if (app.exitCode === null) await once(app, 'exit')
      await standIn.close()
      await stores.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Role -> sign-in link, from what the app prints when it is ready. */
const readLinks = async (app: ChildProcess): Promise<Map<string, string>> => {
  if (!app.stdout) throw new Error('the app has no output to read')
  const links = new Map<string, string>()
  const lines = createInterface({ input: app.stdout })
  for await (const line of lines) {
    const [, role, link] = /^Masuk (\w+)\s+(\S+)/.exec(line) ?? []
    if (role && link) links.set(role, link)
    if (line.startsWith('Berhenti')) break
  }
  app.stdout.resume()
  if (!links.size) throw new Error('the app did not start')
  return links
}

const residentMegabytes = (pid: number): number => {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}
