import type { ChatHealth } from '../chat/chat-health.ts'
import type { ApplicationDeps } from '../context.ts'
import { Ambiguous, ChannelError, ChatMoved, Permanent, RateLimited, Temporary } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Delivery } from '../ports/deliveries.ts'
import type { AfterSend } from './after-send.ts'
import { createPaces } from './paces.ts'
import { pauseMs } from './pause-ms.ts'

/** Machine ms before attempt n+1: short first, never longer than half a minute. */
export const backoffMs = (attempt: number): number => Math.min(30_000, 500 * 2 ** Math.max(0, attempt - 1))

/**
 * What did not get through after this many tries may have a fault of its own: it lets the others pass, and an alert
 * also becomes a phone task. It is tried on all the same.
 */
const triesInTurn = 3

/** What to do next after a failed send, by the kind of failure. True: go on with this chat at once. */
export const createFailures = (deps: ApplicationDeps, after: AfterSend, health: ChatHealth) => {
  const { stores, machineClock, serviceClock, wakeUps, log } = deps
  const paces = createPaces(deps)

  const tryAgain = async (
    delivery: Delivery,
    chat: PairedChat,
    { doubtful = delivery.doubtful, aside = delivery.attempt >= triesInTurn } = {},
  ): Promise<boolean> => {
    const wait = backoffMs(delivery.attempt)
    const notBefore = machineClock.now() + wait
    if (delivery.attempt >= triesInTurn) await after.note(delivery, false)
    await stores.deliveries.retry(delivery.id, delivery.attempt, { notBefore, doubtful, aside })
    wakeUps.chat(chat.id, wait)
    return aside
  }

  /**
   * The platform wants this chat to wait: kept in the database too, so that no other process, no wiped Redis and no newer
   * message of the chat tries earlier. Returns machine ms.
   */
  const pause = async (chat: PairedChat, limited: RateLimited): Promise<number> => {
    const wait = pauseMs(limited, serviceClock)
    await stores.chats.pause(chat.id, machineClock.now() + wait)
    await paces.of(chat.channel).pause(chat.id, wait)
    return wait
  }

  const fieldsOf = (delivery: Delivery, chat: PairedChat) => ({
    deliveryId: delivery.id,
    chat: chat.id,
    attempt: delivery.attempt,
  })

  /** Our own fault, and this message's only: nothing was sent, and nothing waits behind it. */
  const notMade = (error: unknown, delivery: Delivery, chat: PairedChat): Promise<boolean> => {
    log.error({ ...fieldsOf(delivery, chat), error }, 'a message could not be made')
    return tryAgain(delivery, chat, { aside: true })
  }

  const notSent = async (error: unknown, delivery: Delivery, chat: PairedChat): Promise<boolean> => {
    const fields = fieldsOf(delivery, chat)
    if (!(error instanceof ChannelError)) {
      log.error({ ...fields, error }, 'a message was lost sight of while it was sent')
      return tryAgain(delivery, chat, { doubtful: true })
    }
    log.warn({ ...fields, kind: error.kind, detail: error.detail }, 'a message was not sent')
    if (error instanceof RateLimited) {
      const wait = await pause(chat, error)
      await stores.deliveries.retry(delivery.id, delivery.attempt, {
        notBefore: machineClock.now() + wait,
        doubtful: delivery.doubtful,
      })
      wakeUps.chat(chat.id, wait)
      return false
    }
    if (error instanceof Temporary) return tryAgain(delivery, chat)
    if (error instanceof Ambiguous) return tryAgain(delivery, chat, { doubtful: true })
    if (error instanceof ChatMoved) {
      await health.moved(chat, error.newChat)
      if (delivery.attempt >= triesInTurn) return tryAgain(delivery, chat)
      await stores.deliveries.retry(delivery.id, delivery.attempt, { notBefore: 0, doubtful: delivery.doubtful })
      return true
    }
    if (error instanceof Permanent) await health.isDown(chat, error.detail)
    await after.failed(delivery, error.detail)
    return true
  }

  return { notMade, notSent, pause }
}

export type Failures = ReturnType<typeof createFailures>
