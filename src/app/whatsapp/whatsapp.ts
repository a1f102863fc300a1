import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Application } from '../../application/application.ts'
import type { BackgroundWork } from '../../application/create-application.ts'
import type { Channel } from '../../application/ports/channel.ts'
import type { InboundHandler } from '../../application/ports/inbox.ts'
import type { Log } from '../../application/ports/signals.ts'
import { createWorkInbox } from '../../application/work-inbox.ts'
import {
  createWhatsAppBot,
  createWhatsAppPacing,
  createWhatsAppSession,
  type StartableSession,
} from '../../bots/whatsapp/index.ts'
import type { Config, WhatsAppConfig } from '../../config.ts'
import { chromiumArgs } from '../../simulator/whatsapp/chromium.ts'
import type { WhatsAppStandIn } from '../../simulator/whatsapp/index.ts'
import { startChannelTester } from '../channel-tester.ts'
import { type Foundation, machineClock } from '../foundation.ts'
import type { Stops } from '../stops.ts'
import { shareSession } from './sharing.ts'

export interface WhatsApp {
  session: StartableSession
  channel: Channel
  inbound: InboundHandler
  /** what this process does for WhatsApp, as long as it holds the session */
  serve(work: BackgroundWork): { ended(): Promise<void> }
}

/** Training leads Chromium to the stand-in, in whichever process it is; Chromium has no sandbox for root. */
const flagsOf = (
  { mode }: Config,
  { chromiumArgs: own, standInWebPort }: WhatsAppConfig,
  standIn: Pick<WhatsAppStandIn, 'chromiumArgs'> | undefined,
): string[] => {
  const isRoot = process.getuid?.() === 0
  const training = [...(standIn?.chromiumArgs ?? chromiumArgs(standInWebPort)), ...(isRoot ? ['--no-sandbox'] : [])]
  return [...(mode === 'gladi' ? training : []), ...own]
}

/** The WhatsApp channel; null where it is not switched on. Nothing starts before the role's process says so. */
export const openWhatsApp = (
  config: Config,
  { stores, queue, clock }: Foundation,
  application: Pick<Application, 'chats'>,
  standIn: WhatsAppStandIn | undefined,
  log: Log,
): WhatsApp | null => {
  const { whatsapp, mongoUri, dataDir } = config
  if (!whatsapp) return null
  let held: ((isOurs: boolean) => void) | undefined
  const clocks = { service: clock, machine: machineClock }
  const session = createWhatsAppSession({
    folder: join(dataDir, 'whatsapp'),
    chromiumPath: whatsapp.chromiumPath,
    chromiumArgs: flagsOf(config, whatsapp, standIn),
    stores,
    wakeUps: queue.wakeUps,
    clocks,
    log,
    // A process that has its stores to itself takes its lease back at once after a crash.
    owner: mongoUri ? randomUUID() : 'alone',
    onHold: isOurs => held?.(isOurs),
  })
  const pacing = config.pacing ? { pacing: createWhatsAppPacing(clocks) } : {}
  const bot = createWhatsAppBot({
    session,
    stores,
    chats: application.chats,
    polls: whatsapp.polls,
    ...pacing,
    clocks,
    log,
  })

  const serve: WhatsApp['serve'] = work => {
    const inbound = new Map([['whatsapp', bot.inbound]] as const)
    const workInbox = createWorkInbox(
      { stores, serviceClock: clock, machineClock, wakeUps: queue.wakeUps, log },
      inbound,
    )
    const handlers = { drainChat: work.drainChat, workInbox, relay: work.relay, fireDue: work.fireDue }
    let end: (() => Promise<void>) | null = null
    let turn: Promise<void> = Promise.resolve()
    held = isOurs => {
      turn = turn
        .then(async () => {
          await end?.()
          end = isOurs ? await queue.serve('whatsapp', handlers) : null
        })
        .catch(error => log.error({ error }, 'the work of WhatsApp could not be taken over'))
    }
    return { ended: () => turn }
  }

  return { session, channel: { ...bot.channel, here: session.holds, ...pacing }, inbound: bot.inbound, serve }
}

/** The role whatsapp: holds the session while its lease lasts, and does the work that only its holder can do. */
export const startWhatsApp = (
  config: Config,
  { stores }: Foundation,
  { session, serve }: WhatsApp,
  work: BackgroundWork,
  log: Log,
  stops: Stops,
): void => {
  const { ended } = serve(work)
  stops.add(ended)
  // where no worker looks after the channels of this process
  if (!config.roles.includes('worker')) {
    const tester = startChannelTester(work, log)
    stops.add(() => tester.stop())
  }
  stops.add(() => session.stop())
  const sharing = shareSession(session, stores.settings, log)
  stops.add(() => sharing.stop())
  session.start()
}
