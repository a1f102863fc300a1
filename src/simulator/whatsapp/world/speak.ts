import type { Sim } from '../sim.ts'
import { viewMessage } from '../views.ts'
import { textOf } from './content.ts'
import type { MessageContent, Phone, SimChat, SimMessage } from './state.ts'
import { tellMessage } from './tell.ts'

export interface Draft {
  /** Made by the sending page; people's phones get one of the world's. */
  readonly id?: string
  readonly author: Phone
  readonly byDevice: boolean
  readonly content: MessageContent
  readonly quotes: string | null
  readonly mentions: readonly Phone[]
  readonly ackHeld?: boolean
}

/** Puts a message into a chat: it is shown to everyone, and reaches the phones that are on. */
export function post(sim: Sim, chat: SimChat, draft: Draft): SimMessage {
  const at = sim.clock.now()
  const message: SimMessage = {
    id: draft.id ?? sim.world.nextMessageId(),
    chatId: chat.id,
    author: draft.author,
    byDevice: draft.byDevice,
    at,
    content: draft.content,
    quotes: draft.quotes,
    mentions: draft.mentions,
    versions: [{ at, text: textOf(draft.content) }],
    deletedAt: null,
    ackHeld: draft.ackHeld ?? false,
    deliveredTo: new Set(),
    readBy: new Set(),
    reactions: new Map(),
    votes: new Map(),
    seq: sim.journal.nextSeq,
  }
  chat.messages.set(message.id, message)
  for (const phone of chat.members.keys()) {
    if (phone !== message.author && sim.world.person(phone).online) message.deliveredTo.add(phone)
  }
  tellMessage(sim, chat, message)
  sim.journal.add({
    kind: 'message',
    chatId: chat.id,
    messageId: message.id,
    message: viewMessage(sim.world, chat, message),
  })
  return message
}
