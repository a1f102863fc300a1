import type { InboundHandler, InboxEntry } from '../../../application/ports/inbox.ts'
import { readReportLines } from '../../../application/reports/report-lines.ts'
import { workCommand } from '../../inbound/commands.ts'
import { isPrivate } from '../chat-ids.ts'
import { type UpdateOf, type WhatsAppUpdate, whatsAppUpdate } from '../session/update.ts'
import { commandIn, waysOf } from './command.ts'
import { workInPairedChat } from './group.ts'
import type { InboundParts } from './parts.ts'
import { writerOf } from './people.ts'
import { workInPrivateChat } from './private.ts'
import { saidIn } from './said.ts'
import { workVote } from './vote.ts'

/**
 * Works one stored update. A message that was deleted, or edited, changes no status and no report: what a crew said first
 * counts; new words stand beside the old ones.
 */
export const createInbound = (parts: InboundParts): InboundHandler => ({
  channel: 'whatsapp',
  work: entry => workUpdate(parts, entry, whatsAppUpdate.parse(entry.update)),
})

const workUpdate = async (parts: InboundParts, entry: InboxEntry, update: WhatsAppUpdate): Promise<void> => {
  switch (update.kind) {
    case 'message':
      return workMessage(parts, entry, update)
    case 'edited':
      return parts.chats.edited(entry.id, writerOf(update), {
        messageId: update.id,
        text: update.body,
        lines: readReportLines(update.body),
      })
    case 'membership': {
      const health = update.isIn ? ({ ok: true } as const) : { ok: false as const, detail: 'out of the group' }
      return parts.chats.chatHealth('whatsapp', { chat: update.chat }, health)
    }
    case 'read':
      return parts.chats.messageRead('whatsapp', { chat: update.chat }, update.id, update.at)
    case 'vote':
      return workVote(parts, entry, update)
    case 'deleted':
    case 'reaction':
    case 'title':
      return
  }
}

const workMessage = async (parts: InboundParts, entry: InboxEntry, message: UpdateOf<'message'>): Promise<void> => {
  const writer = writerOf(message)
  const writing = { entry, writer, messageId: message.id }
  const command = message.type === 'text' ? commandIn(message.body) : null
  if (command) {
    const title = async () => (await parts.session.title(message.chat)) ?? writer.personName
    const chat = { title, private: isPrivate(message.chat) }
    return workCommand(parts, waysOf(parts), { ...writing, ...command, chat })
  }
  const said = saidIn(parts, message)
  if (!said) return
  const chat = await parts.pairedChats.byAddress('whatsapp', writer.address)
  const answer = { ...writing, chat, quoted: message.quoted }
  if (isPrivate(message.chat)) await workInPrivateChat(parts, answer, message, said)
  else if (chat) await workInPairedChat(parts, answer, message, said)
}
