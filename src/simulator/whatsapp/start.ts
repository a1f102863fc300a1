import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import express, { type RequestHandler } from 'express'
import { machineClock } from '../shared/clock.ts'
import { Journal } from '../shared/journal.ts'
import { makeCertificate } from './certificate.ts'
import { chromiumArgs, WEB_HOST } from './chromium.ts'
import type { JournalEvent, StandInStatus } from './contract.ts'
import { controlRoutes } from './control/index.ts'
import { status } from './control/watching.ts'
import { Devices } from './devices.ts'
import { Faults } from './faults.ts'
import { FileStore } from './files.ts'
import { DEFAULT_OWNER, type WhatsAppStandInOptions } from './options.ts'
import { Pages } from './pages.ts'
import type { Sim } from './sim.ts'
import { keepState, readState, restore } from './state-file.ts'
import { buildWebServer } from './web-server.ts'
import { World } from './world/world.ts'

/** A running stand-in. */
export interface WhatsAppStandIn {
  readonly port: number
  /** Base address for `createWhatsAppDriver`, without a slash at its end. */
  readonly url: string
  /** The control API without its path, for a server that shows these chats on its page. */
  readonly control: RequestHandler
  /** Where Chromium finds the page. */
  readonly webPort: number
  /** For `puppeteer.args` of the library's client, beside the caller's own. */
  readonly chromiumArgs: readonly string[]
  /** The number of the account that links when nobody else is named, without `+`. */
  readonly ownerPhone: string
  /** Counters, read without HTTP. */
  status(): StandInStatus
  /** Ends every stream, stops listening and saves the world. */
  close(): Promise<void>
}

/** Starts a stand-in. @throws Error on a port in use or a state file that cannot be read */
export async function startWhatsAppStandIn(options: WhatsAppStandInOptions = {}): Promise<WhatsAppStandIn> {
  const sim = await assemble(options)
  const keeper = options.stateFile === undefined ? undefined : keepState(sim, options.stateFile)
  const web = createTlsServer(makeCertificate(WEB_HOST, Date.now()), buildWebServer(sim))
  const routes = controlRoutes(sim)
  const control = createServer(express().disable('x-powered-by').use('/sim/api', routes))
  web.requestTimeout = 0
  control.requestTimeout = 0
  const webPort = await listen(web, options.webPort ?? 0)
  const port = await listen(control, options.port ?? 0)
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    control: routes,
    webPort,
    chromiumArgs: chromiumArgs(webPort),
    ownerPhone: sim.owner.phone,
    status: () => status(sim),
    async close() {
      await Promise.all([web, control].map(stop))
      await keeper?.close()
    },
  }
}

async function assemble(options: WhatsAppStandInOptions): Promise<Sim> {
  const clock = options.clock ?? machineClock
  const saved = options.stateFile === undefined ? undefined : await readState(options.stateFile)
  const world = new World()
  const wish = options.owner ?? DEFAULT_OWNER
  const sim: Sim = {
    epoch: randomUUID(),
    clock,
    owner: saved?.people.find(({ phone }) => phone === wish.phone) ?? world.addPerson(wish),
    scansAtOnce: options.scansAtOnce ?? false,
    world,
    journal: new Journal<JournalEvent>(clock, saved?.seq ?? 0),
    files: new FileStore(),
    devices: new Devices(),
    pages: new Pages(),
    faults: new Faults(),
    drift: new Set(),
  }
  if (saved && options.stateFile !== undefined) await restore(sim, saved, options.stateFile)
  return sim
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function stop(server: Server & { closeAllConnections(): void }): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
