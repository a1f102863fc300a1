import { randomUUID } from 'node:crypto'
import type { BackgroundWork } from '../application/create-application.ts'
import type { ChannelName } from '../application/ports/channel.ts'
import type { InboundHandler } from '../application/ports/inbox.ts'
import type { Log } from '../application/ports/signals.ts'
import { createWorkInbox } from '../application/work-inbox.ts'
import type { BotStatus, TelegramBot } from '../bots/telegram/index.ts'
import type { Config } from '../config.ts'
import { startAuditor } from './auditor.ts'
import { startChannelTester } from './channel-tester.ts'
import { type Foundation, machineClock } from './foundation.ts'
import { createHeartbeat } from './heartbeat.ts'
import type { Stops } from './stops.ts'
import { type Sweeper, startSweeper } from './sweeper.ts'
import { watchForLoss } from './whatsapp/loss-watch.ts'
import type { WhatsApp } from './whatsapp/whatsapp.ts'

const caughtUpStatuses: readonly BotStatus[] = ['polling', 'webhook', 'standby', 'tokenWrong']

/** Whether the presses of the time away are in the inbox: they may stop clocks, so they come before breaches. */
const broughtBacklog = (telegram: TelegramBot): boolean => caughtUpStatuses.includes(telegram.health().status)

/** The role worker: sweeps, works what the queue wakes it for, and audits that nothing of it was forgotten. */
export const startWork = async (
  config: Config,
  { stores, queue, clock }: Foundation,
  work: BackgroundWork,
  { telegram, whatsapp }: { telegram: TelegramBot; whatsapp: WhatsApp | null },
  log: Log,
  stops: Stops,
): Promise<Sweeper> => {
  const caughtUp = (): boolean =>
    (!config.roles.includes('telegram') || broughtBacklog(telegram)) &&
    (!config.roles.includes('whatsapp') || (whatsapp?.session.broughtMissed() ?? true))
  const sweeper = startSweeper(work.sweep, caughtUp, log)
  stops.add(() => sweeper.stop())
  const channelTester = startChannelTester(work, log)
  stops.add(() => channelTester.stop())
  const inbound = new Map<ChannelName, InboundHandler>([['telegram', telegram.inbound]])
  if (whatsapp && config.whatsapp) {
    if (config.roles.includes('whatsapp')) inbound.set('whatsapp', whatsapp.inbound)
    const lossWatch = watchForLoss(work, {
      settings: stores.settings,
      machine: machineClock,
      lostAfterMs: config.whatsapp.lostAfterMs,
      log,
    })
    stops.add(() => lossWatch.stop())
  }
  const workInbox = createWorkInbox({ stores, serviceClock: clock, machineClock, wakeUps: queue.wakeUps, log }, inbound)
  await queue.work({
    drainChat: work.drainChat,
    relay: work.relay,
    workInbox,
    fireDue: async (aggregate, id) => {
      if (sweeper.breachesOpen()) await work.fireDue(aggregate, id)
    },
  })
  const auditor = startAuditor({
    audit: work.auditor(workInbox),
    stores,
    machine: machineClock,
    heartbeat: config.heartbeatUrl ? createHeartbeat(config.heartbeatUrl, machineClock, log) : null,
    // A process that has its stores to itself takes its lease back at once after a crash.
    owner: config.mongoUri ? randomUUID() : 'alone',
    log,
  })
  stops.add(() => auditor.stop())
  return sweeper
}
