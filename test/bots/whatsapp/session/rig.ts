import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { PairedChat } from '../../../../src/application/ports/chats.ts'
import type { WakeUps } from '../../../../src/application/ports/signals.ts'
import { createServiceClock } from '../../../../src/application/service-clock.ts'
import type { SessionHealth } from '../../../../src/bots/whatsapp/session/session.ts'
import { whatsAppUpdate } from '../../../../src/bots/whatsapp/session/update.ts'
import {
  createWhatsAppSession,
  type StartableSession,
  type WhatsAppSessionOptions,
} from '../../../../src/bots/whatsapp/session/whatsapp-session.ts'
import { system } from '../../../../src/dispatch/vocabulary.ts'
import { connectModels } from '../../../../src/models/stores.ts'
import {
  createWhatsAppDriver,
  startWhatsAppStandIn,
  type WhatsAppStandInOptions,
} from '../../../../src/simulator/whatsapp/index.ts'
import { startTestMongo } from '../../../support/mongo.ts'
import { type KeptLog, keptLog } from '../../telegram/kept-log.ts'

/** Machine ms in which anything that is waited for must have come about: the machine may be slow. */
export const patienceMs = 60_000

const machine = { now: () => Date.now() }

/** The session over real stores, the unmodified library in real Chromium, and the stand-in of WhatsApp's page. */
export const startRig = async (given: WhatsAppStandInOptions = {}) => {
  const mongo = await startTestMongo()
  const stores = await connectModels(mongo.uri)
  const service = createServiceClock(machine)
  const standIn = await startWhatsAppStandIn({ clock: service, ...given })
  const driver = createWhatsAppDriver(standIn.url)
  const folder = await mkdtemp(join(tmpdir(), 'whatsapp-session-'))
  const log = keptLog()
  const woken: string[] = []
  const wakeUps: WakeUps = {
    chat: () => undefined,
    inbox: (_channel, chat) => void woken.push(chat),
    relay: () => undefined,
    due: () => undefined,
  }
  await stores.directory.putCentre({ code: 'SMG', name: 'Semarang', timeZone: 'Asia/Jakarta', profile: 'semarang' })
  const sessions: StartableSession[] = []

  const session = (options: Partial<WhatsAppSessionOptions> = {}): StartableSession => {
    const made = createWhatsAppSession({
      folder,
      chromiumPath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      chromiumArgs: [...standIn.chromiumArgs, '--no-sandbox', '--disable-gpu'],
      stores,
      wakeUps,
      clocks: { service, machine },
      log,
      owner: randomBytes(4).toString('hex'),
      ...options,
    })
    sessions.push(made)
    return made
  }

  return {
    stores,
    standIn,
    driver,
    folder,
    log,
    woken,
    service,
    session,
    /** binds a chat of the stand-in to an agency, as a pairing code would */
    pair: async (chat: string, pairedAt = service.now() - 60_000): Promise<PairedChat> => {
      const { id, title } = await driver.chat(chat)
      const paired: PairedChat = {
        id: randomUUID(),
        centre: 'SMG',
        channel: 'whatsapp',
        address: { chat: id },
        title,
        audience: { kind: 'agency', agency: 'DAMKAR' },
        pairedAt,
        pairedBy: system,
        health: { status: 'ok' },
      }
      await stores.chats.bind(paired)
      return paired
    },
    /** what the inbox holds of a chat and nobody has worked, oldest first: taken out as a worker would */
    inbox: async (chat: string) => {
      const updates = []
      for (;;) {
        const entry = await stores.inbox.next('whatsapp', chat, machine.now())
        if (!entry) return updates
        updates.push(whatsAppUpdate.parse(entry.update))
        await stores.inbox.done(entry.id)
      }
    },
    stop: async () => {
      for (const one of sessions) await one.stop()
      await standIn.close()
      await stores.close()
      await mongo.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export type Rig = Awaited<ReturnType<typeof startRig>>

/** Resolves with the health as soon as it is so. */
export const healthBecomes = (
  session: StartableSession,
  is: (health: SessionHealth) => boolean,
  what: string,
): Promise<SessionHealth> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`${what} did not come: ${JSON.stringify(session.health())}`))
    }, patienceMs)
    const look = (health: SessionHealth): void => {
      if (!is(health)) return
      clearTimeout(timer)
      stop()
      resolve(health)
    }
    const stop = session.watch(look)
    look(session.health())
  })

export const statusBecomes = (session: StartableSession, status: SessionHealth['status']): Promise<SessionHealth> =>
  healthBecomes(session, health => health.status === status, status)

/** Starts it, and the owner's phone scans the code. */
export const startLinked = async (rig: Rig, session: StartableSession): Promise<void> => {
  session.start()
  const { pairing } = await healthBecomes(session, ({ pairing: offer }) => offer?.kind === 'qr', 'a QR code')
  if (pairing?.kind !== 'qr') throw new Error('no QR code')
  await rig.driver.link({ qr: pairing.content })
  await statusBecomes(session, 'linked')
  await session.caughtUp()
}

/** Asks until it is so; what it is stands in the error when it never becomes so. */
export const eventually = <T>(look: () => Promise<T>, check: (found: T) => void): Promise<void> =>
  expect.poll(look, { timeout: patienceMs, interval: 50 }).toSatisfy((found: T) => {
    check(found)
    return true
  })

export type { KeptLog }
