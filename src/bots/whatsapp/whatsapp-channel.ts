import type { Channel, ChatAddress, OutgoingMessage } from '../../application/ports/channel.ts'
import type { WhatsAppMessage, WhatsAppSession } from './session/session.ts'

/** Our message in WhatsApp's words: marks, the map's link, the numbers to answer with. May throw a `ChannelError`. */
export type WriteOut = (to: ChatAddress, message: OutgoingMessage) => Promise<WhatsAppMessage>

/** WhatsApp as a channel: as on Telegram, nothing is retried here, what a failure means is in its class. */
export const createWhatsAppChannel = (session: WhatsAppSession, writeOut: WriteOut): Channel => ({
  name: 'whatsapp',
  ready: () => session.health().status === 'linked',
  async send(to, message) {
    if (message.nod && message.replyTo !== undefined) {
      await session.react(to.chat, message.replyTo, message.content.text)
      return { messageId: `nod-${message.replyTo}` }
    }
    const { id } = await session.send(to.chat, await writeOut(to, message))
    return { messageId: id }
  },
  async edit(to, messageId, message) {
    const { text } = await writeOut(to, message)
    await session.edit(to.chat, messageId, text)
  },
  async isMember({ chat }, personId) {
    const members = await session.members(chat)
    return members?.includes(personId) ?? null
  },
  check: ({ chat }) => session.check(chat),
})
