import type { Sim } from '../sim.ts'
import { viewMessage } from '../views.ts'
import { ackOf } from './ack.ts'
import type { Phone, SimChat, SimMessage, SimPerson } from './state.ts'
import { tellMessage } from './tell.ts'

/** A person opens a chat: everything in it is read. */
export function readChat(sim: Sim, chat: SimChat, reader: Phone): void {
  for (const message of chat.messages.values()) {
    if (message.author === reader || message.readBy.has(reader)) continue
    withTicks(sim, chat, message, () => {
      message.deliveredTo.add(reader)
      message.readBy.add(reader)
    })
  }
  sim.journal.add({ kind: 'seen', chatId: chat.id, by: reader })
}

/** A phone is switched on or off; what it missed reaches it now. */
export function setOnline(sim: Sim, person: SimPerson, online: boolean): void {
  person.online = online
  if (!online) return
  for (const chat of sim.world.chatsOf(person.phone)) {
    if (!chat.members.has(person.phone)) continue
    for (const message of chat.messages.values()) {
      if (message.author === person.phone || message.deliveredTo.has(person.phone)) continue
      withTicks(sim, chat, message, () => message.deliveredTo.add(person.phone))
    }
  }
}

/** The ticks that a fault had kept back come out. */
export function releaseAck(sim: Sim, chat: SimChat, message: SimMessage): void {
  withTicks(sim, chat, message, () => {
    message.ackHeld = false
  })
}

function withTicks(sim: Sim, chat: SimChat, message: SimMessage, change: () => void): void {
  const before = ackOf(chat, message)
  change()
  const ack = ackOf(chat, message)
  if (ack === before) return
  tellMessage(sim, chat, message)
  sim.journal.add({
    kind: 'ack',
    chatId: chat.id,
    messageId: message.id,
    ack,
    message: viewMessage(sim.world, chat, message),
  })
}
