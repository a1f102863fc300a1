import type { ApplicationDeps } from './context.ts'
import { pauseMs } from './delivering/pause-ms.ts'
import { type ChannelName, RateLimited } from './ports/channel.ts'
import type { InboundHandler, InboxEntry } from './ports/inbox.ts'

/** After so many failures an update is set aside (and shown on the health page), so that its chat can go on. */
const maxAttempts = 5

/** Works a chat's stored updates in their order. A refusal is an answer; only a fault is tried again. */
export const createWorkInbox = (
  {
    stores,
    serviceClock,
    machineClock,
    wakeUps,
    log,
  }: Pick<ApplicationDeps, 'stores' | 'serviceClock' | 'machineClock' | 'wakeUps' | 'log'>,
  handlers: ReadonlyMap<ChannelName, InboundHandler>,
) => {
  /** Machine ms: an answer that the platform wants to wait is never tried earlier. */
  const waitAfter = (error: unknown, attempts: number): number =>
    error instanceof RateLimited ? pauseMs(error, serviceClock) : 500 * 2 ** attempts

  /** False when the chat has to wait for this one's next try. */
  const failed = async (entry: InboxEntry, error: unknown): Promise<boolean> => {
    const failure = error instanceof Error ? error.message : String(error)
    const notBefore = machineClock.now() + waitAfter(error, entry.attempts)
    const next = await stores.inbox.failedOnce(entry.id, failure, notBefore, maxAttempts)
    log.error({ inboxId: entry.id, next, error }, 'an update could not be worked')
    return next !== 'retry'
  }

  return async (channel: ChannelName, chat: string): Promise<void> => {
    const handler = handlers.get(channel)
    if (!handler) return
    for (;;) {
      const entry = await stores.inbox.next(channel, chat, machineClock.now())
      if (!entry) return
      try {
        await handler.work(entry)
        await stores.inbox.done(entry.id)
      } catch (error) {
        if (!(await failed(entry, error))) return
        wakeUps.inbox(channel, chat)
      }
    }
  }
}
