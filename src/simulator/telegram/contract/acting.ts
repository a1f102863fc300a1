import type { Update } from '@grammyjs/types'

/** What a press brought the person: the bot's answer, or none in the time waited. */
export interface PressOutcome {
  readonly queryId: string
  readonly chatId: number
  readonly messageId: number
  /** `link`: the button only opens an address. */
  readonly status: 'answered' | 'unanswered' | 'not-awaited' | 'link'
  readonly text: string | null
  readonly alert: boolean
  readonly url: string | null
}

export interface SentByPerson {
  readonly chatId: number
  readonly messageId: number
  /** Whether the bot gets to see it (privacy mode). */
  readonly seenByBot: boolean
}

export interface StandInStatus {
  /** Names this run of the stand-in. */
  readonly epoch: string
  readonly bot: { readonly id: number; readonly username: string; readonly name: string; readonly privacy: boolean }
  readonly serviceNow: number
  readonly rate: number
  readonly seq: number
  /** No undelivered or unconfirmed update, no held update, no open call (a waiting long poll is none). */
  readonly idle: boolean
  readonly pendingUpdates: number
  readonly heldUpdates: number
  readonly openCalls: number
  readonly unansweredPresses: number
  readonly polling: boolean
  readonly webhook: string | null
  readonly faults: number
  readonly refusals: { readonly rule: number; readonly limit: number; readonly fault: number }
}

export type UpdateKind = Exclude<keyof Update, 'update_id'>
