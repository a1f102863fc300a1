import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import WhatsAppWeb, { type ClientOptions, type Client as WhatsAppClient } from 'whatsapp-web.js'

const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

import {
  createWhatsAppDriver,
  startWhatsAppStandIn,
  type WhatsAppDriver,
  type WhatsAppStandIn,
  type WhatsAppStandInOptions,
} from '../../../src/simulator/whatsapp/index.ts'

// The library is CommonJS: its classes hang on the default export.
const { Client, LocalAuth } = WhatsAppWeb

/** Machine ms in which anything that is waited for must have come about. */
const PATIENCE_MS = 30_000

export interface Rig {
  readonly whatsapp: WhatsAppStandIn
  readonly driver: WhatsAppDriver
  /** Moves service time on. */
  forward(ms: number): void
  /** Where the library keeps its session. */
  readonly folder: string
  /** The real library in real Chromium, not yet initialized. */
  client(options?: Partial<ClientOptions>): WhatsAppClient
  close(): Promise<void>
}

/** A stand-in and as many clients, one after the other, as a test file needs. */
export async function rig(options: WhatsAppStandInOptions = {}): Promise<Rig> {
  let ahead = 0
  const clock = { now: () => Date.now() + ahead, rate: () => 1 }
  const whatsapp = await startWhatsAppStandIn({ clock, ...options })
  const folder = await mkdtemp(join(tmpdir(), 'whatsapp-stand-in-'))
  const clients: WhatsAppClient[] = []
  return {
    whatsapp,
    driver: createWhatsAppDriver(whatsapp.url),
    folder,
    forward(ms) {
      ahead += ms
    },
    client(more = {}) {
      const client = new Client({
        authStrategy: new LocalAuth({ dataPath: folder }),
        webVersionCache: { type: 'none' },
        puppeteer: {
          headless: true,
          executablePath: chromiumPath,
          args: ['--no-sandbox', '--disable-gpu', ...whatsapp.chromiumArgs],
        },
        ...more,
      })
      clients.push(client)
      return client
    },
    async close() {
      for (const client of clients) await client.destroy()
      await whatsapp.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The next time that the library tells this, with what it tells. */
export const next = (client: WhatsAppClient, event: string): Promise<unknown[]> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${event} did not come in ${PATIENCE_MS} ms`)), PATIENCE_MS)
    client.once(event, (...args: unknown[]) => {
      clearTimeout(timer)
      resolve(args)
    })
  })

/** A client that is linked and ready, and what came of its start. */
export async function linked(at: Rig, options: Partial<ClientOptions> = {}): Promise<WhatsAppClient> {
  const client = at.client(options)
  const ready = next(client, 'ready')
  client.once('qr', (qr: string) => at.driver.link({ qr }))
  await client.initialize()
  await ready
  return client
}

/** Waits until `look` finds something. */
export const until = <T>(what: string, look: () => T | undefined): Promise<T> =>
  vi.waitFor(
    () => {
      const found = look()
      if (found === undefined) throw new Error(`${what} did not come about`)
      return found
    },
    { timeout: PATIENCE_MS, interval: 20 },
  )
