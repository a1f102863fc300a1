import type { Message } from 'grammy/types'
import { readStart } from '../../../application/ports/channel.ts'
import {
  answeringStrangers,
  type CommandWays,
  pair,
  pairingCodeIn,
  type Typed,
  workCommand,
} from '../../inbound/commands.ts'
import type { Writing } from '../../inbound/writing.ts'
import type { InboundParts } from './parts.ts'
import { titleOf } from './people.ts'
import { workStart } from './private.ts'

export interface TypedCommand {
  name: string
  argument: string
}

/** A command at the beginning of a message, unless it is addressed to another bot. */
export const commandOf = (message: Message, username: string): TypedCommand | null => {
  const entity = message.entities?.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  if (!entity || message.text === undefined) return null
  const [name = '', addressee] = message.text.slice(1, entity.length).split('@')
  if (addressee !== undefined && addressee.toLowerCase() !== username.toLowerCase()) return null
  return { name: name.toLowerCase(), argument: message.text.slice(entity.length).trim() }
}

/** A command, or what a link of ours hands over as one. */
export const workTyped = async (
  parts: InboundParts,
  writing: Writing,
  { chat }: Message,
  command: TypedCommand,
): Promise<void> => {
  const typed: Typed = {
    ...writing,
    ...command,
    chat: { title: async () => titleOf(chat), private: chat.type === 'private' },
  }
  const ways: CommandWays = {
    help: { agency: 'help', supervisors: 'helpSupervisor' },
    toStranger: answeringStrangers(parts),
  }
  if (typed.name !== 'start') return workCommand(parts, ways, typed)
  const start = typed.chat.private ? readStart(typed.argument) : null
  if (start) return workStart(parts, typed, start)
  // A bare /start is everybody's first press in a private chat; only a code means something.
  if (pairingCodeIn(typed.argument) !== null) return pair(parts, ways, typed)
}
