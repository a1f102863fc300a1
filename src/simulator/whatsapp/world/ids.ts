import type { Addressing, Phone, SimChat, SimPerson } from './state.ts'
import type { World } from './world.ts'

/** A person's id as WhatsApp writes it. */
export const idOf = (person: SimPerson, addressing: Addressing): string =>
  addressing === 'lid' ? `${person.lid}@lid` : `${person.phone}@c.us`

export const idIn = (world: World, chat: SimChat, phone: Phone): string => idOf(world.person(phone), chat.addressing)

/** Whom a private chat is with, seen from one side. */
export function otherSide(chat: SimChat, me: Phone): Phone {
  return [...chat.members.keys()].find(phone => phone !== me) ?? me
}

/** The id under which a person's page has a chat. */
export const remoteOf = (world: World, chat: SimChat, me: Phone): string =>
  chat.kind === 'group' ? chat.id : idIn(world, chat, otherSide(chat, me))
