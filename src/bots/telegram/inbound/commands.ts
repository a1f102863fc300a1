import type { Message } from 'grammy/types'
import type { Presser } from '../../../application/application.ts'
import { readStart } from '../../../application/ports/channel.ts'
import type { PairedChat } from '../../../application/ports/chats.ts'
import type { InboxEntry } from '../../../application/ports/inbox.ts'
import { pairUsage, tooManyCodes } from '../../../i18n/chat/id/notices.ts'
import { refusalSentences } from '../../../i18n/refusals.ts'
import { audienceName } from '../../rendering/notices.ts'
import { answerDirectly } from './answer-directly.ts'
import { pairingCodeIn, type TypedCommand } from './command.ts'
import type { InboundParts } from './parts.ts'
import { titleOf } from './people.ts'
import { workStart } from './private.ts'

export interface Typed {
  entry: InboxEntry
  message: Message
  writer: Presser
  command: TypedCommand
}

const commands: Readonly<Record<string, (parts: InboundParts, typed: Typed) => Promise<void>>> = {
  pasang: (parts, typed) => pair(parts, typed),
  start: async (parts, typed) => {
    const { argument } = typed.command
    const start = typed.message.chat.type === 'private' ? readStart(argument) : null
    if (start) return workStart(parts, typed, start)
    // A bare /start is everybody's first press in a private chat; only a code means something.
    if (pairingCodeIn(argument) !== null) return pair(parts, typed)
  },
  aktif: (parts, { entry, message, writer }) => parts.chats.showActive(entry.id, writer, String(message.message_id)),
  bantuan: (parts, typed) => help(parts, typed),
  help: (parts, typed) => help(parts, typed),
}

/** Commands of others pass by in silence. */
export const workCommand = async (parts: InboundParts, typed: Typed): Promise<void> =>
  commands[typed.command.name]?.(parts, typed)

const pair = async (parts: InboundParts, typed: Typed): Promise<void> => {
  const { entry, message, writer, command } = typed
  const code = pairingCodeIn(command.argument)
  const verdict = parts.failedTries.verdict(writer)
  if (verdict === 'tell') return answerDirectly(parts, typed, tooManyCodes)
  if (verdict === 'silent') return
  if (code === null) return answerDirectly(parts, typed, pairUsage)
  const outcome = await parts.chats.pair(writer, code, {
    title: titleOf(message.chat),
    private: message.chat.type === 'private',
  })
  if (outcome.ok) return welcome(parts, typed, outcome.value)
  // A try that broke off after the pairing finds its own code used.
  const paired = entry.attempts > 0 ? await parts.pairedChats.byAddress('telegram', writer.address) : null
  if (paired) return welcome(parts, typed, paired)
  if (parts.failedTries.add(writer)) parts.log.warn({}, 'too many wrong pairing codes, none is looked up for a while')
  const { code: refusal, params } = outcome.refusal
  return answerDirectly(parts, typed, refusalSentences[refusal](params).id)
}

const welcome = (parts: InboundParts, { entry, message }: Typed, chat: PairedChat): Promise<void> =>
  parts.chats.notify(
    entry.id,
    chat,
    'pairingDone',
    { centre: chat.centre, audience: audienceName(chat.audience) },
    String(message.message_id),
  )

const help = async (parts: InboundParts, { entry, message, writer }: Typed): Promise<void> => {
  const chat = await parts.pairedChats.byAddress('telegram', writer.address)
  if (!chat) return
  const supervises = chat.audience.kind === 'supervisorsChat' || chat.audience.kind === 'user'
  await parts.chats.notify(entry.id, chat, supervises ? 'helpSupervisor' : 'help', {}, String(message.message_id))
}
