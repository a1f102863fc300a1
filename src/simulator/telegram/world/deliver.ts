import type { Sim } from '../sim.ts'
import type { ChatMessage, SimChat, SimMessage } from './state.ts'

/**
 * Hands a person's or the chat's message to the bot, when the bot is there and its privacy mode lets it see it.
 * @returns whether the bot will see it
 */
export function deliver(sim: Sim, chat: SimChat, record: SimMessage, edited = false): boolean {
  if (!botIsPresent(chat) || !isVisible(sim, chat, record.message)) return false
  const { message } = record
  if (edited) sim.updates.push({ edited_message: { ...message, edit_date: message.edit_date ?? message.date } })
  else sim.updates.push({ message })
  return true
}

export function botIsPresent(chat: SimChat): boolean {
  return !chat.deleted && chat.botStatus !== 'left' && chat.botStatus !== 'kicked'
}

/** In groups with privacy mode on: service messages, commands, replies to the bot and mentions of it. */
function isVisible(sim: Sim, chat: SimChat, message: ChatMessage): boolean {
  if (chat.type === 'private' || !sim.bot.privacy || chat.botStatus === 'administrator') return true
  if (isService(message)) return true
  if (message.reply_to_message?.from?.id === sim.bot.id) return true
  const text = message.text ?? message.caption ?? ''
  const name = `@${sim.bot.username.toLowerCase()}`
  return (message.entities ?? message.caption_entities ?? []).some(entity => {
    const part = text.slice(entity.offset, entity.offset + entity.length).toLowerCase()
    if (entity.type === 'mention') return part === name
    if (entity.type === 'text_mention') return entity.user.id === sim.bot.id
    return entity.type === 'bot_command' && (!part.includes('@') || part.endsWith(name))
  })
}

const SERVICE_FIELDS = [
  'group_chat_created',
  'supergroup_chat_created',
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'forum_topic_created',
  'forum_topic_closed',
  'forum_topic_reopened',
] as const

function isService(message: ChatMessage): boolean {
  return SERVICE_FIELDS.some(field => message[field] !== undefined)
}
