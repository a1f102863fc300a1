import { setTimeout as pause } from 'node:timers/promises'
import type { WireSend } from '../contract/wire.ts'
import { privateChat } from '../world/chats.ts'
import { releaseAck } from '../world/receipts.ts'
import { post } from '../world/speak.ts'
import type { MessageContent, SimChat } from '../world/state.ts'
import { type CallContext, chatSeen, type Handler, mayWrite, WireRefusal } from './call-context.ts'
import { meetFault, never } from './meet-fault.ts'

/** A message from the page: into the chat, or no. The first tick is the answer. */
export const send: Handler<'send'> = async (context, given) => {
  const { sim, me } = context
  const chat = chatSeen(context, given.to) ?? firstContact(context, given.to)
  mayWrite(context, chat)
  const known = chat.messages.get(given.id)
  // Sent again after a lost connection: the first one counts.
  if (known) return { ack: 1, t: Math.floor(known.at / 1000) }
  const content = contentOf(context, given)
  const effect = meetFault(sim, 'send', chat.id)
  const message = post(sim, chat, {
    id: given.id,
    author: me,
    byDevice: true,
    content,
    quotes: given.quotes,
    mentions: given.mentions.flatMap(id => sim.world.findPerson(id)?.phone ?? []),
    ackHeld: effect !== undefined,
  })
  if (effect?.kind === 'unanswered') await never()
  if (effect?.kind === 'slow') {
    await pause(effect.ms)
    releaseAck(sim, chat, message)
  }
  return { ack: 1, t: Math.floor(message.at / 1000) }
}

function firstContact({ sim, me }: CallContext, remote: string): SimChat {
  const other = remote.endsWith('@g.us') ? undefined : sim.world.findPerson(remote)
  if (!other || other.phone === me) throw new WireRefusal('unknown_chat')
  return privateChat(sim, sim.world.person(me), other)
}

function contentOf({ sim }: CallContext, { text, media, poll, place }: WireSend): MessageContent {
  if (poll) return { kind: 'poll', poll }
  if (place) return { kind: 'location', ...place }
  if (!media) return { kind: 'text', text }
  const file = sim.files.get(media.fileId)
  if (!file) throw new WireRefusal('unknown_file')
  const { mime, bytes } = file
  return {
    kind: 'media',
    media: { ...media, mime, size: bytes.length, seconds: null, gone: null },
    caption: text,
  }
}
