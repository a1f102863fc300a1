import { cp, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { startAppProcess } from '../../drill/app-process.ts'
import { trainingToken } from '../../lib/training-token.ts'
import { createTelegramDriver, type TelegramDriver } from '../../simulator/telegram/driver.ts'
import { startTelegramStandIn } from '../../simulator/telegram/index.ts'
import { createWhatsAppDriver, startWhatsAppStandIn, type WhatsAppDriver } from '../../simulator/whatsapp/index.ts'
import { killChromium } from './chromium.ts'
import { Outages } from './outages.ts'
import { RoleProcess } from './role-process.ts'
import { ServiceTime } from './service-time.ts'
import { Starvation } from './starvation.ts'
import { StoreProcess } from './store-process.ts'

/** The names under which the app keeps the worlds of its own stand-ins. */
const worlds = { telegram: 'telegram-stand-in.json', whatsapp: 'whatsapp-stand-in.json' } as const
/** WhatsApp is switched on in every process: all of them send alerts there, one of them has the device. */
const withWhatsApp = { WHATSAPP: 'on', WHATSAPP_SIMULATOR_PORT: '0', WHATSAPP_SIMULATOR_WEB_PORT: '0' } as const

/** How long a press may be answered, machine ms: longer than all that is away together, for each one is to be answered. */
const pressLifetimeMs = 300_000

/** Roles that run, by the names that faults call them. */
export const roleNames = ['web', 'worker-1', 'worker-2', 'telegram-1', 'telegram-2', 'whatsapp'] as const
export type RoleName = (typeof roleNames)[number]

/** The app as it runs when it is split: stores, roles, and the platform, each of which can go away by itself. */
export interface ChaosSystem {
  /** address of the page and the API; stays the same */
  url: string
  driver: TelegramDriver
  whatsapp: {
    driver: WhatsAppDriver
    /** kill -9 of the browser that the app runs for it */
    killChromium(): Promise<void>
  }
  documentStore: StoreProcess
  redis: StoreProcess & { readonly port: number }
  roles: Readonly<Record<RoleName, RoleProcess>>
  time: ServiceTime
  outages: Outages
  starvation: Starvation
  /** ends every process of it; once */
  stop(): Promise<void>
}

/**
 * Starts the app once, so that it seeds its training city and its stores' folders; then everything by itself over the
 * same folders and ports, with that city's groups in a stand-in of this process.
 */
export const startSystem = async (folder: string): Promise<ChaosSystem> => {
  const dataDir = join(folder, 'data')
  // to make the city's groups there it needs no browser: what stands in for Chromium ends at once
  const seeding = await startAppProcess(dataDir, { ...withWhatsApp, CHROMIUM_PATH: '/bin/true' })
  await seeding.stop()
  const ports: { documentStore: number; redis: number } = JSON.parse(
    await readFile(join(dataDir, 'run', 'ports.json'), 'utf8'),
  )
  const world = (channel: keyof typeof worlds): string => join(folder, worlds[channel])
  await Promise.all(Object.values(worlds).map(file => cp(join(dataDir, file), join(folder, file))))

  const time = new ServiceTime()
  const standIn = await startTelegramStandIn({
    token: trainingToken,
    botUsername: 'gladi112_bot',
    stateFile: world('telegram'),
    clock: time,
    pressLifetimeMs,
  })
  const whatsApp = await startWhatsAppStandIn({ stateFile: world('whatsapp'), clock: time })
  const documentStore = new StoreProcess({
    name: 'document store',
    command: process.execPath,
    args: [
      resolve('src/embedded/document-store/mongod.mjs'),
      ...['--port', String(ports.documentStore), '--dbpath', join(dataDir, 'db'), '--bind_ip', '127.0.0.1'],
    ],
    ready: 'Waiting for connections',
  })
  const redis = Object.assign(
    new StoreProcess({
      name: 'redis',
      command: 'redis-server',
      args: [join(dataDir, 'redis', 'redis.conf'), '--port', String(ports.redis)],
      ready: 'Ready to accept connections',
    }),
    { port: ports.redis },
  )
  const settings = {
    MONGODB_URI: `mongodb://127.0.0.1:${ports.documentStore}/tanggap112?directConnection=true`,
    REDIS_URL: `redis://127.0.0.1:${ports.redis}`,
    TELEGRAM_API_ROOT: standIn.apiRoot,
    ...withWhatsApp,
    WHATSAPP_SIMULATOR_WEB_PORT: String(whatsApp.webPort),
  }
  const profile = join(folder, 'whatsapp' satisfies RoleName, 'whatsapp', 'session')
  const role = (name: RoleName): RoleProcess =>
    new RoleProcess(name, name.replace(/-\d$/, ''), join(folder, name), settings)
  const roles = Object.fromEntries(roleNames.map(name => [name, role(name)])) as Record<RoleName, RoleProcess>

  let stopped: Promise<void> | undefined
  const starvation = new Starvation()
  const stopAll = async (): Promise<void> => {
    starvation.end()
    await Promise.all(Object.values(roles).map(one => one.kill()))
    await Promise.all([documentStore.kill(), redis.kill(), killChromium(profile)])
    await Promise.all([standIn.close(), whatsApp.close()])
  }
  const stop = (): Promise<void> => {
    stopped ??= stopAll()
    return stopped
  }
  try {
    await Promise.all([documentStore.start(), redis.start()])
    await Promise.all(Object.values(roles).map(one => one.start()))
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url: roles.web.url,
    driver: createTelegramDriver(standIn.url),
    whatsapp: { driver: createWhatsAppDriver(whatsApp.url), killChromium: () => killChromium(profile) },
    documentStore,
    redis,
    roles,
    time,
    outages: new Outages(),
    starvation,
    stop,
  }
}
