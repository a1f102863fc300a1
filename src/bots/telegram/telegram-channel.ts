import type { Api, GrammyError } from 'grammy'
import type { Channel, ChatAddress, OutgoingMessage } from '../../application/ports/channel.ts'
import { classify, isTokenWrong, type Operation } from './errors.ts'
import type { BotIdentity } from './identity.ts'
import { hasStartLinks, withStartLinks } from './start-links.ts'
import { editOptions, sendOptions, venueOptions, wellFormed } from './to-telegram.ts'

/** Places in a chat that make a person one of its members; a restricted one may still be in it. */
const memberStatuses: readonly string[] = ['creator', 'administrator', 'member', 'restricted']

/**
 * Telegram as a channel. Nothing is retried here: what a failure means is in its class, and what to do about it is
 * the sender's business (grammY's own retries would hide that a message may have been shown).
 */
export const createTelegramChannel = (
  api: Api,
  identity: BotIdentity,
  onTokenWrong: (error: GrammyError) => void,
): Channel => {
  const fail = (error: unknown, operation: Operation): void => {
    if (isTokenWrong(error)) onTokenWrong(error)
    const verdict = classify(error, operation)
    if (verdict !== 'done') throw verdict
  }

  /** Asking for the bot's own name shows nobody anything: when it fails, the message surely was not sent. */
  const linked = async (message: OutgoingMessage): Promise<OutgoingMessage> => {
    if (!hasStartLinks(message)) return message
    try {
      const { username } = await identity.get()
      return withStartLinks(message, username)
    } catch (error) {
      fail(error, 'edit')
      throw error
    }
  }

  const show = (to: ChatAddress, message: OutgoingMessage): Promise<{ message_id: number }> => {
    const { venue } = message
    if (!venue) return api.sendMessage(to.chat, wellFormed(message.content.text), sendOptions(to, message))
    const [title, address] = [wellFormed(venue.title), wellFormed(venue.address)]
    return api.sendVenue(to.chat, venue.lat, venue.lng, title, address, venueOptions(to, message))
  }

  return {
    name: 'telegram',
    async send(to, message) {
      const complete = await linked(message)
      try {
        const sent = await show(to, complete)
        return { messageId: String(sent.message_id) }
      } catch (error) {
        fail(error, 'send')
        throw error
      }
    },
    async edit(to, messageId, message) {
      const { content, ...rest } = await linked(message)
      try {
        await api.editMessageText(
          to.chat,
          Number(messageId),
          wellFormed(content.text),
          editOptions({ content, ...rest }),
        )
      } catch (error) {
        fail(error, 'edit')
      }
    },
    async isMember({ chat }, personId) {
      if (!/^\d+$/.test(personId)) return null
      try {
        const member = await api.getChatMember(chat, Number(personId))
        return memberStatuses.includes(member.status) && (member.status !== 'restricted' || member.is_member)
      } catch (error) {
        const verdict = classify(error, 'edit')
        // Telegram answers about others for sure only to administrators.
        if (verdict !== 'done' && verdict.kind !== 'permanent' && verdict.kind !== 'refused') throw verdict
        return null
      }
    },
  }
}
