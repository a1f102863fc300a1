import type { Message } from 'grammy/types'

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

/** Six digits, also when typed with a space or a dash between them; null when it is something else. */
export const pairingCodeIn = (argument: string): string | null => {
  const digits = argument.replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
