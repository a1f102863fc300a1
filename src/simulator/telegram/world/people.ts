import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import { viewChat, viewUser } from '../views.ts'
import { botMember, tellMembership } from './membership.ts'
import type { SimChat, SimUser } from './state.ts'

export interface NewUser {
  readonly id?: number | undefined
  readonly firstName: string
  readonly lastName?: string | undefined
  readonly username?: string | undefined
  readonly languageCode?: string | undefined
}

export function createUser(sim: Sim, person: NewUser): SimUser {
  const id = person.id ?? sim.world.nextUserId()
  if (sim.world.users.has(id) || id === sim.bot.id) throw new ControlError('id_taken')
  if (person.username !== undefined && sim.world.findUser(`@${person.username}`)) throw new ControlError('id_taken')
  const user: SimUser = {
    id,
    firstName: person.firstName,
    lastName: person.lastName,
    username: person.username,
    languageCode: person.languageCode ?? 'id',
    started: false,
    blockedBot: false,
    deactivated: false,
  }
  sim.world.users.set(id, user)
  tellUser(sim, user)
  return user
}

/** The private chat of a person with the bot; opening it sends nothing. */
export function openPrivateChat(sim: Sim, user: SimUser): SimChat {
  const known = sim.world.chats.get(user.id)
  if (known) return known
  const chat: SimChat = {
    id: user.id,
    type: 'private',
    title: viewUser(user).name,
    forum: false,
    userId: user.id,
    members: new Set([user.id]),
    banned: new Set(),
    botStatus: 'member',
    botMaySend: { texts: true, photos: true },
    deleted: false,
    migratedTo: undefined,
    migratedFrom: undefined,
    migrationUntold: false,
    topics: [],
    labels: [],
    lastMessageId: 0,
    messages: new Map(),
  }
  sim.world.chats.set(chat.id, chat)
  sim.journal.add({ kind: 'chat', chatId: chat.id, change: 'created', chat: viewChat(chat) })
  return chat
}

/** Blocks or unblocks the bot; the bot learns of it by my_chat_member in the private chat. */
export function setBlocked(sim: Sim, user: SimUser, blocked: boolean): void {
  if (user.blockedBot === blocked) return
  const chat = openPrivateChat(sim, user)
  const before = botMember(sim, chat)
  user.blockedBot = blocked
  chat.botStatus = blocked ? 'kicked' : 'member'
  tellMembership(sim, chat, before, botMember(sim, chat), user.id)
  tellUser(sim, user)
  sim.journal.add({ kind: 'chat', chatId: chat.id, change: 'bot', chat: viewChat(chat) })
}

/** A deleted account: every send to it is refused, and nobody is told. */
export function setDeactivated(sim: Sim, user: SimUser, deactivated: boolean): void {
  user.deactivated = deactivated
  tellUser(sim, user)
}

export function tellUser(sim: Sim, user: SimUser): void {
  sim.journal.add({ kind: 'user', userId: user.id, user: viewUser(user) })
}
