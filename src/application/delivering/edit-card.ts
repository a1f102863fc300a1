import type { ChatHealth } from '../chat/chat-health.ts'
import type { ApplicationDeps } from '../context.ts'
import { CardGone, type Channel, EditClosed, Permanent, Refused } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Card } from '../ports/deliveries.ts'
import type { RenderedCard } from '../ports/renderer.ts'
import type { Deliver } from '../relaying/deliver.ts'
import type { CalmChat } from '../storm/calm-chat.ts'
import { nextCopy, withEdited } from './copies.ts'
import type { Failures } from './failures.ts'
import { createLaggingEdit } from './lagging-edit.ts'
import { lookOf } from './look.ts'
import { orPlain } from './plain.ts'
import type { RenderDelivery } from './render-delivery.ts'

/** Brings one copy of a card up to date: one request; true when the chat may go on at once. */
export type CardEdit = (channel: Channel) => Promise<boolean>

/** Cards that lag behind what happened. */
export const createEditCard = (
  deps: ApplicationDeps,
  render: RenderDelivery,
  failures: Failures,
  health: ChatHealth,
  { cardAnew, cardFollows }: Deliver,
  calm: CalmChat,
) => {
  const { stores, log } = deps

  /**
   * gone: this copy cannot be edited any more, somebody deleted it or the platform refuses it in any form. closed: it
   * stands there, but is too old to be edited.
   */
  const editCopy = async (channel: Channel, chat: PairedChat, messageId: string, to: RenderedCard) => {
    try {
      await orPlain(to.message, message => channel.edit(chat.address, messageId, message))
      return 'edited'
    } catch (error) {
      if (error instanceof EditClosed) return 'closed'
      if (error instanceof Refused) log.error({ chat: chat.id, detail: error.detail }, 'an edit is refused in any form')
      else if (!(error instanceof CardGone)) throw error
      return 'gone'
    }
  }

  /**
   * A copy that is gone is forgotten; when it was the last one, the card comes anew. Where the newest one is too old to be
   * edited, the news comes as a message that quotes it, and is what later news edits.
   */
  const edit = async (channel: Channel, chat: PairedChat, card: Card, copy: string, to: RenderedCard) => {
    const result = await editCopy(channel, chat, copy, to)
    if (result === 'closed' && copy === card.messageIds.at(-1)) {
      await cardFollows(card, chat, copy)
      return stores.cards.showed(card.id, card.wanted, to.refreshAt, { look: lookOf(to.message) })
    }
    if (result === 'gone') {
      if (card.messageIds.length === 1) await cardAnew(card.assignment, chat, String(card.wanted))
      return stores.cards.forgetCopy(card.id, copy)
    }
    const edited = withEdited(card, copy)
    if (nextCopy({ ...card, edited }) !== undefined) return stores.cards.copyShowed(card.id, edited)
    await stores.cards.showed(card.id, card.wanted, to.refreshAt, { look: lookOf(to.message) })
    await calm.rest(card, chat)
  }

  return createLaggingEdit(deps, failures, health, {
    log: { id: 'card', notMade: 'a card could not be made', notEdited: 'a card was not edited' },
    postpone: (id, notBefore) => stores.cards.postpone(id, notBefore),
    // asked for before the chat's pace is
    editOf: async (card: Card, chat) => {
      const rendered = card.messageIds.length ? await render.renderCard(card, false) : null
      const copy = nextCopy(card)
      // Nothing is shown yet: the alert that waits will show the present state. Or it looks so already.
      if (!rendered || copy === undefined || lookOf(rendered.message) === card.look) {
        const look = rendered ? { look: lookOf(rendered.message) } : undefined
        await stores.cards.showed(card.id, card.wanted, rendered?.refreshAt ?? null, look)
        return null
      }
      return channel => edit(channel, chat, card, copy, rendered)
    },
    isHopeless: error => error instanceof Permanent,
    // nothing can be shown there now; when the chat is back its cards are looked at again
    giveUp: card => stores.cards.showed(card.id, card.wanted, null),
  })
}
