import type { Channel } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Delivery } from '../ports/deliveries.ts'
import type { AfterSend } from './after-send.ts'
import type { Failures } from './failures.ts'
import { orPlain } from './plain.ts'
import type { RenderDelivery, Rendered } from './render-delivery.ts'

/** Sends one claimed delivery; true when the chat may go on at once. */
export const createSendDelivery = (render: RenderDelivery, after: AfterSend, failures: Failures) => {
  const sendRendered = async (
    channel: Channel,
    chat: PairedChat,
    delivery: Delivery,
    rendered: Rendered,
  ): Promise<boolean> => {
    try {
      const copy = knownCopy(delivery, rendered)
      if (copy !== undefined) await after.shown(delivery, chat, copy)
      else {
        const { messageId } = await orPlain(rendered.message, message => channel.send(chat.address, message))
        await after.succeeded(delivery, chat, rendered, messageId)
      }
      return true
    } catch (error) {
      return failures.notSent(error, delivery, chat)
    }
  }

  return async (channel: Channel, chat: PairedChat, delivery: Delivery): Promise<boolean> => {
    let rendered: Rendered | null
    try {
      rendered = await render.renderDelivery(delivery, chat)
    } catch (error) {
      return failures.notMade(error, delivery, chat)
    }
    if (rendered) return sendRendered(channel, chat, delivery, rendered)
    await after.failed(delivery, 'what it speaks of is gone')
    return true
  }
}

/** A doubtful alert of which a copy has turned up meanwhile (somebody pressed it) needs no repeat; news of a card does. */
const knownCopy = ({ doubtful, content }: Delivery, { card }: Rendered): string | undefined =>
  doubtful && !('follows' in content) ? card?.card.messageIds.at(-1) : undefined
