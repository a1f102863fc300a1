import type { ApplicationDeps } from '../context.ts'
import { CardGone, type Channel, ChannelError, ChatMoved, Permanent, RateLimited, Refused } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Card } from '../ports/deliveries.ts'
import type { Deliver } from '../relaying/deliver.ts'
import type { AfterSend } from './after-send.ts'
import { backoffMs, type Failures } from './failures.ts'
import type { RenderDelivery } from './render-delivery.ts'

/** Brings a card that lags up to date in every copy that we know; true when the chat may go on at once. */
export const createEditCard = (
  deps: ApplicationDeps,
  render: RenderDelivery,
  after: AfterSend,
  failures: Failures,
  { deliver }: Deliver,
) => {
  const { stores, machineClock, pacing, wakeUps, log } = deps

  const postpone = async (card: Card, waitMs: number): Promise<false> => {
    await stores.cards.postpone(card.id, machineClock.now() + waitMs)
    wakeUps.chat(card.chat, waitMs)
    return false
  }

  const failed = async (error: unknown, card: Card, chat: PairedChat): Promise<boolean> => {
    if (!(error instanceof ChannelError)) {
      log.error({ card: card.id, error }, 'a card could not be made')
      return postpone(card, backoffMs(5))
    }
    log.warn({ card: card.id, kind: error.kind, detail: error.detail }, 'a card was not edited')
    if (error instanceof RateLimited) {
      const wait = failures.pauseMs(error.retryAfterSeconds)
      await pacing.pause(chat.id, wait)
      return postpone(card, wait)
    }
    if (error instanceof ChatMoved) {
      await stores.chats.move(chat.id, { ...chat.address, chat: error.newChat })
      return true
    }
    if (error instanceof CardGone) {
      await stores.cards.forgetCopies(card.id)
      const content = { kind: 'alert', incident: card.incident, assignment: card.assignment } as const
      await deliver(`${card.id}:again:${card.wanted}`, chat, content, card.token)
      return true
    }
    if (error instanceof Permanent || error instanceof Refused) {
      if (error instanceof Permanent) await after.chatDown(chat, error.detail)
      await stores.cards.showed(card.id, card.wanted, null)
      return true
    }
    return postpone(card, backoffMs(3))
  }

  return async (channel: Channel, chat: PairedChat, card: Card): Promise<boolean> => {
    const rendered = card.messageIds.length ? await render.renderCard(card, false) : null
    if (!rendered) {
      await stores.cards.showed(card.id, card.wanted, null)
      return true
    }
    try {
      for (const messageId of card.messageIds) await channel.edit(chat.address, messageId, rendered.message)
      await stores.cards.showed(card.id, card.wanted, rendered.refreshAt)
      return true
    } catch (error) {
      return failed(error, card, chat)
    }
  }
}
