import type { ChatAddress, OutgoingMessage } from '../../../application/ports/channel.ts'
import { answerWithNumber, replyWithNumber } from '../../../i18n/chat/id/whatsapp.ts'
import type { AnswerCodes } from '../answers/answer-codes.ts'
import { type Choice, choicesOf, inWords, tokenOf } from '../answers/choices.ts'
import { isPrivate } from '../chat-ids.ts'
import type { WhatsAppMessage } from '../session/session.ts'
import { markedText } from './marked-text.ts'

/**
 * A message of ours as WhatsApp shows it: the very words and buttons that Telegram gets, the buttons as numbers under the
 * text with the code of this chat.
 */
export const createWriteOut =
  (codes: Pick<AnswerCodes, 'codeFor'>) =>
  async ({ chat }: ChatAddress, { content, buttons, replyTo, venue }: OutgoingMessage): Promise<WhatsAppMessage> => {
    const choices = choicesOf(buttons.flat())
    const token = tokenOf(choices)
    const text = markedText(content)
    const asked = token === undefined ? '' : `\n\n${footer(chat, await codes.codeFor(chat, token), choices)}`
    return {
      text: `${text}${asked}`,
      ...(replyTo === undefined ? {} : { quote: replyTo }),
      ...(venue === undefined ? {} : { place: venue }),
    }
  }

const footer = (chat: string, code: string | null, choices: readonly Choice[]): string => {
  const how = isPrivate(chat) ? answerWithNumber(code) : replyWithNumber(code)
  return `${code === null ? how : how.replace(code, `*${code}*`)}\n${inWords(choices)}`
}
