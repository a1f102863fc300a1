import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApplication } from '../../../src/application/create-application.ts'
import type { Channel } from '../../../src/application/ports/channel.ts'
import type { InboundHandler } from '../../../src/application/ports/inbox.ts'
import type { WakeUps } from '../../../src/application/ports/signals.ts'
import { createServiceClock } from '../../../src/application/service-clock.ts'
import { createWorkInbox } from '../../../src/application/work-inbox.ts'
import { renderer } from '../../../src/bots/rendering/renderer.ts'
import { whatsAppUpdate } from '../../../src/bots/whatsapp/session/update.ts'
import { createWhatsAppSession, type StartableSession } from '../../../src/bots/whatsapp/session/whatsapp-session.ts'
import { createWhatsAppBot } from '../../../src/bots/whatsapp/whatsapp-bot.ts'
import { connectModels } from '../../../src/models/stores.ts'
import { pacingOff } from '../../../src/queue/pacing.ts'
import { createWhatsAppDriver, startWhatsAppStandIn } from '../../../src/simulator/whatsapp/index.ts'
import { startTestMongo } from '../../support/mongo.ts'
import { keptLog } from '../telegram/kept-log.ts'
import { Turns } from '../turns.ts'
import { healthBecomes, statusBecomes } from './session/rig.ts'

const machine = { now: () => Date.now() }

/**
 * The real application on real stores, and the unmodified library in real Chromium against the stand-in of WhatsApp's page,
 * linked. Wake-ups are followed at once and in this process, one after the other for each subject, as the queue does it.
 */
export const startWorld = async ({ polls = false } = {}) => {
  const mongo = await startTestMongo()
  const stores = await connectModels(mongo.uri)
  const service = createServiceClock(machine)
  const standIn = await startWhatsAppStandIn({ clock: service })
  const driver = createWhatsAppDriver(standIn.url)
  const folder = await mkdtemp(join(tmpdir(), 'whatsapp-world-'))
  const log = keptLog()
  const turns = new Turns()
  const failures: unknown[] = []
  const worked = new Set<string>()

  const follow = (key: string, work: () => Promise<void>): void =>
    turns.take(key, () => work().catch(error => void failures.push(error)))
  const wakeUps: WakeUps = {
    chat: (chat, delayMs = 0) => {
      if (delayMs === 0) follow(`chat ${chat}`, () => app.application.work.drainChat(chat))
    },
    inbox: (channel, chat) => follow(`inbox ${chat}`, () => app.workInbox(channel, chat)),
    relay: (aggregate, id) => follow(`relay ${id}`, () => app.application.work.relay(aggregate, id)),
    due: () => undefined,
  }
  const session: StartableSession = createWhatsAppSession({
    folder,
    chromiumPath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    chromiumArgs: [...standIn.chromiumArgs, '--no-sandbox', '--disable-gpu'],
    stores,
    wakeUps,
    clocks: { service, machine },
    log,
    owner: 'test',
  })

  /** everything of ours that lives in memory beside the session */
  const open = () => {
    const channels = new Map<'whatsapp', Channel>()
    const deps = {
      stores,
      serviceClock: service,
      machineClock: machine,
      wakeUps,
      live: { publish: () => undefined, subscribe: () => () => undefined },
      pacing: pacingOff,
      channels,
      renderer,
      newToken: () => randomBytes(12).toString('base64url'),
      log,
      training: false,
    }
    const application = createApplication(deps)
    const bot = createWhatsAppBot({
      session,
      stores,
      chats: application.chats,
      polls,
      clocks: { service, machine },
      log,
    })
    channels.set('whatsapp', bot.channel)
    const inbound: InboundHandler = {
      channel: 'whatsapp',
      work: async entry => {
        await bot.inbound.work(entry)
        const update = whatsAppUpdate.parse(entry.update)
        if ('id' in update) worked.add(`${update.kind} ${update.id}`)
        if (update.kind === 'vote') worked.add(`vote ${update.id} ${update.options.join()}`)
      },
    }
    return { application, workInbox: createWorkInbox(deps, new Map([['whatsapp', inbound]])) }
  }
  let app = open()

  session.start()
  const { pairing } = await healthBecomes(session, ({ pairing: offer }) => offer?.kind === 'qr', 'a QR code')
  if (pairing?.kind !== 'qr') throw new Error('no QR code')
  await driver.link({ qr: pairing.content })
  await statusBecomes(session, 'linked')
  await session.caughtUp()

  return {
    stores,
    standIn,
    driver,
    session,
    service,
    log,
    failures,
    wakeUps,
    /** what was worked: "message 3EB0…" */
    worked,
    get application() {
      return app.application
    },
    /** until nothing that was woken is under way */
    idle: () => turns.idle(),
    /** another process goes on with the same stores: what this one knew in memory is gone */
    restarts: async () => {
      await turns.idle()
      app = open()
    },
    stop: async () => {
      await session.stop()
      await turns.idle()
      await standIn.close()
      await stores.close()
      await mongo.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export type World = Awaited<ReturnType<typeof startWorld>>
