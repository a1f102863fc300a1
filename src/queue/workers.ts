import { DelayedError, type Job, type Processor, Worker } from 'bullmq'
import type { ChannelName } from '../application/ports/channel.ts'
import type { ServiceClock } from '../application/ports/clocks.ts'
import type { Log } from '../application/ports/signals.ts'
import type { RedisConnections } from './connections.ts'
import type { AggregateKind } from './jobs/aggregate.ts'
import { drainChat } from './jobs/drain-chat.ts'
import { fireDue } from './jobs/fire-due.ts'
import { relayEffects } from './jobs/relay-effects.ts'
import { wakeChat } from './jobs/wake-chat.ts'
import { workInbox } from './jobs/work-inbox.ts'
import { keyPrefix, type QueueName, queueNames } from './names.ts'
import { longestDelayMs, type QueuedWakeUps } from './wake-ups.ts'

/** What is done when somebody is woken. May throw: it is logged, and a sweep wakes again. */
export interface WakeUpHandlers {
  drainChat(chat: string): Promise<unknown>
  workInbox(channel: ChannelName, chat: string): Promise<unknown>
  relay(aggregate: AggregateKind, id: string): Promise<unknown>
  fireDue(aggregate: AggregateKind, id: string): Promise<unknown>
}

export interface WorkerOptions {
  connections: RedisConnections
  handlers: WakeUpHandlers
  wakeUps: QueuedWakeUps
  clock: ServiceClock
  log: Log
  /** the queues that this process takes */
  queues: readonly QueueName[]
  /** how many jobs of a queue are worked at once in this process */
  concurrency?: Concurrency
}

export type Concurrency = Partial<Record<QueueName, number>>

export interface Workers {
  /** jobs that handlers of this process are working on */
  busy(): number
  /** how many jobs they have begun since the start */
  begun(): number
  /** takes no new jobs, waits for those under way */
  close(): Promise<void>
}

const usualConcurrency: Record<QueueName, number> = {
  deliveries: 32,
  inbox: 16,
  deliveriesWhatsApp: 32,
  inboxWhatsApp: 16,
  relay: 8,
  due: 8,
}

/**
 * A killed process' jobs are taken over after at most the lock and two looks for stalled ones. Working a job twice is
 * harmless (claims and versions guard every step), so a busy process may lose a lock without harm as well.
 */
const takeOver = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 1_000 } as const

/** Starts one worker a queue. @returns once they wait for jobs */
export async function startWorkers(options: WorkerOptions): Promise<Workers> {
  const { connections, queues, log, concurrency } = options
  let busy = 0
  let begun = 0

  const start = (queue: QueueName, process: Processor): Worker => {
    const counted: Processor = async (job, token) => {
      busy += 1
      begun += 1
      try {
        return await process(job, token)
      } finally {
        busy -= 1
      }
    }
    const worker = new Worker(queueNames[queue], counted, {
      connection: connections.working,
      prefix: keyPrefix,
      concurrency: concurrency?.[queue] ?? usualConcurrency[queue],
      ...takeOver,
    })
    worker.on('error', error => log.debug({ queue, error: error.message }, 'queue worker failed'))
    worker.on('failed', (job, error) => log.warn({ queue, job: job?.name, error: error.message }, 'wake-up failed'))
    return worker
  }

  const processors = processorsOf(options)
  const workers = queues.map(queue => start(queue, processors[queue]))
  await Promise.all(workers.map(worker => worker.waitUntilReady()))
  return {
    busy: () => busy,
    begun: () => begun,
    close: async () => {
      await Promise.all(workers.map(worker => worker.close()))
    },
  }
}

function processorsOf({ handlers, wakeUps, clock }: WorkerOptions): Record<QueueName, Processor> {
  const timed: Record<string, (job: Job, token?: string) => Promise<unknown>> = {
    [wakeChat.name]: async job => {
      wakeUps.chatInTurn(wakeChat.data.parse(job.data).chat)
    },
    [fireDue.name]: async (job, token) => {
      const { aggregate, id, at } = fireDue.data.parse(job.data)
      const early = clock.delayUntil(at)
      if (early <= 0) return handlers.fireDue(aggregate, id)
      await job.moveToDelayed(Date.now() + Math.ceil(Math.min(early, longestDelayMs)), token)
      throw new DelayedError()
    },
  }
  const drain: Processor = job => handlers.drainChat(drainChat.data.parse(job.data).chat)
  const inbox: Processor = job => {
    const { channel, chat } = workInbox.data.parse(job.data)
    return handlers.workInbox(channel, chat)
  }
  return {
    deliveries: drain,
    inbox,
    deliveriesWhatsApp: drain,
    inboxWhatsApp: inbox,
    relay: job => {
      const { aggregate, id } = relayEffects.data.parse(job.data)
      return handlers.relay(aggregate, id)
    },
    due: (job, token) => {
      const process = timed[job.name]
      if (!process) throw new Error(`unknown job ${job.name}`)
      return process(job, token)
    },
  }
}
