import type { Api, GrammyError } from 'grammy'
import {
  type Channel,
  ChannelError,
  type ChatAddress,
  type OutgoingMessage,
  Permanent,
  Temporary,
} from '../../application/ports/channel.ts'
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

  /** Whether the group lets the bot write: its own rights, else those of every member. */
  const mayWrite = async (chat: string): Promise<boolean> => {
    const { id } = await identity.get()
    const me = await api.getChatMember(chat, id)
    if (me.status === 'restricted') return me.is_member && me.can_send_messages
    if (me.status === 'administrator' || me.status === 'creator') return true
    if (me.status !== 'member') return false
    const { permissions } = await api.getChat(chat)
    return permissions?.can_send_messages !== false
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
    /**
     * "typing…" is refused by what refuses a message (kicked, blocked, deleted, moved: the Bot API server asks for write
     * access), sounds nowhere and goes by itself. Rights in a group it does not prove: those are asked for. A closed topic
     * shows only when a message is sent.
     */
    async check({ chat, thread }) {
      try {
        await api.sendChatAction(chat, 'typing', thread === undefined ? {} : { message_thread_id: thread })
        if (chat.startsWith('-') && !(await mayWrite(chat))) throw new Permanent('no right to send messages')
      } catch (error) {
        if (error instanceof ChannelError) throw error
        // a wrong token says nothing about the chat
        if (isTokenWrong(error)) {
          onTokenWrong(error)
          throw new Temporary(`${error.error_code} ${error.description}`)
        }
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
