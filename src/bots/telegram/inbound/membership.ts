import type { ChatMemberUpdated } from 'grammy/types'
import { membershipLost } from '../../../i18n/chat/id/channel-news.ts'
import type { InboundParts } from './parts.ts'

/** The bot was added, restricted or removed, or a person blocked it: the chat's health follows at once. */
export const workMembership = (parts: InboundParts, update: ChatMemberUpdated): Promise<void> => {
  const member = update.new_chat_member
  const mute = member.status === 'restricted' && !member.can_send_messages
  const gone = member.status === 'left' || member.status === 'kicked'
  const status = update.chat.type === 'private' && gone ? 'blocked' : member.status
  return parts.chats.chatHealth(
    'telegram',
    { chat: String(update.chat.id) },
    mute || gone ? { ok: false, detail: membershipLost(status) } : { ok: true },
  )
}
