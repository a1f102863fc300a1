import { createHash } from 'node:crypto'
import type { Addressing, Counters, Phone, PhoneShown, SimChat, SimMessage, SimPerson } from './state.ts'

/** Numbers that no telephone company gives out. */
const FIRST_PHONE = 62_000_112_000_000
const FIRST_LID = 112_000_000_000_000
const FIRST_GROUP = 120_363_112_000_000_000n

/** The people, chats and messages of the simulated WhatsApp, with the numbers it has given out. */
export class World {
  readonly people = new Map<Phone, SimPerson>()
  readonly chats = new Map<string, SimChat>()
  readonly counters: Counters = { person: 0, group: 0, message: 0, file: 0 }

  addPerson(wish: { name: string; phone?: Phone; addressing?: Addressing; phoneShown?: PhoneShown }): SimPerson {
    this.counters.person += 1
    const phone = wish.phone ?? String(FIRST_PHONE + this.counters.person)
    const person: SimPerson = {
      phone,
      lid: String(FIRST_LID + this.counters.person),
      name: wish.name,
      addressing: wish.addressing ?? 'pn',
      phoneShown: wish.phoneShown ?? 'always',
      online: true,
    }
    this.people.set(phone, person)
    return person
  }

  nextGroupId(): string {
    this.counters.group += 1
    return `${FIRST_GROUP + BigInt(this.counters.group)}@g.us`
  }

  /** A stanza id as phones make them: 32 characters. */
  nextMessageId(): string {
    this.counters.message += 1
    const digest = createHash('sha256').update(`message ${this.counters.message}`).digest('hex')
    return `AC${digest.slice(0, 30).toUpperCase()}`
  }

  nextFileId(): string {
    this.counters.file += 1
    return `f${this.counters.file}`
  }

  /** A person by phone number (with or without `+` and spaces), `@lid`, or name. */
  findPerson(reference: string): SimPerson | undefined {
    const digits = reference.replace(/@c\.us$/, '').replace(/[+\s-]/g, '')
    const known = this.people.get(digits)
    if (known) return known
    const lid = /^(\d+)@lid$/.exec(reference)?.[1]
    const name = reference.trim().toLowerCase()
    for (const person of this.people.values()) {
      if (person.lid === lid || person.name.toLowerCase() === name) return person
    }
    return undefined
  }

  /** A chat by id, label or title; labels and titles are compared without case. */
  findChat(reference: string): SimChat | undefined {
    const known = this.chats.get(reference)
    if (known) return known
    const wanted = reference.trim().toLowerCase()
    for (const chat of this.chats.values()) {
      if (chat.labels.some(label => label.toLowerCase() === wanted) || chat.title.toLowerCase() === wanted) return chat
    }
    return undefined
  }

  /** The chats that a person sees. */
  chatsOf(phone: Phone): SimChat[] {
    return [...this.chats.values()].filter(chat => chat.members.has(phone) || chat.former.has(phone))
  }

  findMessage(id: string): { readonly chat: SimChat; readonly message: SimMessage } | undefined {
    for (const chat of this.chats.values()) {
      const message = chat.messages.get(id)
      if (message) return { chat, message }
    }
    return undefined
  }

  /** @throws Error on a number that nobody has: the world is broken */
  person(phone: Phone): SimPerson {
    const person = this.people.get(phone)
    if (!person) throw new Error(`nobody has the number ${phone}`)
    return person
  }
}

export const privateChatId = (one: Phone, other: Phone): string => [one, other].sort().join('~')
