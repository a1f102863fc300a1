import type { Audience, PairedChat } from '../../application/ports/chats.ts'
import { pairUsage, tooManyCodes } from '../../i18n/chat/id/notices.ts'
import { refusalSentences } from '../../i18n/refusals.ts'
import { audienceName } from '../rendering/notices.ts'
import { answerDirectly } from './answer-directly.ts'
import type { CommonParts } from './parts.ts'
import type { Writing } from './writing.ts'

/** A command that somebody typed, and where. */
export interface Typed extends Writing {
  name: string
  argument: string
  /** the chat's name, and whether nobody but the writer and the bot reads it */
  chat: { title(): Promise<string>; private: boolean }
}

/** How a channel differs. */
export interface CommandWays {
  /** notices that explain how to answer there */
  help: { agency: string; supervisors: string }
  /** says something in a chat that is not paired; not every channel answers to that */
  toStranger(typed: Typed, text: string): Promise<void>
}

type Command = (parts: CommonParts, ways: CommandWays, typed: Typed) => Promise<void>

/** Six digits, also when typed with a space or a dash between them; null when it is something else. */
export const pairingCodeIn = (argument: string): string | null => {
  const digits = argument.replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}

/** `/pasang 123456`: binds the chat. */
export const pair: Command = async (parts, ways, typed) => {
  const { entry, writer, argument, chat } = typed
  const code = pairingCodeIn(argument)
  const verdict = parts.failedTries.verdict(writer)
  if (verdict === 'tell') return ways.toStranger(typed, tooManyCodes)
  if (verdict === 'silent') return
  if (code === null) return ways.toStranger(typed, pairUsage)
  const place = { title: await chat.title(), private: chat.private }
  const outcome = await parts.chats.pair(writer, code, place)
  if (outcome.ok) return welcome(parts, typed, outcome.value)
  // A try that broke off after the pairing finds its own code used.
  const paired = entry.attempts > 0 ? await parts.pairedChats.byAddress(writer.channel, writer.address) : null
  if (paired) return welcome(parts, typed, paired)
  if (parts.failedTries.add(writer)) parts.log.warn({}, 'too many wrong pairing codes, none is looked up for a while')
  const { code: refusal, params } = outcome.refusal
  return ways.toStranger(typed, refusalSentences[refusal](params).id)
}

const welcome = (parts: CommonParts, { entry, messageId }: Typed, chat: PairedChat): Promise<void> =>
  parts.chats.notify(
    entry.id,
    chat,
    'pairingDone',
    { centre: chat.centre, audience: audienceName(chat.audience) },
    messageId,
  )

const help: Command = async (parts, ways, { entry, messageId, writer }) => {
  const chat = await parts.pairedChats.byAddress(writer.channel, writer.address)
  if (!chat) return
  const code = supervises(chat.audience) ? ways.help.supervisors : ways.help.agency
  await parts.chats.notify(entry.id, chat, code, {}, messageId)
}

const supervises = ({ kind }: Audience): boolean => kind === 'supervisorsChat' || kind === 'user'

const commands: Readonly<Record<string, Command>> = {
  pasang: pair,
  aktif: (parts, _, { entry, writer, messageId }) => parts.chats.showActive(entry.id, writer, messageId),
  bantuan: help,
  help,
}

/** Commands of others pass by in silence. */
export const workCommand = async (parts: CommonParts, ways: CommandWays, typed: Typed): Promise<void> => {
  if (Object.hasOwn(commands, typed.name)) await commands[typed.name]?.(parts, ways, typed)
}

/** For channels on which a stranger may be answered. */
export const answeringStrangers =
  (parts: CommonParts): CommandWays['toStranger'] =>
  (typed, text) =>
    answerDirectly(parts, typed, text)
