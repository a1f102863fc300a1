import { randomUUID } from 'node:crypto'
import type { Application } from '../application/application.ts'
import type { Log } from '../application/ports/signals.ts'
import { createTelegramBot, type TelegramBot } from '../bots/telegram/index.ts'
import type { Config } from '../config.ts'
import { type Foundation, machineClock } from './foundation.ts'

const telegramItself = 'https://api.telegram.org'

/** The Telegram channel; `standIn` is the address of the stand-in that runs in this process. */
export const openTelegram = (
  { telegram, mongoUri }: Config,
  { stores, queue, clock }: Foundation,
  chats: Application['chats'],
  standIn: string | undefined,
  log: Log,
): TelegramBot =>
  createTelegramBot({
    token: telegram.token.reveal(),
    apiRoot: telegram.apiRoot ?? standIn ?? telegramItself,
    ...(telegram.webhook ? { webhook: { url: telegram.webhook.url, secret: telegram.webhook.secret.reveal() } } : {}),
    inbox: stores.inbox,
    leases: stores.leases,
    wakeUps: queue.wakeUps,
    clocks: { service: clock, machine: machineClock },
    chats,
    pairedChats: stores.chats,
    log,
    // A process that has its stores to itself takes its lease back at once after a crash.
    owner: mongoUri ? randomUUID() : 'alone',
  })
