import type { Incident } from '../../dispatch/incident/incident.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'
import type { TestState } from '../channel-tests/test-state.ts'
import type { ApplicationDeps } from '../context.ts'
import type { OutgoingMessage } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Card, Delivery } from '../ports/deliveries.ts'
import type { LiveMessage } from '../ports/live-messages.ts'
import type { RenderedCard } from '../ports/renderer.ts'
import { cardId, liveIdOf } from '../relaying/deliver.ts'
import type { Facts } from './facts.ts'

/** A delivery's message, and the card that it shows when it is an alert. */
export interface Rendered {
  message: OutgoingMessage
  card?: { card: Card; refreshAt: Instant | null }
  /** the live message that it is from now on */
  live?: { message: LiveMessage; refreshAt: Instant | null }
}

/** How long a list of what is late stays without another look, ms of service time: whatever a crash forgot shows then. */
const deskLookMs = 60_000

/** Makes a delivery's words from the present state; null when what it speaks of no longer exists. */
export const createRenderDelivery = (
  { stores, renderer, training }: ApplicationDeps,
  facts: Pick<Facts, 'incidentFacts' | 'deskFacts'>,
  tests: Pick<TestState, 'factsOf'>,
) => {
  const renderCard = async (card: Card, doubtful: boolean): Promise<RenderedCard | null> => {
    const loaded = await stores.incidents.load(card.incident)
    if (!loaded) return null
    return renderer.card(await facts.incidentFacts(loaded.state), card.assignment, card.token, {
      menu: card.menu ?? null,
      doubtful,
    })
  }

  /** The live message is read before what it tells: a change in between makes it lag. */
  const renderDelivery = async (delivery: Delivery, chat: PairedChat): Promise<Rendered | null> => {
    const liveId = liveIdOf(delivery.content, chat)
    const message = liveId === null ? null : await stores.liveMessages.byId(liveId)
    const rendered = await renderContent(delivery, chat)
    if (!rendered || message?.delivery !== delivery.id) return rendered
    return { ...rendered, live: { message, refreshAt: rendered.refreshAt ?? null } }
  }

  /** It closes by itself when the test's time is up. */
  const renderTest = async (test: string, delivery: Delivery, chat: PairedChat) => {
    const state = await tests.factsOf(test, chat)
    if (!state) return null
    return { message: renderer.testMessage(state, delivery), ...(state.ended ? {} : { refreshAt: state.endsAt }) }
  }

  const renderDesk = async (delivery: Delivery, chat: PairedChat) => {
    const desk = await facts.deskFacts(chat.centre)
    const late = desk.overdue.length ? { refreshAt: desk.now + deskLookMs } : {}
    return { message: renderer.deskMessage(desk, delivery), ...late }
  }

  const renderContent = async (
    delivery: Delivery,
    chat: PairedChat,
  ): Promise<(Omit<Rendered, 'live'> & { refreshAt?: Instant }) | null> => {
    const { content } = delivery
    if (content.kind === 'notice') return { message: renderer.notice(delivery, training) }
    if (content.kind === 'channelNews') return { message: renderer.channelNews(delivery, training) }
    if (content.kind === 'deskPing') return renderDesk(delivery, chat)
    if (content.kind === 'channelTest') return renderTest(content.test, delivery, chat)
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
