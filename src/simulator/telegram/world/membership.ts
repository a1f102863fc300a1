import type { ChatMember, ChatMemberUpdated, User } from '@grammyjs/types'
import { unixSeconds } from '../../shared/clock.ts'
import type { Sim } from '../sim.ts'
import { viewChat } from '../views.ts'
import { botIsPresent, deliver } from './deliver.ts'
import { addMessage } from './messages.ts'
import { toChat, userById } from './names.ts'
import { type BotStatus, botUser, type SimChat } from './state.ts'

const ADMINISTRATOR_RIGHTS = {
  status: 'administrator',
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: true,
  can_send_welcome_messages: false,
} as const

/** The bot's membership as the Bot API tells it. */
export function botMember(sim: Sim, chat: SimChat): ChatMember {
  return asMember(botUser(sim.bot), chat.botStatus, chat)
}

/** A person's membership; the first member is the owner. */
export function memberOf(chat: SimChat, user: User): ChatMember {
  if (chat.banned.has(user.id)) return asMember(user, 'kicked', chat)
  if (!chat.members.has(user.id)) return asMember(user, 'left', chat)
  const [owner] = chat.members
  return owner === user.id && chat.type !== 'private'
    ? { status: 'creator', user, is_anonymous: false }
    : asMember(user, 'member', chat)
}

function asMember(user: User, status: BotStatus, chat: SimChat): ChatMember {
  switch (status) {
    case 'administrator':
      return { ...ADMINISTRATOR_RIGHTS, user }
    case 'member':
      return { status, user }
    case 'left':
      return { status, user }
    case 'kicked':
      return { status, user, until_date: 0 }
    case 'restricted':
      return {
        status,
        user,
        is_member: true,
        can_send_messages: chat.botMaySend.texts,
        can_send_audios: chat.botMaySend.texts,
        can_send_documents: chat.botMaySend.photos,
        can_send_photos: chat.botMaySend.photos,
        can_send_videos: chat.botMaySend.photos,
        can_send_video_notes: chat.botMaySend.photos,
        can_send_voice_notes: chat.botMaySend.photos,
        can_send_polls: chat.botMaySend.texts,
        can_send_other_messages: chat.botMaySend.texts,
        can_add_web_page_previews: chat.botMaySend.texts,
        can_react_to_messages: true,
        can_change_info: false,
        can_invite_users: false,
        can_edit_tag: false,
        can_pin_messages: false,
        can_manage_topics: false,
        until_date: 0,
      }
  }
}

/** Tells the bot that its own membership changed. */
export function tellMembership(sim: Sim, chat: SimChat, before: ChatMember, after: ChatMember, by: number): void {
  const update: ChatMemberUpdated = {
    chat: toChat(chat, sim.world.users),
    from: userById(sim.world.users, sim.bot, by) ?? botUser(sim.bot),
    date: unixSeconds(sim.clock),
    old_chat_member: before,
    new_chat_member: after,
  }
  sim.updates.push({ my_chat_member: update })
}

/**
 * Changes the bot's place in a group: added, made administrator, restricted, put out, gone. Tells the bot with my_chat_member and
 * with the service message that Telegram shows beside it.
 */
export function setBotStatus(sim: Sim, chat: SimChat, status: BotStatus, by: number): void {
  if (chat.type === 'group' && status === 'restricted') {
    muteGroup(sim, chat)
    return
  }
  const before = botMember(sim, chat)
  const wasPresent = botIsPresent(chat)
  chat.botStatus = status
  chat.botMaySend = status === 'restricted' ? { texts: false, photos: false } : { texts: true, photos: true }
  const after = botMember(sim, chat)
  sim.journal.add({ kind: 'chat', chatId: chat.id, change: 'bot', chat: viewChat(chat) })
  if (before.status === after.status && status !== 'restricted') return
  tellMembership(sim, chat, before, after, by)
  const from = userById(sim.world.users, sim.bot, by) ?? botUser(sim.bot)
  if (!wasPresent && botIsPresent(chat)) {
    deliver(sim, chat, addMessage(sim, chat, { from, content: { new_chat_members: [botUser(sim.bot)] } }))
  }
  if (wasPresent && !botIsPresent(chat)) {
    const farewell = addMessage(sim, chat, { from, content: { left_chat_member: botUser(sim.bot) } })
    // Only basic groups still show the bot its own departure.
    if (chat.type === 'group') sim.updates.push({ message: farewell.message })
  }
}

/** Basic groups restrict no single member: they take the right from all, and tell nobody. */
function muteGroup(sim: Sim, chat: SimChat): void {
  chat.botMaySend = { texts: false, photos: false }
  sim.journal.add({ kind: 'chat', chatId: chat.id, change: 'rights', chat: viewChat(chat) })
}
