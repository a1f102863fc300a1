import type {
  ChatFullInfo,
  ChatMember,
  ChatMemberAdministrator,
  ChatMemberOwner,
  ChatPermissions,
} from '@grammyjs/types'
import { badRequest } from '../api-error.ts'
import type { Params } from '../params.ts'
import type { Sim } from '../sim.ts'
import { botMember, memberOf, setBotStatus } from '../world/membership.ts'
import { toChat, userById } from '../world/names.ts'
import type { SimChat } from '../world/state.ts'
import { readChat } from './access.ts'

/** Only the fields that every chat has: apps must not count on more. */
export function getChat(sim: Sim, params: Params): ChatFullInfo {
  const chat = readChat(sim, params, 'read')
  return {
    ...toChat(chat, sim.world.users),
    ...(chat.type === 'private' ? {} : { permissions: permissionsOf(chat) }),
    accent_color_id: Math.abs(chat.id) % 7,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
  } as ChatFullInfo
}

/** What every member may do who is no administrator. */
function permissionsOf({ botMaySend: { texts, photos } }: SimChat): ChatPermissions {
  return { can_send_messages: texts, can_send_photos: photos }
}

export function getChatMember(sim: Sim, params: Params): ChatMember {
  const chat = readChat(sim, params, 'read')
  const id = params.integer('user_id') ?? 0
  if (id === sim.bot.id) return botMember(sim, chat)
  const user = userById(sim.world.users, sim.bot, id)
  if (!user) throw badRequest('invalid user_id specified')
  return memberOf(chat, user)
}

export function getChatAdministrators(sim: Sim, params: Params): (ChatMemberOwner | ChatMemberAdministrator)[] {
  const chat = readChat(sim, params, 'read')
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat')
  const members = [...chat.members]
    .flatMap(id => userById(sim.world.users, sim.bot, id) ?? [])
    .map(user => memberOf(chat, user))
  return [...members, botMember(sim, chat)].filter(
    member => member.status === 'creator' || member.status === 'administrator',
  )
}

export function getChatMemberCount(sim: Sim, params: Params): number {
  const chat = readChat(sim, params, 'read')
  return chat.members.size + 1
}

export function leaveChat(sim: Sim, params: Params): true {
  const chat = readChat(sim, params, 'edit')
  if (chat.type === 'private') throw badRequest("chat member status can't be changed in private chats")
  setBotStatus(sim, chat, 'left', sim.bot.id)
  return true
}

const ACTIONS: ReadonlySet<string> = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
])

export function sendChatAction(sim: Sim, params: Params): true {
  readChat(sim, params, 'write')
  if (!ACTIONS.has(params.text('action').toLowerCase())) throw badRequest('wrong parameter action in request')
  return true
}
