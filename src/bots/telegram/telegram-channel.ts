import type { Api, GrammyError } from 'grammy'
import type { Channel, ChatAddress, OutgoingMessage } from '../../application/ports/channel.ts'
import { classify, isTokenWrong, type Operation } from './errors.ts'
import { editOptions, sendOptions, wellFormed } from './to-telegram.ts'

/**
 * Telegram as a channel. Nothing is retried here: what a failure means is in its class, and what to do about it is
 * the sender's business (grammY's own retries would hide that a message may have been shown).
 */
export const createTelegramChannel = (api: Api, onTokenWrong: (error: GrammyError) => void): Channel => {
  const fail = (error: unknown, operation: Operation): void => {
    if (isTokenWrong(error)) onTokenWrong(error)
    const verdict = classify(error, operation)
    if (verdict !== 'done') throw verdict
  }
  return {
    name: 'telegram',
    async send(to: ChatAddress, message: OutgoingMessage) {
      try {
        const sent = await api.sendMessage(to.chat, wellFormed(message.content.text), sendOptions(to, message))
        return { messageId: String(sent.message_id) }
      } catch (error) {
        fail(error, 'send')
        throw error
      }
    },
    async edit(to: ChatAddress, messageId: string, message: OutgoingMessage) {
      try {
        await api.editMessageText(to.chat, Number(messageId), wellFormed(message.content.text), editOptions(message))
      } catch (error) {
        fail(error, 'edit')
      }
    },
  }
}
