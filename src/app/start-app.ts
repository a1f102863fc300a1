import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type AdminApi, createAdminApi } from '../admin-api/create-admin-api.ts'
import type { TrainingControls, TrainingLink } from '../admin-api/dependencies.ts'
import { createFirstAdministrator, createTrainingUsers } from '../admin-api/sign-in/first-users.ts'
import { createApplication } from '../application/create-application.ts'
import type { Channel, ChannelName } from '../application/ports/channel.ts'
import type { InboundHandler } from '../application/ports/inbox.ts'
import type { Log } from '../application/ports/signals.ts'
import { createServiceClock } from '../application/service-clock.ts'
import { createWorkInbox } from '../application/work-inbox.ts'
import { renderer } from '../bots/rendering/renderer.ts'
import { createTelegramBot, deepLink } from '../bots/telegram/index.ts'
import type { Config, Role } from '../config.ts'
import { startEmbeddedStores } from '../embedded/stores/start-embedded-stores.ts'
import { connectModels } from '../models/stores.ts'
import { pacingOff } from '../queue/pacing.ts'
import { openWakeUpQueue } from '../queue/wake-up-queue.ts'
import { createTelegramDriver, startTelegramStandIn } from '../simulator/telegram/index.ts'
import { shareClock } from './clock-sharing.ts'
import { createHealthProbe } from './health.ts'
import { startSweeper } from './sweeper.ts'
import { seedCentres } from './training/seed-centres.ts'
import { seedChats } from './training/seed-chats.ts'

/** Updates are answered by whoever presses; people know the training bot by this name. */
const trainingBot = 'gladi112_bot'

export interface RunningApp {
  /** address of the pages, absent without the role web */
  url?: string
  /** address of the stand-in's page, absent in live mode */
  simulatorUrl?: string
  /** ways in for people: training links, or the first administrator's one-time link */
  links: TrainingLink[]
  stop(): Promise<void>
}

const machineClock = { now: () => Date.now() }

/** Starts everything that the configuration's roles ask for, in order; `stop` takes it down in the opposite order. */
export const startApp = async (config: Config, log: Log): Promise<RunningApp> => {
  const stops: (() => Promise<unknown> | void)[] = []
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  try {
    return { ...(await startParts(config, log, stops)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const startParts = async (
  config: Config,
  log: Log,
  stops: (() => Promise<unknown> | void)[],
): Promise<Omit<RunningApp, 'stop'>> => {
  const has = (role: Role): boolean => config.roles.includes(role)
  const training = config.mode === 'gladi'

  const embedded = await startEmbeddedStores({
    dataDir: config.dataDir,
    mongoUri: config.mongoUri?.reveal(),
    redisUrl: config.redisUrl?.reveal(),
    log,
  })
  stops.push(() => embedded.stop())
  const stores = await connectModels(embedded.mongoUri)
  stops.push(() => stores.close())
  const clock = createServiceClock(machineClock)
  const queue = await openWakeUpQueue({ redisUrl: embedded.redisUrl, clock, log, alone: config.redisUrl === undefined })
  stops.push(() => queue.close())

  if (training) await seedCentres(stores.directory)
  const standIn = has('simulator')
    ? await startTelegramStandIn({
        port: config.simulatorPort,
        token: config.telegram.token.reveal(),
        botUsername: trainingBot,
        botName: 'Tanggap 112 (GLADI)',
        clock,
        stateFile: join(config.dataDir, 'telegram-stand-in.json'),
        ...(config.pacing ? {} : { limits: 'off' as const }),
      })
    : null
  if (standIn) {
    stops.push(() => standIn.close())
    await seedChats(createTelegramDriver(standIn.url), stores.chats, clock.now())
  }

  const channels = new Map<ChannelName, Channel>()
  const application = createApplication({
    stores,
    serviceClock: clock,
    machineClock,
    wakeUps: queue.wakeUps,
    live: queue.liveFeed,
    pacing: config.pacing ? queue.pacing : pacingOff,
    channels,
    renderer,
    newToken: () => randomBytes(12).toString('base64url'),
    log,
    training,
  })

  const telegram = createTelegramBot({
    token: config.telegram.token.reveal(),
    apiRoot: config.telegram.apiRoot ?? standIn?.apiRoot ?? 'https://api.telegram.org',
    ...(config.telegram.webhook
      ? { webhook: { url: config.telegram.webhook.url, secret: config.telegram.webhook.secret.reveal() } }
      : {}),
    inbox: stores.inbox,
    leases: stores.leases,
    wakeUps: queue.wakeUps,
    clocks: { service: clock, machine: machineClock },
    chats: application.chats,
    pairedChats: stores.chats,
    log,
    owner: randomUUID(),
  })
  channels.set('telegram', telegram.channel)

  const { sweep } = application.work
  const sweeper = has('worker') ? startSweeper(sweep, () => telegram.health().status !== 'starting', log) : null
  const sharedClock = training
    ? await shareClock({
        clock,
        machine: machineClock,
        settings: stores.settings,
        live: queue.liveFeed,
        centres: async () => (await stores.directory.centres()).map(({ code }) => code),
        changed: async () => {
          await queue.clockChanged()
          await sweeper?.now()
        },
        log,
      })
    : null
  if (sharedClock) stops.push(() => sharedClock.stop())
  if (sweeper) {
    stops.push(() => sweeper.stop())
    const handlers = new Map<ChannelName, InboundHandler>([['telegram', telegram.inbound]])
    await queue.work({
      drainChat: application.work.drainChat,
      relay: application.work.relay,
      workInbox: createWorkInbox({ stores, machineClock, wakeUps: queue.wakeUps, log }, handlers),
      fireDue: async (aggregate, id) => {
        if (sweeper.breachesOpen()) await application.work.fireDue(aggregate, id)
      },
    })
  }
  if (has('telegram')) {
    const started = await telegram.start()
    if (!started.ok) log.error({ reason: started.reason, detail: started.detail }, 'Telegram does not work')
    stops.push(() => telegram.stop())
  }

  const links: TrainingLink[] = []
  if (!has('web')) return { links, ...(standIn ? { simulatorUrl: standIn.pageUrl } : {}) }

  const signIn = {
    directory: stores.directory,
    sessions: stores.sessions,
    machineClock,
    serviceClock: clock,
    audit: stores.audit,
  }
  const first = training ? null : await createFirstAdministrator(signIn)
  if (first) links.push({ role: 'administrator', name: first.name, path: first.path })
  if (training) links.push(...(await createTrainingUsers(signIn)))

  const trainingControls: TrainingControls | undefined = sharedClock
    ? {
        clock: async () => clock.setting(),
        changeClock: change => sharedClock.change('hold' in change ? { rate: 0 } : change),
        waiting: async () => ({
          ...(await sweep.waiting()),
          jobs: (await queue.idle()) ? 0 : 1,
        }),
        links,
      }
    : undefined

  const api = createAdminApi({
    application,
    directory: stores.directory,
    sessions: stores.sessions,
    chats: stores.chats,
    audit: stores.audit,
    photos: stores.photos,
    live: queue.liveFeed,
    serviceClock: clock,
    machineClock,
    log,
    config: {
      mode: config.mode,
      secure: config.web.publicUrl?.startsWith('https:') ?? false,
      webDir: join('dist', 'web'),
      ...(config.web.publicUrl === undefined ? {} : { publicUrl: config.web.publicUrl }),
    },
    healthProbe: createHealthProbe({
      stores,
      queue,
      embedded,
      telegram: has('telegram') ? telegram.health : null,
      sweep,
    }),
    ...(trainingControls ? { training: trainingControls } : {}),
    pairingLink: (code, audience) => {
      const { username } = telegram.health()
      return username !== undefined && (audience.kind === 'user' || audience.kind === 'contact')
        ? deepLink(username, code)
        : null
    },
  })
  const server = await listen(config, api, telegram.webhookHandler)
  stops.push(() => closeServer(server, api))
  const { port } = server.address() as AddressInfo
  return {
    links,
    url: `http://${config.web.host === '0.0.0.0' ? '127.0.0.1' : config.web.host}:${port}`,
    ...(standIn ? { simulatorUrl: standIn.pageUrl } : {}),
  }
}

type WebhookHandler = NonNullable<ReturnType<typeof createTelegramBot>['webhookHandler']>

/** The webhook gets the raw request, before any body is read. */
const listen = async (config: Config, api: AdminApi, webhook: WebhookHandler | undefined): Promise<Server> => {
  const path = config.telegram.webhook && new URL(config.telegram.webhook.url).pathname
  const server = createServer((request, response) => {
    if (webhook && path && request.url?.split('?')[0] === path) webhook(request, response)
    else api(request, response)
  })
  server.listen(config.web.port, config.web.host)
  await once(server, 'listening')
  return server
}

const closeServer = async (server: Server, api: AdminApi): Promise<void> => {
  api.close()
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  await closed
}
