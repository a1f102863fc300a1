import type { ServiceClock } from '../application/ports/clocks.ts'
import type { LiveFeed, Log, Pacing, WakeUps } from '../application/ports/signals.ts'
import { connectRedis } from './connections.ts'
import { openLiveFeed } from './live-feed.ts'
import { commonQueues, type QueueName, queueNames, type ServedChannel, servedQueues } from './names.ts'
import { createPacing } from './pacing.ts'
import { closeQueues, emptyQueues, openQueues } from './queues.ts'
import { createWakeUps } from './wake-ups.ts'
import { type Concurrency, startWorkers, type WakeUpHandlers, type Workers } from './workers.ts'

interface Options {
  redisUrl: string
  clock: ServiceClock
  log: Log
  /** this process is the only one on this Redis: what an earlier one left in the queues goes */
  alone?: boolean
}

/** Everything that goes through Redis. Losing Redis loses time only. */
export interface WakeUpQueue {
  wakeUps: WakeUps
  pacing: Pacing
  liveFeed: LiveFeed
  /** starts working; once */
  work(handlers: WakeUpHandlers, concurrency?: Concurrency): Promise<void>
  /** as the one process that serves this channel, until the returned function is called */
  serve(channel: ServedChannel, handlers: WakeUpHandlers): Promise<() => Promise<void>>
  /** the service clock was set or changed its speed: everything that waits for a time asks it again */
  clockChanged(): Promise<void>
  /** true when no job is waiting or being worked; those that wait for a time do not count. @throws while Redis is away */
  idle(): Promise<boolean>
  /** jobs per queue, for the health page. @throws while Redis is away */
  depths(): Promise<Record<QueueName, { waiting: number; active: number; delayed: number }>>
  /** milliseconds that Redis took to answer. @throws while Redis is away */
  ping(): Promise<number>
  close(): Promise<void>
}

/** Connects to Redis and opens the queues. @throws when Redis does not answer */
export async function openWakeUpQueue({ redisUrl, clock, log, alone = false }: Options): Promise<WakeUpQueue> {
  const connections = await connectRedis(redisUrl, log)
  const queues = openQueues(connections, log)
  if (alone) await emptyQueues(queues)
  const wakeUps = createWakeUps(queues, clock, log)
  const liveFeed = await openLiveFeed(connections, log)
  const workers = new Set<Workers>()

  const depthOf = async (name: QueueName) => {
    const { waiting = 0, active = 0, delayed = 0 } = await queues[name].getJobCounts('waiting', 'active', 'delayed')
    return { waiting, active, delayed }
  }

  const depths = async () => {
    const names = Object.keys(queueNames) as QueueName[]
    const found = await Promise.all(names.map(async name => [name, await depthOf(name)] as const))
    return Object.fromEntries(found) as Record<QueueName, Awaited<ReturnType<typeof depthOf>>>
  }

  const activity = () => {
    const working = [...workers]
    return {
      running: working.reduce((sum, { busy }) => sum + busy(), wakeUps.unconfirmed()),
      total: working.reduce((sum, { begun }) => sum + begun(), wakeUps.asked()),
    }
  }

  const start = async (names: readonly QueueName[], handlers: WakeUpHandlers, concurrency?: Concurrency) => {
    const started = await startWorkers({
      connections,
      queues: names,
      handlers,
      wakeUps,
      clock,
      log,
      ...(concurrency && { concurrency }),
    })
    workers.add(started)
    return started
  }

  return {
    wakeUps,
    pacing: createPacing(connections, clock, log),
    liveFeed,
    depths,
    async work(handlers, concurrency) {
      await start(commonQueues, handlers, concurrency)
    },
    async serve(channel, handlers) {
      const { deliveries, inbox } = servedQueues[channel]
      const serving = await start([deliveries, inbox], handlers)
      return async () => {
        await serving.close()
        workers.delete(serving)
      }
    },
    clockChanged: () => queues.due.promoteJobs(),
    async idle() {
      const before = activity()
      if (before.running > 0) return false
      const waiting = Object.values(await depths()).reduce((sum, depth) => sum + depth.waiting + depth.active, 0)
      // work may have moved from a queue that was counted last to one that was counted first
      const after = activity()
      return waiting === 0 && after.running === 0 && after.total === before.total
    },
    async ping() {
      const asked = performance.now()
      await connections.asking.ping()
      return performance.now() - asked
    },
    async close() {
      await Promise.all([...workers].map(working => working.close()))
      await closeQueues(queues)
      connections.close()
    },
  }
}
