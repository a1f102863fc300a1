import type { Chat, User } from '@grammyjs/types'
import type { SimBot, SimChat, SimUser } from './state.ts'
import { botUser } from './state.ts'

type GroupOrPrivateChat = Exclude<Chat, Chat.ChannelChat>

/** A person as the Bot API names them. */
export function toUser(user: SimUser): User {
  return {
    id: user.id,
    is_bot: false,
    first_name: user.firstName,
    ...(user.lastName === undefined ? {} : { last_name: user.lastName }),
    ...(user.username === undefined ? {} : { username: user.username }),
    language_code: user.languageCode,
  }
}

export function userById(users: ReadonlyMap<number, SimUser>, bot: SimBot, id: number): User | undefined {
  if (id === bot.id) return botUser(bot)
  const user = users.get(id)
  return user ? toUser(user) : undefined
}

/** A chat as the Bot API names it in messages. */
export function toChat(chat: SimChat, users: ReadonlyMap<number, SimUser>): GroupOrPrivateChat {
  if (chat.type === 'group') return { id: chat.id, type: 'group', title: chat.title }
  if (chat.type === 'supergroup') {
    return { id: chat.id, type: 'supergroup', title: chat.title, ...(chat.forum ? { is_forum: true as const } : {}) }
  }
  const user = users.get(chat.userId ?? chat.id)
  return {
    id: chat.id,
    type: 'private',
    first_name: user?.firstName ?? chat.title,
    ...(user?.lastName === undefined ? {} : { last_name: user.lastName }),
    ...(user?.username === undefined ? {} : { username: user.username }),
  }
}

export function fullName(user: Pick<User, 'first_name' | 'last_name'>): string {
  return user.last_name ? `${user.first_name} ${user.last_name}` : user.first_name
}
