import { Queue } from 'bullmq'
import type { Log } from '../application/ports/signals.ts'
import type { RedisConnections } from './connections.ts'
import { keyPrefix, type QueueName, queueNames } from './names.ts'

export type Queues = Readonly<Record<QueueName, Queue>>

/** Opens the queues on the shared asking connection. Nobody reads their event streams, so these stay short. */
export function openQueues({ asking }: RedisConnections, log: Log): Queues {
  const open = (name: QueueName): Queue => {
    const queue = new Queue(queueNames[name], {
      connection: asking,
      prefix: keyPrefix,
      streams: { events: { maxLen: 100 } },
    })
    return queue.on('error', error => log.debug({ queue: name, error: error.message }, 'queue failed'))
  }
  return {
    deliveries: open('deliveries'),
    inbox: open('inbox'),
    deliveriesWhatsApp: open('deliveriesWhatsApp'),
    inboxWhatsApp: open('inboxWhatsApp'),
    relay: open('relay'),
    due: open('due'),
  }
}

export async function closeQueues(queues: Queues): Promise<void> {
  await Promise.all(Object.values(queues).map(queue => queue.close()))
}

/**
 * Empties the queues, with the jobs that a killed process left half done: they would hold back the wake-ups of their
 * chats until their locks run out. For a start as the only process; the sweeps find the work again.
 */
export async function emptyQueues(queues: Queues): Promise<void> {
  await Promise.all(Object.values(queues).map(queue => queue.obliterate({ force: true })))
}
