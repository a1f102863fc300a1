import { isDeepStrictEqual } from 'node:util'
import { assignmentOf } from '../../dispatch/incident/incident.ts'
import { type Instant, system } from '../../dispatch/vocabulary.ts'
import type { TestState } from '../channel-tests/test-state.ts'
import type { ChatHealth } from '../chat/chat-health.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Delivery, DeliveryContent } from '../ports/deliveries.ts'
import type { Deliver } from '../relaying/deliver.ts'
import type { Recipients } from '../relaying/recipients.ts'
import type { CalmChat } from '../storm/calm-chat.ts'
import { lookOf } from './look.ts'
import { noteOf } from './note-of.ts'
import type { Rendered } from './render-delivery.ts'

/**
 * What follows a send. The incident hears of it before the delivery is marked sent: a crash between the two repeats a
 * message (marked as such) instead of losing the note.
 */
export const createAfterSend = (
  { stores, serviceClock, live }: ApplicationDeps,
  dispatcher: Dispatcher,
  recipients: Recipients,
  { alert, ping }: Deliver,
  health: ChatHealth,
  tests: Pick<TestState, 'sent' | 'failed'>,
  calm: CalmChat,
) => {
  /** What a digest says is heard of as if each had been sent by itself. */
  const noteItems = async (items: readonly string[], sent: boolean): Promise<void> => {
    for (const id of items) {
      const item = await stores.deliveries.byId(id)
      if (item) await note(item, sent)
    }
  }

  const note = async (delivery: Delivery, sent: boolean): Promise<void> => {
    if (delivery.content.kind === 'digest') return noteItems(delivery.content.items, sent)
    const command = noteOf(delivery.content, sent)
    if (!command || (!sent && (await othersTry(delivery)))) return
    const from = { commandId: `${sent ? 'sent' : 'failed'}:${delivery.id}`, by: system }
    await dispatcher.incident(command.incident, command.what, from)
  }

  /** How the control room's own messages fare is on its page; alerts and closures tell the incident itself. */
  const showState = ({ content }: Delivery, centre: string): void => {
    if (content.kind === 'message') live.publish({ centre, topic: 'delivery', id: content.incident })
  }

  /** The message stands in the chat; a chat that we took for dead is none. */
  const shown = async (delivery: Delivery, chat: PairedChat, messageId: string): Promise<void> => {
    if (delivery.content.kind !== 'update' || mayBePhoned(delivery, chat, serviceClock.now()))
      await note(delivery, true)
    await tests.sent(delivery)
    await stores.deliveries.sent(delivery.id, delivery.attempt, serviceClock.now(), messageId)
    showState(delivery, chat.centre)
    await health.isBack(chat)
  }

  /** Whether the same goes to somebody else of that rung, or to another chat of the agency, who may still get it. */
  const othersTry = async ({ id, content }: Delivery): Promise<boolean> => {
    if (content.kind === 'alert' && content.to === undefined) return false
    if (content.kind !== 'alert' && content.kind !== 'update') return false
    const all = await stores.deliveries.forIncident(content.incident)
    return all.some(other => other.id !== id && other.status !== 'failed' && isSame(other.content, content))
  }

  const succeeded = async (
    delivery: Delivery,
    chat: PairedChat,
    rendered: Rendered,
    messageId: string,
  ): Promise<void> => {
    if (rendered.card) {
      const { card, refreshAt } = rendered.card
      // A doubtful one says so, and earlier copies look as they did: the next change edits them all.
      const sure = !delivery.doubtful && !card.messageIds.length
      const look = sure ? lookOf(rendered.message) : null
      await stores.cards.showed(card.id, card.wanted, refreshAt, { look, copy: messageId })
      await calm.rest(card, chat)
    }
    if (rendered.live) {
      const { message, refreshAt } = rendered.live
      const look = delivery.doubtful ? null : lookOf(rendered.message)
      await stores.liveMessages.showed(message, message.wanted, { look, refreshAt, copy: messageId })
    }
    await shown(delivery, chat, messageId)
  }

  /**
   * Will not be sent here. An alert goes to the agency's other chat, else a person is told to phone at once; a ping goes
   * to whoever is the next that supervises.
   */
  const failed = async (delivery: Delivery, failure: string): Promise<void> => {
    await pingElsewhere(delivery)
    await tellElsewhere(delivery)
    if (!(await alertElsewhere(delivery))) await note(delivery, false)
    await tests.failed(delivery, failure)
    await stores.deliveries.fail(delivery.id, delivery.attempt, failure)
    const chat = await stores.chats.byId(delivery.chat)
    if (chat) showState(delivery, chat.centre)
  }

  /** False when the agency has no other chat that works, or it was asked before. */
  const alertElsewhere = async ({ chat, content }: Delivery): Promise<boolean> => {
    if (content.kind !== 'alert' || content.to !== undefined) return false
    const incident = (await stores.incidents.load(content.incident))?.state
    const assignment = incident && assignmentOf(incident, content.assignment)
    if (!incident || assignment?.standing.status !== 'alerting') return false
    const other = await recipients.assignmentChat(incident, assignment.id)
    if (!other || other.id === chat || other.health.status === 'down') return false
    return alert(incident.id, assignment.id, other)
  }

  /** Who got it already does not get it twice: the ids are the same. */
  const pingElsewhere = async ({ id, chat, content, token }: Delivery): Promise<void> => {
    // without a token it went to whoever has the incident, who sees it on the page
    if ((content.kind !== 'clockPing' && content.kind !== 'helpPing') || token === undefined) return
    const from = await stores.chats.byId(chat)
    if (from?.audience.kind !== 'user') return
    const incident = (await stores.incidents.load(content.incident))?.state
    if (!incident) return
    const effect = id.slice(0, -`:${chat}`.length)
    for (const other of await recipients.supervisorsOnDuty(incident.centre)) await ping(effect, other, content)
  }

  /** What only this message said, or would have said, reaches others too. */
  const tellElsewhere = async (delivery: Pick<Delivery, 'id' | 'chat'>): Promise<void> => {
    for (const said of await stores.deliveries.digestedBy(delivery)) await pingElsewhere(said)
  }

  return { succeeded, shown, failed, note, tellElsewhere }
}

export type AfterSend = ReturnType<typeof createAfterSend>

/** An update that waited so long, ms of service time, may have waited for a channel that was lost. */
const lateMs = 30_000

/** Only an update that was late, or went to a chat that was taken for dead, can have made somebody phone. */
const mayBePhoned = ({ attempt, createdAt }: Delivery, { health }: PairedChat, now: Instant): boolean =>
  attempt > 1 || health.status === 'down' || now - createdAt >= lateMs

/** Says the same of the same assignment, in another chat. */
const isSame = (one: DeliveryContent, other: DeliveryContent): boolean => isDeepStrictEqual(one, other)
