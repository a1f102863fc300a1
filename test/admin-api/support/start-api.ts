import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdminApi } from '../../../src/admin-api/create-admin-api.ts'
import type { AdminApiConfig, AdminApiDependencies, HealthProbe } from '../../../src/admin-api/dependencies.ts'
import { createTrainingUsers } from '../../../src/admin-api/sign-in/first-users.ts'
import { createApplication } from '../../../src/application/create-application.ts'
import type { Role } from '../../../src/application/ports/administration.ts'
import { changedSetting, createServiceClock } from '../../../src/application/service-clock.ts'
import { renderer } from '../../../src/bots/rendering/renderer.ts'
import { connectModels } from '../../../src/models/stores.ts'
import { pacingOff } from '../../../src/queue/pacing.ts'
import { startTestMongo } from '../../support/mongo.ts'
import { Client } from './client.ts'
import { processFeed } from './live-feed.ts'

export interface StartOptions {
  config?: Partial<AdminApiConfig>
  healthProbe?: HealthProbe
  pairingLink?: AdminApiDependencies['pairingLink']
  whatsapp?: AdminApiDependencies['whatsapp']
  /** false: no training controls, as in MODE=live */
  training?: boolean
}

export type TestApi = Awaited<ReturnType<typeof startApi>>

/** The database clears away by its own clock what is over, so the test's machine time starts at the true one. */
const startOfTest = Date.now()

/** The API over the real application and the real stores, on a free port; agencies have no chats, people phone them. */
export const startApi = async (options: StartOptions = {}) => {
  const mongo = await startTestMongo()
  const stores = await connectModels(mongo.uri)
  const machine = { time: startOfTest, now: () => machine.time }
  const serviceClock = createServiceClock(machine)
  const live = processFeed()
  const logged: { level: string; fields: object; message: string }[] = []
  const record = (level: string) => (fields: object, message: string) => void logged.push({ level, fields, message })
  const log = { debug: record('debug'), info: record('info'), warn: record('warn'), error: record('error') }
  const nothing = () => undefined
  const application = createApplication({
    stores,
    serviceClock,
    machineClock: machine,
    wakeUps: { chat: nothing, inbox: nothing, relay: nothing, due: nothing },
    live,
    pacing: pacingOff,
    channels: new Map(),
    renderer,
    newToken: () => randomBytes(12).toString('base64url'),
    log,
    training: true,
  })

  await stores.directory.putCentre({ code: 'SMG', name: 'Semarang', timeZone: 'Asia/Jakarta', profile: 'semarang' })
  await stores.directory.putCentre({ code: 'CLG', name: 'Cilegon', timeZone: 'Asia/Jakarta', profile: 'cilegon' })
  for (const centre of ['SMG', 'CLG']) {
    for (const [code, transports] of [
      ['DAMKAR', false],
      ['DINKES', true],
      ['PLN', false],
    ] as const) {
      const phones = { dutyPhones: ['+62 000 1'], commanderPhone: null, answerSeconds: null }
      await stores.directory.putAgency({ centre, code, name: code, transports, ...phones, active: true })
    }
  }

  const config: AdminApiConfig = { mode: 'gladi', secure: false, webDir: '/nowhere', ...options.config }
  const links = await createTrainingUsers({ ...stores, machineClock: machine })
  const training = {
    links,
    clock: async () => serviceClock.setting(),
    changeClock: async (change: { rate: number } | { forwardMs: number } | { hold: true }) => {
      serviceClock.adopt(changedSetting(serviceClock, machine, 'hold' in change ? { rate: 0 } : change))
      return serviceClock.setting()
    },
    waiting: async () => ({ ...(await application.work.sweep.waiting()), jobs: 0 }),
  }
  const api = createAdminApi({
    application,
    directory: stores.directory,
    sessions: stores.sessions,
    chats: stores.chats,
    audit: stores.audit,
    photos: stores.photos,
    information: stores.information,
    live,
    serviceClock,
    machineClock: machine,
    log,
    config,
    healthProbe: options.healthProbe ?? (async () => ({ parts: [], depths: {} })),
    ...(options.pairingLink && { pairingLink: options.pairingLink }),
    ...(options.whatsapp && { whatsapp: options.whatsapp }),
    ...(options.training !== false && { training }),
  })
  const server = createServer(api)
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url,
    api,
    stores,
    machine,
    serviceClock,
    live,
    logged,
    application,
    links,
    nobody: () => new Client(url),
    /** somebody with this role, signed in by a training link, in both centres */
    async as(role: Role): Promise<Client> {
      const client = new Client(url)
      const entered = await client.get(links.find(link => link.role === role)?.path ?? '')
      if (entered.status !== 302) throw new Error(`${role} was not let in: ${entered.status}`)
      return client
    },
    async stop(): Promise<void> {
      api.close()
      server.closeAllConnections()
      await new Promise<void>(resolve => void server.close(() => resolve()))
      await stores.close()
      await mongo.stop()
    },
  }
}
