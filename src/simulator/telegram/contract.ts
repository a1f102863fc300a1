import type { Location, MessageEntity, Update } from '@grammyjs/types'

/** The shapes that the control API, the driver and the page speak. Times named `at` are service ms. */

export interface ShownButton {
  readonly text: string
  /** callback_data, when the button calls back. */
  readonly data?: string
  readonly url?: string
  /** Any other kind of button, by its field name. */
  readonly other?: string
}

export interface ShownVersion {
  readonly at: number
  readonly text: string
  readonly entities: readonly MessageEntity[]
  readonly buttons: readonly (readonly ShownButton[])[]
}

export interface ShownPerson {
  readonly id: number
  readonly name: string
  readonly username: string | null
  readonly isBot: boolean
}

export type MessageKind =
  | 'text'
  | 'photo'
  | 'document'
  | 'voice'
  | 'sticker'
  | 'location'
  | 'venue'
  | 'contact'
  | 'service'

/** A message as a member of the chat sees it now. */
export interface MessageView {
  readonly chatId: number
  readonly messageId: number
  readonly topicId: number | null
  readonly seq: number
  readonly at: number
  readonly from: ShownPerson
  readonly kind: MessageKind
  /** Text or caption; for a service message a sentence in Indonesian. */
  readonly text: string
  readonly entities: readonly MessageEntity[]
  readonly buttons: readonly (readonly ShownButton[])[]
  readonly forceReply: { readonly placeholder: string | null; readonly forUserIds: readonly number[] } | null
  readonly replyTo: { readonly messageId: number; readonly name: string; readonly text: string } | null
  /** How often the message was edited, and when last. */
  readonly edits: number
  readonly editedAt: number | null
  readonly deletedAt: number | null
  /** Sent without sound (`disable_notification`). */
  readonly silent: boolean
  readonly photo: {
    readonly fileId: string
    readonly url: string
    readonly width: number
    readonly height: number
  } | null
  readonly file: { readonly fileId: string; readonly url: string; readonly name: string; readonly mime: string } | null
  readonly location: Location | null
  readonly venue: { readonly title: string; readonly address: string } | null
  readonly albumId: string | null
}

/** A message with everything that it has ever shown, oldest first. */
export interface MessageHistory extends MessageView {
  readonly versions: readonly ShownVersion[]
}

export interface ChatView {
  readonly id: number
  readonly type: 'private' | 'group' | 'supergroup'
  readonly title: string
  readonly forum: boolean
  readonly userId: number | null
  readonly memberIds: readonly number[]
  readonly labels: readonly string[]
  readonly bot: 'administrator' | 'member' | 'restricted' | 'left' | 'kicked'
  readonly botMaySend: { readonly texts: boolean; readonly photos: boolean }
  readonly deleted: boolean
  readonly migratedTo: number | null
  readonly migratedFrom: number | null
  readonly topics: readonly { readonly id: number; readonly name: string; readonly closed: boolean }[]
  readonly messageCount: number
  readonly lastSeq: number
  readonly last: {
    readonly at: number
    readonly name: string
    readonly text: string
    readonly kind: MessageKind
  } | null
}

export interface UserView {
  readonly id: number
  readonly name: string
  readonly firstName: string
  readonly username: string | null
  readonly languageCode: string
  readonly started: boolean
  readonly blockedBot: boolean
  readonly deactivated: boolean
}

export type RefusedBy = 'rule' | 'limit' | 'fault'

/** What happened in the world, as people or the bot saw it. `at` is service ms, `seq` rises by one. */
export type JournalEvent =
  | {
      readonly kind: 'message'
      readonly chatId: number
      readonly messageId: number
      readonly byBot: boolean
      readonly message: MessageView
    }
  | {
      readonly kind: 'edit'
      readonly chatId: number
      readonly messageId: number
      readonly byBot: boolean
      readonly message: MessageView
      readonly before: ShownVersion
    }
  | { readonly kind: 'delete'; readonly chatId: number; readonly messageId: number; readonly byBot: boolean }
  | {
      readonly kind: 'press'
      readonly queryId: string
      readonly chatId: number
      readonly messageId: number
      readonly userId: number
      readonly button: string | null
      readonly data: string
    }
  | {
      readonly kind: 'answer'
      readonly queryId: string
      readonly chatId: number
      readonly messageId: number
      readonly userId: number
      readonly text: string | null
      readonly alert: boolean
      readonly url: string | null
      /** A second answer to the same press: nobody sees it. */
      readonly repeated: boolean
    }
  | {
      readonly kind: 'refusal'
      readonly method: string
      readonly chatId: number | null
      readonly code: number
      readonly description: string
      readonly refusedBy: RefusedBy
      readonly retryAfter: number | null
      /** The text that was not shown, when the call had one. */
      readonly text: string | null
    }
  | {
      readonly kind: 'fault'
      readonly faultId: number
      readonly effect: string
      readonly method: string
      readonly chatId: number | null
    }
  | { readonly kind: 'chat'; readonly chatId: number; readonly change: ChatChange; readonly chat: ChatView }
  | { readonly kind: 'user'; readonly userId: number; readonly user: UserView }
  | { readonly kind: 'webhook'; readonly outcome: 'set' | 'deleted' | 'failed'; readonly reason: string | null }

export type ChatChange =
  | 'created'
  | 'bot'
  | 'members'
  | 'labels'
  | 'topics'
  | 'title'
  | 'deleted'
  | 'migrated'
  | 'rights'

export type JournalEntry = JournalEvent & { readonly seq: number; readonly at: number }

export interface JournalPage {
  readonly entries: readonly JournalEntry[]
  /** The number to ask from next time. */
  readonly nextSeq: number
  /** Entries asked for that are kept no more; 0 when nothing is missing. */
  readonly lost: number
}

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

/** A scripted fault: it meets the next `times` calls that match its filters. */
export interface FaultRule {
  /** Method names; none means every method but getUpdates and the webhook's. `file` is a file download. */
  readonly methods?: readonly string[]
  /** Only calls about this chat (id or label). */
  readonly chat?: number | string
  /** How many calls it meets; 1 by default. */
  readonly times?: number
  readonly effect: FaultEffect
}

export type FaultEffect =
  /** An error answer; with `executed` the call takes effect first and the caller learns only the error. */
  | {
      readonly kind: 'error'
      readonly code: number
      readonly description?: string
      readonly retryAfter?: number
      readonly executed?: boolean
    }
  /** No answer until the caller gives up; with `executed` the call takes effect. */
  | { readonly kind: 'hang'; readonly executed?: boolean }
  /** The call takes effect, then the connection is cut without an answer. */
  | { readonly kind: 'drop' }
  /** The connection is cut before anything takes effect. */
  | { readonly kind: 'reset' }
  /** Takes effect and answers after `ms` of machine time. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** An HTML page of a broken gateway instead of JSON; nothing takes effect. */
  | { readonly kind: 'garbage'; readonly code: number }

export interface FaultView {
  readonly id: number
  readonly rule: FaultRule
  readonly left: number
}

export interface ControlRefusal {
  readonly error: { readonly code: string; readonly message: string; readonly issues?: readonly string[] }
}
