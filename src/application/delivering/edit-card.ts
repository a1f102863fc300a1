import type { ChatHealth } from '../chat/chat-health.ts'
import type { ApplicationDeps } from '../context.ts'
import { CardGone, type Channel, ChannelError, ChatMoved, Permanent, RateLimited, Refused } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Card } from '../ports/deliveries.ts'
import type { RenderedCard } from '../ports/renderer.ts'
import type { Deliver } from '../relaying/deliver.ts'
import type { CalmChat } from '../storm/calm-chat.ts'
import { backoffMs, type Failures } from './failures.ts'
import { lookOf } from './look.ts'
import type { RenderDelivery } from './render-delivery.ts'

/** Brings a card up to date in every copy that we know; true when the chat may go on at once. */
export type CardEdit = (channel: Channel) => Promise<boolean>

/** Cards that lag behind what happened. */
export const createEditCard = (
  deps: ApplicationDeps,
  render: RenderDelivery,
  failures: Failures,
  health: ChatHealth,
  { cardAnew }: Deliver,
  calm: CalmChat,
) => {
  const { stores, machineClock, pacing, wakeUps, log } = deps

  const postpone = async (card: Card, waitMs: number): Promise<void> => {
    await stores.cards.postpone(card.id, machineClock.now() + waitMs)
    wakeUps.chat(card.chat, waitMs)
  }

  /** A card of its own that cannot be made or edited waits; the chat's others go on. */
  const failed = async (error: unknown, card: Card, chat: PairedChat): Promise<boolean> => {
    if (!(error instanceof ChannelError)) {
      log.error({ card: card.id, error }, 'a card could not be made')
      await postpone(card, backoffMs(5))
      return true
    }
    log.warn({ card: card.id, kind: error.kind, detail: error.detail }, 'a card was not edited')
    if (error instanceof RateLimited) {
      const wait = failures.pauseMs(error.retryAfterSeconds)
      await pacing.pause(chat.id, wait)
      await postpone(card, wait)
      return false
    }
    if (error instanceof Permanent || error instanceof Refused) {
      if (error instanceof Permanent) await health.isDown(chat, error.detail)
      await stores.cards.showed(card.id, card.wanted, null)
      return true
    }
    if (error instanceof ChatMoved) await health.moved(chat, error.newChat)
    await postpone(card, backoffMs(error instanceof ChatMoved ? 1 : 3))
    return false
  }

  /** False when this copy is gone: somebody deleted it. */
  const editCopy = async (channel: Channel, chat: PairedChat, messageId: string, to: RenderedCard) => {
    try {
      await channel.edit(chat.address, messageId, to.message)
      return true
    } catch (error) {
      if (!(error instanceof CardGone)) throw error
      return false
    }
  }

  /** Copies that are gone are forgotten; when it was the last one, the card comes anew. */
  const editCopies = async (channel: Channel, chat: PairedChat, card: Card, to: RenderedCard): Promise<void> => {
    const gone: string[] = []
    for (const messageId of card.messageIds) {
      if (!(await editCopy(channel, chat, messageId, to))) gone.push(messageId)
    }
    if (gone.length === card.messageIds.length) await cardAnew(card.assignment, chat, String(card.wanted))
    for (const messageId of gone) await stores.cards.forgetCopy(card.id, messageId)
    if (gone.length < card.messageIds.length) {
      await stores.cards.showed(card.id, card.wanted, to.refreshAt, { look: lookOf(to.message) })
      await calm.rest(card, chat)
    }
  }

  /** The edit that a lagging card needs; null when there is none to make. It is asked for before the chat's pace is. */
  return async (card: Card, chat: PairedChat): Promise<CardEdit | null> => {
    try {
      const rendered = card.messageIds.length ? await render.renderCard(card, false) : null
      // Nothing is shown yet: the alert that waits will show the present state. Or it looks so already.
      if (!rendered || lookOf(rendered.message) === card.look) {
        await stores.cards.showed(card.id, card.wanted, rendered?.refreshAt ?? null)
        return null
      }
      return async channel => {
        try {
          await editCopies(channel, chat, card, rendered)
          return true
        } catch (error) {
          return failed(error, card, chat)
        }
      }
    } catch (error) {
      await failed(error, card, chat)
      return null
    }
  }
}
