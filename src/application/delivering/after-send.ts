import { system } from '../../dispatch/vocabulary.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Delivery } from '../ports/deliveries.ts'
import type { Rendered } from './render-delivery.ts'

/**
 * What follows a send. The incident hears of it before the delivery is marked sent: a crash between the two repeats a
 * message (marked as such) instead of losing the note.
 */
export const createAfterSend = (deps: ApplicationDeps, dispatcher: Dispatcher) => {
  const { stores, serviceClock, live } = deps

  const note = async (delivery: Delivery, sent: boolean): Promise<void> => {
    const { content } = delivery
    const from = { commandId: `${sent ? 'sent' : 'failed'}:${delivery.id}`, by: system }
    if (content.kind === 'alert') {
      const result = sent ? 'sent' : 'unreachable'
      await dispatcher.incident(
        content.incident,
        { type: 'NoteDelivery', assignment: content.assignment, result },
        from,
      )
    } else if (content.kind === 'closure') {
      const result = sent ? 'sent' : 'failed'
      await dispatcher.incident(content.incident, { type: 'NoteClosure', assignment: content.assignment, result }, from)
    }
  }

  const succeeded = async (delivery: Delivery, rendered: Rendered, messageId: string): Promise<void> => {
    if (rendered.card) {
      const { card, refreshAt } = rendered.card
      await stores.cards.addCopy(card.id, messageId)
      await stores.cards.showed(card.id, card.wanted, refreshAt)
    }
    await note(delivery, true)
    await stores.deliveries.sent(delivery.id, delivery.attempt, serviceClock.now(), messageId)
  }

  /** Will not be sent: whoever waits for it hears so at once, and a person is told to phone. */
  const failed = async (delivery: Delivery, failure: string): Promise<void> => {
    await note(delivery, false)
    await stores.deliveries.fail(delivery.id, delivery.attempt, failure)
  }

  const chatDown = async (chat: PairedChat, detail: string): Promise<void> => {
    if (chat.health.status !== 'down') {
      await stores.chats.setHealth(chat.id, { status: 'down', detail, since: serviceClock.now() })
    }
    live.publish({ centre: chat.centre, topic: 'channel', id: chat.id })
  }

  return { succeeded, failed, chatDown, note }
}

export type AfterSend = ReturnType<typeof createAfterSend>
