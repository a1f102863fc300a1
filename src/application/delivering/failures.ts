import type { ApplicationDeps } from '../context.ts'
import {
  Ambiguous,
  CardGone,
  ChannelError,
  ChatMoved,
  Permanent,
  RateLimited,
  Refused,
  Temporary,
} from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Delivery } from '../ports/deliveries.ts'
import type { AfterSend } from './after-send.ts'

/** Machine ms before attempt n+1: short first, never longer than half a minute. */
export const backoffMs = (attempt: number): number => Math.min(30_000, 500 * 2 ** Math.max(0, attempt - 1))

/** An alert that did not get through after this many tries also becomes a phone task; it is tried on all the same. */
const attemptsBeforePhone = 3

/** What to do next after a failed send, by the kind of failure. True: go on with this chat at once. */
export const createFailures = (deps: ApplicationDeps, after: AfterSend) => {
  const { stores, machineClock, serviceClock, pacing, wakeUps, log } = deps

  const tryAgain = async (delivery: Delivery, chat: PairedChat, waitMs: number, doubtful: boolean): Promise<false> => {
    await stores.deliveries.retry(delivery.id, delivery.attempt, { notBefore: machineClock.now() + waitMs, doubtful })
    if (delivery.attempt >= attemptsBeforePhone) await after.note(delivery, false)
    wakeUps.chat(chat.id, waitMs)
    return false
  }

  /** The platform's seconds are service seconds: a training clock that runs faster waits shorter. */
  const pauseMs = (seconds: number): number => Math.ceil((seconds * 1000) / Math.max(1, serviceClock.rate()))

  const handle = async (error: unknown, delivery: Delivery, chat: PairedChat): Promise<boolean> => {
    const fields = { deliveryId: delivery.id, chat: chat.id, attempt: delivery.attempt }
    if (!(error instanceof ChannelError)) {
      log.error({ ...fields, error }, 'a message could not be made')
      return tryAgain(delivery, chat, backoffMs(delivery.attempt), delivery.doubtful)
    }
    log.warn({ ...fields, kind: error.kind, detail: error.detail }, 'a message was not sent')
    if (error instanceof RateLimited) {
      const wait = pauseMs(error.retryAfterSeconds)
      await pacing.pause(chat.id, wait)
      await stores.deliveries.retry(delivery.id, delivery.attempt, {
        notBefore: machineClock.now() + wait,
        doubtful: delivery.doubtful,
      })
      wakeUps.chat(chat.id, wait)
      return false
    }
    if (error instanceof Temporary) return tryAgain(delivery, chat, backoffMs(delivery.attempt), delivery.doubtful)
    if (error instanceof Ambiguous) return tryAgain(delivery, chat, backoffMs(delivery.attempt), true)
    if (error instanceof ChatMoved) {
      await stores.chats.move(chat.id, { ...chat.address, chat: error.newChat })
      await stores.deliveries.retry(delivery.id, delivery.attempt, { notBefore: 0, doubtful: delivery.doubtful })
      return true
    }
    if (error instanceof Permanent) {
      await after.chatDown(chat, error.detail)
      await after.failed(delivery, error.detail)
      return true
    }
    if (error instanceof Refused || error instanceof CardGone) {
      await after.failed(delivery, error.detail)
      return true
    }
    throw error
  }

  return { handle, pauseMs }
}

export type Failures = ReturnType<typeof createFailures>
