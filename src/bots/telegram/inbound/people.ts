import type { Chat, Message, User } from 'grammy/types'
import type { Presser } from '../../../application/application.ts'
import type { ChatAddress } from '../../../application/ports/channel.ts'
import { anonymousAdmin } from '../../../i18n/chat/id/notices.ts'

/** Messages of an anonymous administrator come from this made-up account, with the group as their sender. */
const anonymousAdminId = 1_087_968_824

/** The thread counts in forums only: elsewhere Telegram numbers chains of replies with it. */
export const addressOf = (message: Pick<Message, 'chat' | 'message_thread_id' | 'is_topic_message'>): ChatAddress => ({
  chat: String(message.chat.id),
  ...(message.is_topic_message && message.message_thread_id !== undefined ? { thread: message.message_thread_id } : {}),
})

/** Who wrote; null for other bots, channels and whatever else is no person. */
export const writerOf = (message: Message): Presser | null => {
  const { from, sender_chat: group } = message
  const address = addressOf(message)
  if (from?.id === anonymousAdminId && group?.id === message.chat.id) {
    const name = message.author_signature ?? anonymousAdmin
    return { channel: 'telegram', address, personId: `anonymous${group.id}`, personName: name }
  }
  return !from || from.is_bot || group ? null : personAt(from, address)
}

export const personAt = (user: User, address: ChatAddress): Presser => ({
  channel: 'telegram',
  address,
  personId: String(user.id),
  personName: [user.first_name, user.last_name].filter(Boolean).join(' '),
})

export const titleOf = (chat: Chat): string => chat.title ?? [chat.first_name, chat.last_name].filter(Boolean).join(' ')
