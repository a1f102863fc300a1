import type { ChatView, MessageView, ShownVersion, UserView } from './shown.ts'

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
