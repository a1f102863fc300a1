import type { Incident } from '../../dispatch/incident/incident.ts'
import type { ApplicationDeps } from '../context.ts'
import type { OutgoingMessage } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Card, Delivery } from '../ports/deliveries.ts'
import type { RenderedCard } from '../ports/renderer.ts'
import { cardId } from '../relaying/deliver.ts'
import type { Facts } from './facts.ts'

/** A delivery's message, and the card that it shows when it is an alert. */
export type Rendered = { message: OutgoingMessage; card?: { card: Card; refreshAt: number | null } }

/** Makes a delivery's words from the present state; null when what it speaks of no longer exists. */
export const createRenderDelivery = ({ stores, renderer, training }: ApplicationDeps, facts: Facts) => {
  const renderCard = async (card: Card, doubtful: boolean): Promise<RenderedCard | null> => {
    const loaded = await stores.incidents.load(card.incident)
    if (!loaded) return null
    return renderer.card(await facts.incidentFacts(loaded.state), card.assignment, card.token, {
      menu: card.menu ?? null,
      doubtful,
    })
  }

  const renderDelivery = async (delivery: Delivery, chat: PairedChat): Promise<Rendered | null> => {
    const { content } = delivery
    if (content.kind === 'notice') return { message: renderer.notice(delivery, training) }
    if (content.kind === 'deskPing') {
      const call = await stores.calls.load(content.call)
      return call && { message: renderer.callMessage(await facts.callFacts(call.state), delivery) }
    }
    if (content.kind === 'alert') {
      const card = await stores.cards.byId(cardId(content.assignment, chat))
      const rendered = card && (await renderCard(card, delivery.doubtful))
      return card && rendered ? { message: rendered.message, card: { card, refreshAt: rendered.refreshAt } } : null
    }
    const loaded = await stores.incidents.load(content.incident)
    if (!loaded || isStale(content, loaded.state)) return null
    return { message: renderer.incidentMessage(await facts.incidentFacts(loaded.state), delivery, chat.audience) }
  }

  return { renderCard, renderDelivery }
}

/** It says that the incident is closed, and somebody reopened it before it was sent. */
const isStale = ({ kind }: Delivery['content'], { phase }: Incident): boolean =>
  kind === 'closure' && phase.status !== 'closed' && phase.status !== 'archived'

export type RenderDelivery = ReturnType<typeof createRenderDelivery>
