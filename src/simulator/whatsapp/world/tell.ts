import type { Sim } from '../sim.ts'
import { wireChat, wireContacts, wireMessage } from '../wire-views.ts'
import type { SimChat, SimMessage } from './state.ts'

/** Shows a message as it is now to every open page of the chat's members. */
export function tellMessage(sim: Sim, chat: SimChat, message: SimMessage): void {
  const serviceNow = sim.clock.now()
  for (const page of sim.pages.open) {
    if (page.phone === null || !chat.members.has(page.phone)) continue
    sim.pages.send(page, { kind: 'message', message: wireMessage(sim.world, chat, message, page.phone), serviceNow })
  }
}

/** Shows a chat as it is now to every open page of its members, and of those who left it. */
export function tellChat(sim: Sim, chat: SimChat): void {
  for (const page of sim.pages.open) {
    const { phone } = page
    if (phone === null || !(chat.members.has(phone) || chat.former.has(phone))) continue
    const contacts = wireContacts(sim.world, [...chat.members.keys()])
    sim.pages.send(page, { kind: 'chat', chat: wireChat(sim.world, chat, phone), contacts })
  }
}
