import type { Message } from 'grammy/types'
import type { Presser } from '../../../application/application.ts'
import type { InboxEntry } from '../../../application/ports/inbox.ts'
import { refusalSentences } from '../../../i18n/refusals.ts'
import { answerDirectly } from '../../inbound/answer-directly.ts'
import { workDraft } from '../../inbound/private-answers.ts'
import { workReply } from '../../inbound/reply.ts'
import { commandOf, workTyped } from './command.ts'
import type { InboundParts } from './parts.ts'
import { writerOf } from './people.ts'
import { repliedTo } from './quoted.ts'
import { saidIn } from './said.ts'

/** A message: the group's move, a command, or a reply to one of our messages. All other talk is nobody's business. */
export const workMessage = async (parts: InboundParts, entry: InboxEntry, message: Message): Promise<void> => {
  if (await workMove(parts, message)) return
  const writer = writerOf(message)
  if (writer) await workWriting(parts, entry, message, writer)
}

const workWriting = async (
  parts: InboundParts,
  entry: InboxEntry,
  message: Message,
  writer: Presser,
): Promise<void> => {
  const { username } = await parts.identity.get()
  const command = commandOf(message, username)
  const writing = { entry, writer, messageId: String(message.message_id) }
  if (command) return workTyped(parts, writing, message, command)
  const said = saidIn(parts, message)
  if (message.chat.type === 'private' && said && (await workDraft(parts, writing, said))) return
  if (message.reply_to_message?.from?.id !== parts.botId) return
  const chat = await parts.pairedChats.byAddress('telegram', writer.address)
  if (!chat) return answerDirectly(parts, writing, refusalSentences.unknownChat({}).id)
  if (said) await workReply(parts, writing, chat, repliedTo(message), said)
}

/** A group became a supergroup: told once in the old chat and once in the new one. */
const workMove = async (parts: InboundParts, message: Message): Promise<boolean> => {
  const here = String(message.chat.id)
  const { migrate_to_chat_id: to, migrate_from_chat_id: from } = message
  if (to !== undefined) await parts.chats.chatMoved('telegram', { chat: here }, { chat: String(to) })
  if (from !== undefined) await parts.chats.chatMoved('telegram', { chat: String(from) }, { chat: here })
  return to !== undefined || from !== undefined
}
