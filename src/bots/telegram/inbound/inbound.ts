import type { Update } from 'grammy/types'
import type { InboundHandler, InboxEntry } from '../../../application/ports/inbox.ts'
import { harmless } from '../errors.ts'
import { workEdit } from './edit.ts'
import { workMembership } from './membership.ts'
import { workMessage } from './message.ts'
import type { InboundParts } from './parts.ts'
import { workPress } from './press.ts'

/**
 * Works one stored update. An edited message changes no status and no report: what a crew said first counts, the new
 * words stand beside it. A live location moves by edits of its message.
 */
export const createInbound = (parts: InboundParts): InboundHandler => ({
  channel: 'telegram',
  async work(entry: InboxEntry) {
    try {
      await workUpdate(parts, entry)
    } catch (error) {
      throw harmless(error)
    }
  },
})

const workUpdate = async (parts: InboundParts, entry: InboxEntry): Promise<void> => {
  // The intake took it from Telegram, or checked the webhook's secret: the shape is Telegram's.
  const update = entry.update as Update
  if (update.callback_query) return workPress(parts, entry, update.callback_query)
  if (update.message) return workMessage(parts, entry, update.message)
  if (update.edited_message) return workEdit(parts, entry, update.edited_message)
  if (update.my_chat_member) return workMembership(parts, update.my_chat_member)
}
