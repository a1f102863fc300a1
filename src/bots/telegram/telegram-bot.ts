import { GrammyError } from 'grammy'
import type { ChatCommands } from '../../application/application.ts'
import type { Channel } from '../../application/ports/channel.ts'
import type { ChatStore } from '../../application/ports/chats.ts'
import type { MachineClock, ServiceClock } from '../../application/ports/clocks.ts'
import type { InboundHandler, InboxStore } from '../../application/ports/inbox.ts'
import type { LeaseStore } from '../../application/ports/records.ts'
import type { Log, WakeUps } from '../../application/ports/signals.ts'
import { commandDescriptions } from '../../i18n/chat/id/notices.ts'
import { FailedTries } from '../inbound/failed-tries.ts'
import { StrangerAnswers } from '../inbound/stranger-answers.ts'
import { KeptLease } from '../kept-lease.ts'
import { botIdOf, createApi, pollSeconds, requestTimeoutSeconds } from './api-options.ts'
import { describeError, isTokenWrong } from './errors.ts'
import { type BotHealth, HealthReport } from './health.ts'
import { BotIdentity } from './identity.ts'
import { createFileDownloads } from './inbound/files.ts'
import { createInbound } from './inbound/inbound.ts'
import { createIntake } from './intake.ts'
import { Poller, type PollerWaits, tokenWrongDetail, usualWaits } from './poller.ts'
import { createTelegramChannel } from './telegram-channel.ts'
import { createWebhookHandler, type WebhookHandler } from './webhook.ts'
import { announceWebhook, type WebhookAddress } from './webhook-setup.ts'

export interface TelegramBotOptions {
  token: string
  /** https://api.telegram.org, or the stand-in's */
  apiRoot: string
  /** absent: long polling */
  webhook?: WebhookAddress
  inbox: InboxStore
  leases: LeaseStore
  wakeUps: WakeUps
  clocks: { service: ServiceClock; machine: MachineClock }
  chats: ChatCommands
  pairedChats: Pick<ChatStore, 'byAddress'>
  log: Log
  /** names this process among those that may poll */
  owner: string
  waits?: PollerWaits
}

export type StartResult =
  | { ok: true; username: string }
  /** tokenWrong: nothing was started; unreachable: it goes on trying */
  | { ok: false; reason: 'tokenWrong' | 'unreachable'; detail: string }

export interface TelegramBot {
  channel: Channel
  inbound: InboundHandler
  /** checks the token, then lets updates in */
  start(): Promise<StartResult>
  stop(): Promise<void>
  health(): BotHealth
  /** where Telegram calls, when a webhook is set; needs the raw request */
  webhookHandler?: WebhookHandler
}

/** The Telegram side of the service. Sending and working entries need no `start`; only taking updates in does. */
export const createTelegramBot = (options: TelegramBotOptions): TelegramBot => {
  const { log, webhook, clocks } = options
  const api = createApi(options)
  const pollApi = createApi(options, pollSeconds + requestTimeoutSeconds)
  const botId = botIdOf(options.token)
  const health = new HealthReport(clocks.machine)
  const identity = new BotIdentity(api)
  const intake = createIntake({ botId, inbox: options.inbox, wakeUps: options.wakeUps, machine: clocks.machine })
  const channel = createTelegramChannel(api, identity, error => health.set('tokenWrong', tokenWrongDetail(error)))
  const lease = new KeptLease(
    `telegram-poller-${botId}`,
    { leases: options.leases, machine: clocks.machine, log, owner: options.owner },
    () => poller.interrupt(),
  )
  const poller: Poller = new Poller({ api: pollApi, intake, lease, health, log, waits: options.waits ?? usualWaits })
  let stopping = new AbortController()
  let announcing: Promise<void> = Promise.resolve()

  const letUpdatesIn = (): void => {
    stopping = new AbortController()
    if (webhook) announcing = announceWebhook({ api, health, log }, webhook, stopping.signal)
    else poller.start()
  }

  return {
    channel,
    inbound: createInbound({
      api,
      channel,
      botId,
      identity,
      files: createFileDownloads(api, options),
      chats: options.chats,
      pairedChats: options.pairedChats,
      service: clocks.service,
      failedTries: new FailedTries(clocks.machine),
      strangers: new StrangerAnswers(clocks.machine),
      log,
    }),
    async start() {
      health.set('starting')
      const checked = await checkToken(identity)
      if (!checked.ok && checked.reason === 'tokenWrong') {
        health.set('tokenWrong', checked.detail)
        return checked
      }
      if (checked.ok) {
        health.named(checked.username)
        await nameCommands(api, log)
      } else health.set('unreachable', checked.detail)
      letUpdatesIn()
      return checked
    },
    async stop() {
      stopping.abort()
      await announcing
      await poller.stop()
      health.set('off')
    },
    health: () => health.current,
    ...(webhook ? { webhookHandler: createWebhookHandler(webhook.secret, intake, log) } : {}),
  }
}

const checkToken = async (identity: BotIdentity): Promise<StartResult> => {
  try {
    const { username } = await identity.get()
    return { ok: true, username }
  } catch (error) {
    if (isTokenWrong(error)) return { ok: false, reason: 'tokenWrong', detail: tokenWrongDetail(error) }
    const code = error instanceof GrammyError ? `: ${error.error_code}` : ''
    return { ok: false, reason: 'unreachable', detail: `Telegram tidak terjangkau${code}.` }
  }
}

/** The app's menu of commands; the bot works without it. */
const nameCommands = async (api: ReturnType<typeof createApi>, log: Log): Promise<void> => {
  try {
    await api.setMyCommands(
      Object.entries(commandDescriptions).map(([command, description]) => ({ command, description })),
    )
  } catch (error) {
    log.warn(describeError(error), 'the menu of commands was not set')
  }
}
