import type { Journalled, JournalSlice } from '../../shared/journal.ts'
import type { Ack, ChatView, MessageView, PersonView } from './shown.ts'

/** What happened in the world. `at` is service ms, `seq` rises by one. */
export type JournalEvent =
  | { readonly kind: 'message'; readonly chatId: string; readonly messageId: string; readonly message: MessageView }
  | {
      readonly kind: 'edit'
      readonly chatId: string
      readonly messageId: string
      readonly message: MessageView
      readonly before: string
    }
  | { readonly kind: 'delete'; readonly chatId: string; readonly messageId: string; readonly message: MessageView }
  | {
      readonly kind: 'reaction'
      readonly chatId: string
      readonly messageId: string
      readonly by: string
      readonly text: string
      readonly message: MessageView
    }
  | {
      readonly kind: 'vote'
      readonly chatId: string
      readonly messageId: string
      readonly by: string
      readonly options: readonly string[]
      readonly message: MessageView
    }
  | {
      readonly kind: 'ack'
      readonly chatId: string
      readonly messageId: string
      readonly ack: Ack
      readonly message: MessageView
    }
  | { readonly kind: 'seen'; readonly chatId: string; readonly by: string }
  | { readonly kind: 'chat'; readonly chatId: string; readonly chat: ChatView }
  | { readonly kind: 'person'; readonly person: PersonView }
  /** The stand-in refused a call of the page. */
  | {
      readonly kind: 'refusal'
      readonly call: string
      readonly chatId: string | null
      readonly reason: RefusalReason
      readonly text: string | null
    }
  | { readonly kind: 'fault'; readonly faultId: number; readonly effect: string; readonly call: string }
  | { readonly kind: 'device'; readonly change: DeviceChange; readonly detail: string | null }
  /** The library asked the page for something that the stand-in does not have. */
  | { readonly kind: 'drift'; readonly name: string }

export type RefusalReason =
  | 'unknown_chat'
  | 'not_a_member'
  | 'admins_only'
  | 'unknown_message'
  | 'not_your_message'
  | 'too_late'
  | 'nothing_to_change'
  | 'unknown_file'
  | 'fault'

export type DeviceChange =
  | 'page-opened'
  | 'page-closed'
  | 'linked'
  | 'unlinked'
  | 'code-asked'
  | 'disconnected'
  | 'reconnected'
  | 'state'
  | 'reload'
  | 'trouble'

export type JournalEntry = Journalled<JournalEvent>
export type JournalPage = JournalSlice<JournalEvent>
