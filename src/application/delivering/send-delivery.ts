import type { Channel } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Delivery } from '../ports/deliveries.ts'
import type { AfterSend } from './after-send.ts'
import type { Failures } from './failures.ts'
import { orPlain } from './plain.ts'
import type { RenderDelivery, Rendered } from './render-delivery.ts'

/** Makes the words of a delivery; what it returns sends them, once it is claimed. True when the chat may go on at once. */
export type PrepareDelivery = (
  delivery: Delivery,
  chat: PairedChat,
) => Promise<(channel: Channel, claimed: Delivery) => Promise<boolean>>

export const createPrepareDelivery = (
  render: RenderDelivery,
  after: AfterSend,
  failures: Failures,
): PrepareDelivery => {
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

  return async (delivery, chat) => {
    let rendered: Rendered | null
    try {
      rendered = await render.renderDelivery(asClaimed(delivery), chat)
    } catch (error) {
      return (_, claimed) => failures.notMade(error, claimed, chat)
    }
    if (rendered) return (channel, claimed) => sendRendered(channel, chat, claimed, rendered)
    return async (_, claimed) => {
      await after.failed(claimed, 'what it speaks of is gone')
      return true
    }
  }
}

/** A sender that went silent may have shown it: whoever takes it over says so. */
const asClaimed = (delivery: Delivery): Delivery => ({
  ...delivery,
  doubtful: delivery.doubtful || delivery.status === 'sending',
})

/** A doubtful alert of which a copy has turned up meanwhile (somebody pressed it) needs no repeat; news of a card does. */
const knownCopy = ({ doubtful, content }: Delivery, { card }: Rendered): string | undefined =>
  doubtful && !('follows' in content) ? card?.card.messageIds.at(-1) : undefined
