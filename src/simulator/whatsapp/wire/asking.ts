import { wireContact, wireMessage, wireMessages } from '../wire-views.ts'
import { removeMember } from '../world/chats.ts'
import { readChat } from '../world/receipts.ts'
import { chatSeen, type Handler, WireRefusal } from './call-context.ts'

/** What a page asks about chats and people, and its quiet doings in them. */
export const askingCalls = {
  seen: (context, given) => {
    const chat = chatSeen(context, given.chat)
    if (chat) readChat(context.sim, chat, context.me)
    return { ok: true }
  },
  leave: (context, given) => {
    const chat = chatSeen(context, given.chat)
    if (!chat?.members.has(context.me)) throw new WireRefusal('not_a_member')
    const person = context.sim.world.person(context.me)
    removeMember(context.sim, chat, person, person)
    return { ok: true }
  },
  earlier: (context, given) => {
    const chat = chatSeen(context, given.chat)
    const { world } = context.sim
    return { messages: chat ? wireMessages(world, chat, context.me, given.before, given.limit) : [] }
  },
  find: ({ sim, me }, given) => {
    const found = sim.world.findMessage(given.id)
    const seen = found?.chat.members.has(me) ? found : undefined
    return { message: seen ? wireMessage(sim.world, seen.chat, seen.message, me) : null }
  },
  exists: ({ sim }, given) => {
    const person = sim.world.findPerson(given.id)
    return { contact: person ? wireContact(sim.world, person.phone, person.phoneShown !== 'never') : null }
  },
} satisfies { readonly [Call in 'seen' | 'leave' | 'earlier' | 'find' | 'exists']: Handler<Call> }
