import type { ServiceClock } from '../application/ports/clocks.ts'
import type { Log, WakeUps } from '../application/ports/signals.ts'
import { drainChat } from './jobs/drain-chat.ts'
import { fireDue } from './jobs/fire-due.ts'
import { jobOptions, type WakeUpJob } from './jobs/job.ts'
import { relayEffects } from './jobs/relay-effects.ts'
import { wakeChat } from './jobs/wake-chat.ts'
import { workInbox } from './jobs/work-inbox.ts'
import { isServed, type QueueName, servedQueues } from './names.ts'
import type { Queues } from './queues.ts'

/** Nothing sleeps longer, machine ms: a clock that is held or set is asked again after this time at the latest. */
export const longestDelayMs = 60_000

export interface QueuedWakeUps extends WakeUps {
  /** a chat whose pause is over, or whose place in the pace is reached: it goes before those that only come to ask */
  chatInTurn(chat: string): void
  /** wake-ups that Redis has not confirmed yet */
  unconfirmed(): number
  /** how many were asked for since the start */
  asked(): number
}

const withinReason = (delayMs: number) => Math.ceil(Math.min(Math.max(delayMs, 0), longestDelayMs))

/** Wake-ups through the queue. A failure is logged and forgotten: the sweeps find what it left. */
export function createWakeUps(queues: Queues, clock: ServiceClock, log: Log): QueuedWakeUps {
  let unconfirmed = 0
  let asked = 0

  const add = async <Data>(
    job: WakeUpJob<Data>,
    data: Data,
    { delayMs = 0, queue = job.queue, first = false }: { delayMs?: number; queue?: QueueName; first?: boolean } = {},
  ): Promise<void> => {
    unconfirmed += 1
    asked += 1
    try {
      await queues[queue].add(job.name, data, { ...jobOptions(job, data, withinReason(delayMs)), lifo: first })
    } catch (error) {
      log.debug(
        { job: job.name, error: error instanceof Error ? error.message : String(error) },
        'wake-up was not queued',
      )
    } finally {
      unconfirmed -= 1
    }
  }

  return {
    chat: (chat, delayMs = 0, servedBy) => {
      if (servedBy && isServed(servedBy)) {
        void add(drainChat, { chat }, { queue: servedQueues[servedBy].deliveries })
        return
      }
      const delay = withinReason(delayMs)
      // BullMQ counts delays from Date.now(), so this is the clock to compare them on
      void (delay > 0 ? add(wakeChat, { chat, at: Date.now() + delay }, { delayMs: delay }) : add(drainChat, { chat }))
    },
    chatInTurn: chat => void add(drainChat, { chat }, { first: true }),
    inbox: (channel, chat) =>
      void add(workInbox, { channel, chat }, isServed(channel) ? { queue: servedQueues[channel].inbox } : {}),
    relay: (aggregate, id) => void add(relayEffects, { aggregate, id }),
    due: (aggregate, id, at) => void add(fireDue, { aggregate, id, at }, { delayMs: clock.delayUntil(at) }),
    unconfirmed: () => unconfirmed,
    asked: () => asked,
  }
}
