import type { Sim } from '../sim.ts'
import { viewChat } from '../views.ts'
import { post } from './speak.ts'
import type { Addressing, Phone, SimChat, SimMember, SimPerson } from './state.ts'
import { tellChat } from './tell.ts'
import { privateChatId } from './world.ts'

export interface NewGroup {
  readonly title: string
  readonly members: readonly SimPerson[]
  readonly admins: readonly SimPerson[]
  readonly addressing: Addressing
  readonly announce: boolean
  readonly labels: readonly string[]
}

/** A new group, with the notice that opens it. */
export function createGroup(sim: Sim, wish: NewGroup): SimChat {
  const everyone = new Set([...wish.members, ...wish.admins].map(person => person.phone))
  const admins = new Set(wish.admins.map(person => person.phone))
  const chat = newChat(sim, {
    id: sim.world.nextGroupId(),
    kind: 'group',
    title: wish.title,
    addressing: wish.addressing,
    members: [...everyone].map(phone => ({ phone, admin: admins.has(phone) })),
    announce: wish.announce,
    labels: [...wish.labels],
  })
  const founder = [...admins][0] ?? [...everyone][0]
  if (founder) notice(sim, chat, founder, 'create', [])
  return chat
}

/** The private chat of two people, opened when it is not there yet. */
export function privateChat(sim: Sim, one: SimPerson, other: SimPerson): SimChat {
  const id = privateChatId(one.phone, other.phone)
  const known = sim.world.chats.get(id)
  if (known) return known
  const stranger = one.phone === sim.owner.phone ? other : one
  return newChat(sim, {
    id,
    kind: 'private',
    title: '',
    addressing: stranger.addressing,
    members: [one, other].map(({ phone }) => ({ phone, admin: false })),
    announce: false,
    labels: [],
  })
}

type ChatWish = Pick<SimChat, 'id' | 'kind' | 'title' | 'addressing' | 'announce' | 'labels'> & {
  readonly members: readonly SimMember[]
}

function newChat(sim: Sim, { members, ...wish }: ChatWish): SimChat {
  const chat: SimChat = {
    ...wish,
    members: new Map(members.map(member => [member.phone, member])),
    former: new Map(),
    createdAt: sim.clock.now(),
    messages: new Map(),
  }
  sim.world.chats.set(chat.id, chat)
  changed(sim, chat)
  return chat
}

/** Something about the group itself became different: pages and journal learn it. */
export function changed(sim: Sim, chat: SimChat): void {
  tellChat(sim, chat)
  sim.journal.add({ kind: 'chat', chatId: chat.id, chat: viewChat(sim.world, chat) })
}

export function addMember(sim: Sim, chat: SimChat, person: SimPerson, by: SimPerson, admin: boolean): void {
  chat.members.set(person.phone, { phone: person.phone, admin })
  chat.former.delete(person.phone)
  changed(sim, chat)
  notice(sim, chat, by.phone, 'add', [person.phone])
}

/** Puts a person out, or lets the person leave when `by` is the same. */
export function removeMember(sim: Sim, chat: SimChat, person: SimPerson, by: SimPerson): void {
  notice(sim, chat, by.phone, by === person ? 'leave' : 'remove', [person.phone])
  chat.members.delete(person.phone)
  chat.former.set(person.phone, sim.clock.now())
  changed(sim, chat)
}

export function setAdmin(sim: Sim, chat: SimChat, member: SimMember, admin: boolean, by: SimPerson): void {
  member.admin = admin
  changed(sim, chat)
  notice(sim, chat, by.phone, admin ? 'promote' : 'demote', [member.phone])
}

export function rename(sim: Sim, chat: SimChat, title: string, by: SimPerson): void {
  chat.title = title
  changed(sim, chat)
  notice(sim, chat, by.phone, 'subject', [])
}

export function setAnnounce(sim: Sim, chat: SimChat, announce: boolean, by: SimPerson): void {
  chat.announce = announce
  changed(sim, chat)
  notice(sim, chat, by.phone, 'announce', [])
}

type Notice = 'add' | 'remove' | 'leave' | 'promote' | 'demote' | 'subject' | 'create' | 'announce'

function notice(sim: Sim, chat: SimChat, by: Phone, change: Notice, people: readonly Phone[]): void {
  const content = { kind: 'notice', change, subject: chat.title, people } as const
  post(sim, chat, { author: by, byDevice: false, content, quotes: null, mentions: [] })
}
