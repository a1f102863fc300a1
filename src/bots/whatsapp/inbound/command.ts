import { answerDirectly } from '../../inbound/answer-directly.ts'
import type { CommandWays } from '../../inbound/commands.ts'
import { pairingCodeIn } from '../../inbound/commands.ts'
import type { InboundParts } from './parts.ts'

export interface TypedCommand {
  name: string
  argument: string
}

/** "/pasang 123456", also without the stroke when a code stands behind it; null when it is no command. */
export const commandIn = (text: string): TypedCommand | null => {
  const [, stroke, name = '', argument = ''] = /^\s*(\/?)([a-z]{4,12})\b\s*(.*?)\s*$/is.exec(text) ?? []
  const command = { name: name.toLowerCase(), argument }
  if (stroke === '/') return command
  return command.name === 'pasang' && pairingCodeIn(argument) !== null ? command : null
}

/** A chat that is not paired hears nothing but the answer to a valid code: WhatsApp bans numbers that talk to strangers. */
export const waysOf = (parts: InboundParts): CommandWays => ({
  help: { agency: 'helpByNumber', supervisors: 'helpSupervisorByNumber' },
  toStranger: async (typed, text) => {
    if (await parts.pairedChats.byAddress('whatsapp', typed.writer.address)) await answerDirectly(parts, typed, text)
  },
})
