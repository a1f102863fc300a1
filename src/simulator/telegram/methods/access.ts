import { badRequest, forbidden } from '../api-error.ts'
import type { Params } from '../params.ts'
import type { Sim } from '../sim.ts'
import type { SimChat } from '../world/state.ts'

/**
 * How much a method asks of the chat: reading needs a chat that exists, editing one where the bot is, writing one
 * that still takes messages. Telegram answers in this order.
 */
export type Access = 'read' | 'edit' | 'write'

/** The chat of `chat_id`. @throws 400 or 403 in Telegram's words */
export function readChat(sim: Sim, params: Params, access: Access): SimChat {
  const reference = params.text('chat_id').trim()
  if (reference === '') throw badRequest('chat_id is empty')
  const chat = /^-?\d+$/.test(reference) ? sim.world.chats.get(Number(reference)) : undefined
  if (!chat) throw missingChat(sim, reference)
  CHECKS[chat.type](sim, chat, access)
  return chat
}

/** A person who never wrote to the bot has no chat with it yet. */
function missingChat(sim: Sim, reference: string): Error {
  const user = sim.world.users.get(Number(reference))
  return user ? forbidden("bot can't initiate conversation with a user") : badRequest('chat not found')
}

const CHECKS: Readonly<Record<SimChat['type'], (sim: Sim, chat: SimChat, access: Access) => void>> = {
  private(sim, chat, access) {
    const user = sim.world.users.get(chat.id)
    if (!user) throw badRequest('chat not found')
    if (access === 'read') return
    if (user.deactivated) throw forbidden('user is deactivated')
    if (access === 'write' && user.blockedBot) throw forbidden('bot was blocked by the user')
    if (access === 'write' && !user.started) throw forbidden("bot can't initiate conversation with a user")
  },
  group(_sim, chat, access) {
    if (chat.migratedTo !== undefined) {
      if (access !== 'write') return
      throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo })
    }
    if (chat.deleted) {
      if (access === 'write') throw forbidden('the group chat was deleted')
      return
    }
    if (access !== 'read' && chat.botStatus === 'kicked') throw forbidden('bot was kicked from the group chat')
    if (access !== 'read' && chat.botStatus === 'left') throw forbidden('bot is not a member of the group chat')
  },
  supergroup(_sim, chat) {
    if (chat.deleted) throw badRequest('chat not found')
    if (chat.botStatus === 'kicked') throw forbidden('bot was kicked from the supergroup chat')
    if (chat.botStatus === 'left') throw forbidden('bot is not a member of the supergroup chat')
  },
}

/** Refuses when the chat's rules forbid the bot this kind of message. */
export function checkRight(chat: SimChat, what: 'text messages' | 'photos' | 'locations' | 'venues'): void {
  const allowed = what === 'photos' ? chat.botMaySend.photos : chat.botMaySend.texts
  if (!allowed) throw badRequest(`not enough rights to send ${what} to the chat`)
}
