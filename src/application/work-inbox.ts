import type { ApplicationDeps } from './context.ts'
import type { ChannelName } from './ports/channel.ts'
import type { InboundHandler } from './ports/inbox.ts'

/** After so many failures an update is set aside (and shown on the health page), so that its chat can go on. */
const maxAttempts = 5

/** Works a chat's stored updates in their order. A refusal is an answer; only a fault is tried again. */
export const createWorkInbox =
  (
    { stores, machineClock, wakeUps, log }: Pick<ApplicationDeps, 'stores' | 'machineClock' | 'wakeUps' | 'log'>,
    handlers: ReadonlyMap<ChannelName, InboundHandler>,
  ) =>
  async (channel: ChannelName, chat: string): Promise<void> => {
    const handler = handlers.get(channel)
    if (!handler) return
    for (;;) {
      const entry = await stores.inbox.next(channel, chat, machineClock.now())
      if (!entry) return
      try {
        await handler.work(entry)
        await stores.inbox.done(entry.id)
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error)
        const wait = 500 * 2 ** entry.attempts
        const next = await stores.inbox.failedOnce(entry.id, failure, machineClock.now() + wait, maxAttempts)
        log.error({ inboxId: entry.id, next, error }, 'an update could not be worked')
        if (next === 'retry') return
        wakeUps.inbox(channel, chat)
      }
    }
  }
