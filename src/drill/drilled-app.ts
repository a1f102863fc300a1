import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { trainingToken } from '../lib/training-token.ts'
import { startTelegramStandIn } from '../simulator/telegram/index.ts'
import { type AppProcess, startAppProcess } from './app-process.ts'

/** The app under drill, beside a stand-in of Telegram that goes on when the app is down. */
export interface DrilledApp {
  /** address of the page and the API; stays the same over restarts */
  url: string
  standInUrl: string
  /** lines that the app logged as errors, over all its lives */
  errors(): string[]
  /** the stand-in's limits and dates count this service time from now on */
  showTime(now: number): void
  /** a power cut: ends the app as it stands, lets `whileDown` happen, starts it again */
  restart(whileDown: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/** The name under which the app keeps the world of its own stand-in. */
const worldFile = 'telegram-stand-in.json'

/**
 * Starts the app once so that it seeds its training city, then again over the same folder with that city's groups in a
 * stand-in of the drill's own.
 */
export const startDrilledApp = async (folder: string): Promise<DrilledApp> => {
  const dataDir = join(folder, 'data')
  const seeding = await startAppProcess(dataDir)
  await seeding.stop()
  const world = join(folder, worldFile)
  await cp(join(dataDir, worldFile), world)

  let now = Date.now()
  const standIn = await startTelegramStandIn({
    token: trainingToken,
    botUsername: 'gladi112_bot',
    stateFile: world,
    clock: { now: () => now, rate: () => 0 },
  })
  const start = (settings: Readonly<Record<string, string>> = {}): Promise<AppProcess> =>
    startAppProcess(dataDir, { TELEGRAM_API_ROOT: standIn.apiRoot, ...settings })
  let app = await start()
  const { url } = app
  const earlier: string[] = []

  return {
    url,
    standInUrl: standIn.url,
    errors: () => [...earlier, ...app.errors()],
    showTime: time => {
      now = time
    },
    restart: async whileDown => {
      earlier.push(...app.errors())
      await app.kill()
      await whileDown()
      app = await start({ PORT: new URL(url).port })
    },
    stop: async () => {
      await app.stop()
      await standIn.close()
    },
  }
}
