import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { machineClock } from '../shared/clock.ts'
import { Journal } from '../shared/journal.ts'
import { carryOutCall } from './bot-api.ts'
import type { JournalEvent, StandInStatus } from './contract.ts'
import { status } from './control/watching.ts'
import { Faults } from './faults.ts'
import { FileStore } from './files.ts'
import { SendLimits } from './limits.ts'
import { OpenCalls } from './open-calls.ts'
import { botIdOf, type TelegramStandInOptions } from './options.ts'
import { Params } from './params.ts'
import { Poller } from './polling.ts'
import { CallbackQueries } from './queries.ts'
import { buildServer } from './server.ts'
import type { Sim } from './sim.ts'
import { keepState, readState } from './state-file.ts'
import { UpdateQueue } from './updates.ts'
import { WebhookDelivery } from './webhook.ts'
import { tellMovesAfterRefusals } from './world/migrate.ts'
import { World } from './world/world.ts'

/** A running stand-in. */
export interface TelegramStandIn {
  readonly port: number
  /** Base address for `createTelegramDriver`, without a slash at its end. */
  readonly url: string
  /** What clients take for https://api.telegram.org. */
  readonly apiRoot: string
  /** The page with the phones. */
  readonly pageUrl: string
  readonly token: string
  readonly botId: number
  readonly botUsername: string
  /** Counters, read without HTTP. */
  status(): StandInStatus
  /** Ends every open call and poll, saves the world and stops listening. */
  close(): Promise<void>
}

/** The first update's number; real ones are as long. */
const FIRST_UPDATE_ID = 112_000_001
const PRESS_LIFETIME_MS = 60_000

/** Starts a stand-in. @throws Error on a port in use, a malformed token or a state file that cannot be read */
export async function startTelegramStandIn(options: TelegramStandInOptions): Promise<TelegramStandIn> {
  const sim = await assemble(options)
  const keeper = options.stateFile === undefined ? undefined : keepState(sim, options.stateFile)
  const server = createServer(buildServer(sim, options.whatsapp))
  // Long polls and hanging answers are part of the play.
  server.requestTimeout = 0
  server.keepAliveTimeout = 75_000
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  return {
    port,
    url,
    apiRoot: url,
    pageUrl: `${url}/sim/`,
    token: options.token,
    botId: sim.bot.id,
    botUsername: sim.bot.username,
    status: () => status(sim),
    async close() {
      sim.webhook.stop()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await keeper?.close()
    },
  }
}

async function assemble(options: TelegramStandInOptions): Promise<Sim> {
  const clock = options.clock ?? machineClock
  const saved = options.stateFile === undefined ? undefined : await readState(options.stateFile)
  const journal = new Journal<JournalEvent>(clock, saved?.seq ?? 0)
  const updates = new UpdateQueue(saved?.updates ?? { nextId: FIRST_UPDATE_ID, allowed: null, pending: [] })
  const sim: Sim = {
    epoch: randomUUID(),
    token: options.token,
    clock,
    bot: {
      id: botIdOf(options.token),
      username: options.botUsername,
      firstName: options.botName ?? options.botUsername,
      privacy: options.privacy ?? true,
      commands: [],
      loggedOut: false,
    },
    world: new World(),
    journal,
    updates,
    queries: new CallbackQueries(options.pressLifetimeMs ?? PRESS_LIFETIME_MS, () => performance.now()),
    files: new FileStore(),
    limits: new SendLimits(clock, options.limits ?? {}),
    faults: new Faults(),
    poller: new Poller(updates),
    webhook: new WebhookDelivery(updates, journal, clock, ({ method, ...args }) => {
      void carryOutCall(sim, method, new Params(Object.entries(args)))
    }),
    calls: new OpenCalls(),
  }
  saved?.restore(sim)
  tellMovesAfterRefusals(sim)
  return sim
}
