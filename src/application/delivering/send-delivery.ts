import type { ApplicationDeps } from '../context.ts'
import type { OutgoingMessage } from '../ports/channel.ts'
import { type Channel, Refused } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Delivery } from '../ports/deliveries.ts'
import type { AfterSend } from './after-send.ts'
import type { Failures } from './failures.ts'
import type { RenderDelivery } from './render-delivery.ts'

/** Characters of the plain repeat of a message that the platform refused. */
const plainLength = 1000

/** A refused message goes once more, short and plain: an alert must not die of a formatting rule. */
const plain = (message: OutgoingMessage): OutgoingMessage => ({
  ...message,
  content: { text: message.content.text.slice(0, plainLength), spans: [] },
})

/** Sends one claimed delivery; true when the chat may go on at once. */
export const createSendDelivery = (
  { stores }: ApplicationDeps,
  render: RenderDelivery,
  after: AfterSend,
  failures: Failures,
) => {
  const sendOrPlain = async (channel: Channel, chat: PairedChat, message: OutgoingMessage) => {
    try {
      return await channel.send(chat.address, message)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return channel.send(chat.address, plain(message))
    }
  }

  return async (channel: Channel, chat: PairedChat, delivery: Delivery): Promise<boolean> => {
    try {
      const rendered = await render.renderDelivery(delivery, chat)
      if (!rendered) {
        await stores.deliveries.supersede([delivery.id])
        return true
      }
      const { messageId } = await sendOrPlain(channel, chat, rendered.message)
      await after.succeeded(delivery, rendered, messageId)
      return true
    } catch (error) {
      return failures.handle(error, delivery, chat)
    }
  }
}
