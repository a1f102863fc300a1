import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdminApi } from '../admin-api/create-admin-api.ts'
import type { TrainingControls, TrainingLink, WhatsAppControls } from '../admin-api/dependencies.ts'
import { createFirstAdministrator, createTrainingUsers } from '../admin-api/sign-in/first-users.ts'
import type { Application } from '../application/application.ts'
import type { Audience } from '../application/ports/chats.ts'
import type { SettingStore } from '../application/ports/records.ts'
import type { Log } from '../application/ports/signals.ts'
import type { Sweep } from '../application/sweep.ts'
import { deepLink, type TelegramBot } from '../bots/telegram/index.ts'
import type { Config } from '../config.ts'
import { createBoundedServer } from './bounded-server.ts'
import type { SharedClock } from './clock-sharing.ts'
import { type Foundation, machineClock } from './foundation.ts'
import { createHealthProbe } from './health.ts'
import type { Stops } from './stops.ts'
import { standardCentres } from './training/seed-centres.ts'
import { askSession, readSession } from './whatsapp/sharing.ts'
import type { WhatsApp } from './whatsapp/whatsapp.ts'

export interface Web {
  url: string
  /** ways in: training links for each role, or the first administrator's one-time link */
  links: TrainingLink[]
}

/** What a link hands over that only opens the chat: no code, no report. */
const reopens = 'open'

/** The pages and the API, on one port, with Telegram's webhook beside them when one is set. */
export const openWeb = async (
  config: Config,
  foundation: Foundation,
  parts: {
    application: Application
    telegram: TelegramBot
    /** where this process holds the session, or would */
    whatsapp: WhatsApp | null
    sweep: Sweep
    sharedClock: SharedClock | null
  },
  log: Log,
  stops: Stops,
): Promise<Web> => {
  const { stores, queue, embedded, clock } = foundation
  const { application, telegram, sweep } = parts
  const links = await waysIn(config, foundation)
  const privateLink = (payload: string, { kind }: Audience): string | null => {
    const { username } = telegram.health()
    return username !== undefined && (kind === 'user' || kind === 'contact') ? deepLink(username, payload) : null
  }
  const training = trainingControls(foundation, parts, links)
  const api = createAdminApi({
    application,
    directory: stores.directory,
    sessions: stores.sessions,
    chats: stores.chats,
    audit: stores.audit,
    photos: stores.photos,
    information: stores.information,
    live: queue.liveFeed,
    serviceClock: clock,
    machineClock,
    log,
    config: {
      mode: config.mode,
      secure: config.web.publicUrl?.startsWith('https:') ?? false,
      webDir: join('dist', 'web'),
      ...(config.web.publicUrl === undefined ? {} : { publicUrl: config.web.publicUrl }),
      ...(config.mapTiles === undefined ? {} : { mapTiles: config.mapTiles }),
    },
    healthProbe: createHealthProbe({
      stores,
      queue,
      embedded,
      telegram: config.roles.includes('telegram') ? telegram.health : null,
      whatsapp: config.whatsapp ? () => readSession(stores.settings) : null,
      sweep,
    }),
    ...(training ? { training } : {}),
    ...(config.whatsapp ? { whatsapp: whatsAppControls(stores.settings) } : {}),
    pairingLink: privateLink,
    openingLink: audience => privateLink(reopens, audience),
  })
  const server = await listen(config, api, telegram.webhookHandler)
  stops.add(async () => {
    api.close()
    const closed = once(server, 'close')
    server.close()
    server.closeIdleConnections()
    await closed
  })
  const { port } = server.address() as AddressInfo
  const host = config.web.host === '0.0.0.0' ? '127.0.0.1' : config.web.host
  return { url: config.web.publicUrl ?? `http://${host}:${port}`, links }
}

export const whatsAppControls = (settings: SettingStore): WhatsAppControls => ({
  read: async () => {
    const { status, detail, since, number, pairing } = (await readSession(settings)).health
    return { status, detail, since, number, pairing }
  },
  ask: (id, wish) => askSession(settings, id, wish),
})

const waysIn = async (config: Config, { stores, clock }: Foundation): Promise<TrainingLink[]> => {
  const { directory, sessions, audit } = stores
  const signIn = { directory, sessions, audit, machineClock, serviceClock: clock }
  if (config.mode === 'gladi')
    return createTrainingUsers(
      signIn,
      standardCentres.map(({ code }) => code),
    )
  const first = await createFirstAdministrator(signIn)
  return first ? [{ role: 'administrator', ...first }] : []
}

const trainingControls = (
  { clock, queue }: Foundation,
  { sweep, sharedClock, whatsapp }: { sweep: Sweep; sharedClock: SharedClock | null; whatsapp: WhatsApp | null },
  links: TrainingLink[],
): TrainingControls | null =>
  sharedClock && {
    clock: async () => clock.setting(),
    changeClock: change => sharedClock.change('hold' in change ? { rate: 0 } : change),
    waiting: async () => ({
      ...(await sweep.waiting()),
      jobs: (await queue.idle()) ? 0 : 1,
      // a session that starts, or is being mended, has something to bring
      session: (whatsapp?.session.broughtMissed() ?? true) ? 0 : 1,
    }),
    links,
  }

/** The webhook gets the raw request, before any body is read. */
const listen = async (
  config: Config,
  api: ReturnType<typeof createAdminApi>,
  webhook: TelegramBot['webhookHandler'],
): Promise<Server> => {
  const path = config.telegram.webhook && new URL(config.telegram.webhook.url).pathname
  const server = createBoundedServer((request, response) => {
    if (webhook && path && request.url?.split('?')[0] === path) webhook(request, response)
    else api(request, response)
  })
  server.listen(config.web.port, config.web.host)
  await once(server, 'listening')
  return server
}
