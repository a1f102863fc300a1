import type { Presser } from '../../../application/application.ts'
import { ChannelError, type OutgoingMessage } from '../../../application/ports/channel.ts'
import type { PairedChat } from '../../../application/ports/chats.ts'
import { nothingAsked, replyWithNumber } from '../../../i18n/chat/id/whatsapp.ts'
import { answerDirectly } from '../../inbound/answer-directly.ts'
import type { Writing } from '../../inbound/writing.ts'
import { renderNod } from '../../rendering/notices.ts'
import { type Choice, choicesOf, inWords } from '../answers/choices.ts'
import type { InboundParts } from './parts.ts'

/** Somebody's answer and where it stands; a report in a private chat that nobody paired has no chat. */
export interface Answering extends Writing {
  chat: PairedChat | null
  /** a vote in a poll: there is no message of the person to nod at */
  isVote?: boolean
}

/** A quiet yes: on the message, without a sound; in a paired chat kept, paced and tried again as every message is. */
export const nod = async (
  parts: InboundParts,
  { chat, entry, writer, messageId, isVote }: Answering,
): Promise<void> => {
  if (isVote) return
  if (chat) return parts.chats.nod(entry.id, chat, messageId)
  const { channel, log } = parts
  try {
    await channel.send(writer.address, renderNod({ kind: 'nod', replyTo: messageId }))
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    log.info({ kind: error.kind, detail: error.detail }, 'a reaction was not shown')
  }
}

/** One message that quotes the answer; in a paired chat kept, paced and tried again as every message is. */
export const sayBack = async (
  parts: InboundParts,
  answering: Answering,
  text: string,
  token?: string,
): Promise<void> => {
  const { chat, entry, messageId } = answering
  if (!chat) return answerDirectly(parts, answering, text)
  await parts.chats.notify(entry.id, chat, 'answered', { text, ...(token !== undefined && { token }) }, messageId)
}

/** The same with what can be answered now. */
export const sayChoices = async (
  parts: InboundParts,
  answering: Answering,
  text: string,
  token: string,
): Promise<void> => {
  const choices = await choicesNow(parts, answering.writer, token)
  const { chat } = answering.writer.address
  const below = choices.length
    ? `${replyWithNumber(await parts.codes.codeFor(chat, token))} ${inWords(choices)}`
    : nothingAsked
  await sayBack(parts, answering, `${text}\n${below}`, token)
}

export const choicesNow = async ({ chats }: InboundParts, writer: Presser, token: string): Promise<Choice[]> =>
  choicesOf(await chats.buttonsNow(writer, token))

/** False when the person's private chat cannot be reached: then it is to be said elsewhere. */
export const reachPrivately = async (
  { channel, log }: InboundParts,
  { personId }: Presser,
  message: OutgoingMessage,
): Promise<boolean> => {
  try {
    await channel.send({ chat: personId }, message)
    return true
  } catch (error) {
    if (!(error instanceof ChannelError) || error.kind === 'temporary' || error.kind === 'rateLimited') throw error
    log.info({ kind: error.kind, detail: error.detail }, 'a private chat was not reached')
    // a doubtful one was probably shown, and a repeat would show a caller's data twice
    return error.kind === 'ambiguous'
  }
}
