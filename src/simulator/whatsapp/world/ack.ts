import { ACK, type Ack, type SimChat, type SimMessage } from './state.ts'

/** How far a message got, as its sender sees it: in a group the slowest member counts. */
export function ackOf(chat: SimChat, message: SimMessage): Ack {
  if (message.ackHeld) return ACK.pending
  const others = [...chat.members.keys()].filter(phone => phone !== message.author)
  if (others.length === 0) return ACK.server
  if (others.every(phone => message.readBy.has(phone))) return ACK.read
  if (others.every(phone => message.deliveredTo.has(phone))) return ACK.device
  return ACK.server
}
