import type { RequestHandler } from 'express'
import type { ServiceClock } from '../shared/clock.ts'
import type { LimitOptions } from './limits.ts'

/** How a stand-in is started. */
export interface TelegramStandInOptions {
  /** TCP port on 127.0.0.1; 0 (the default) takes any free one. */
  readonly port?: number
  /** The bot's token, `<bot id>:<secret>`; the bot's id is read from it. */
  readonly token: string
  /** Without `@`. */
  readonly botUsername: string
  readonly botName?: string
  /** Service time for dates and limits; the machine's clock by default. */
  readonly clock?: ServiceClock
  /** Sending limits; Telegram's own by default. */
  readonly limits?: LimitOptions | 'off'
  /** Privacy mode, on by default. */
  readonly privacy?: boolean
  /** How long a press may be answered, in machine ms; 60 s by default. */
  readonly pressLifetimeMs?: number
  /** Where the world is kept over restarts; nothing is kept without it. */
  readonly stateFile?: string
  /** `control` of the stand-in of WhatsApp: the page shows its chats beside Telegram's. */
  readonly whatsapp?: RequestHandler
}

/** @throws Error when the token has no bot id in front */
export function botIdOf(token: string): number {
  const id = /^(\d{3,15}):[\w-]+$/.exec(token)?.[1]
  if (id === undefined) throw new Error('token must be "<bot id>:<secret>"')
  return Number(id)
}
