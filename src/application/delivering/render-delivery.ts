import type { Incident } from '../../dispatch/incident/incident.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'
import type { TestState } from '../channel-tests/test-state.ts'
import type { ApplicationDeps } from '../context.ts'
import type { OutgoingMessage } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Card, Delivery } from '../ports/deliveries.ts'
import type { LiveMessage } from '../ports/live-messages.ts'
import type { DigestItem, RenderedCard } from '../ports/renderer.ts'
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

type Content = Omit<Rendered, 'live'> & { refreshAt?: Instant }
type ListContent = Exclude<Delivery['content'], { incident: string }>

/** How often the board of a storm is looked at, ms of service time: it is edited when it looks different. */
const stormLookMs = 15_000

/** Makes a delivery's words from the present state; null when what it speaks of no longer exists. */
export const createRenderDelivery = (
  { stores, renderer, training }: ApplicationDeps,
  facts: Facts,
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

  /** Items whose incident is gone are left out. */
  const digestFacts = async (items: readonly string[]): Promise<DigestItem[]> => {
    const found: DigestItem[] = []
    for (const id of items) {
      const item = await stores.deliveries.byId(id)
      const incident = item && 'incident' in item.content && (await stores.incidents.load(item.content.incident))
      if (item && incident) found.push({ facts: await facts.incidentFacts(incident.state), content: item.content })
    }
    return found
  }

  /** Messages that speak of no single incident. */
  const renderList = async (content: ListContent, delivery: Delivery, chat: PairedChat): Promise<Content | null> => {
    switch (content.kind) {
      case 'notice':
        return { message: renderer.notice(delivery, training) }
      case 'nod':
        return { message: renderer.nod(delivery) }
      case 'channelNews':
        return { message: renderer.channelNews(delivery, training) }
      case 'digest':
        return { message: renderer.digest(await digestFacts(content.items), delivery, training) }
      case 'deskPing': {
        const desk = await facts.deskFacts(chat.centre)
        const late = desk.overdue.length ? { refreshAt: desk.now + deskLookMs } : {}
        return { message: renderer.deskMessage(desk, delivery), ...late }
      }
      case 'channelTest':
        return renderTest(content.test, delivery, chat)
      case 'stormBoard':
      case 'stormOver': {
        const storm = await facts.stormFacts(content.centre, content.since)
        const goesOn = content.kind === 'stormBoard' && storm.endedAt === null
        return { message: renderer.storm(storm, delivery), ...(goesOn && { refreshAt: storm.now + stormLookMs }) }
      }
    }
  }

  const renderContent = async (delivery: Delivery, chat: PairedChat): Promise<Content | null> => {
    const { content } = delivery
    if (!('incident' in content)) return renderList(content, delivery, chat)
    if (content.kind === 'alert') {
      const card = await stores.cards.byId(cardId(content.assignment, chat))
      const rendered = card && (await renderCard(card, delivery.doubtful))
      if (!card || !rendered) return null
      const quote = content.follows === undefined ? {} : { replyTo: content.follows }
      return { message: { ...rendered.message, ...quote }, card: { card, refreshAt: rendered.refreshAt } }
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
