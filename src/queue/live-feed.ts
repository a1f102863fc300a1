import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { LiveChange, LiveFeed, Log } from '../application/ports/signals.ts'
import type { RedisConnections } from './connections.ts'
import { keyPrefix } from './names.ts'

const topics = {
  call: true,
  incident: true,
  delivery: true,
  channel: true,
  photo: true,
  clock: true,
  duty: true,
  channelTest: true,
  storm: true,
} as const satisfies Record<LiveChange['topic'], true>
const topicNames = Object.keys(topics) as LiveChange['topic'][]

const message = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'no JSON' })
      return z.NEVER
    }
  })
  .pipe(
    z.strictObject({
      from: z.string(),
      change: z.strictObject({ centre: z.string(), topic: z.enum(topicNames), id: z.string() }),
    }),
  )

const channel = `${keyPrefix}:live`

/**
 * Changes for the pages: to the listeners of this process at once, to those of the others through Redis. While Redis is
 * away each process hears its own changes only, and pages learn the rest when they load anew.
 */
export async function openLiveFeed({ asking, listening }: RedisConnections, log: Log): Promise<LiveFeed> {
  const self = randomUUID()
  const listeners = new Set<(change: LiveChange) => void>()

  const tell = (change: LiveChange) => {
    for (const listener of listeners) {
      try {
        listener(change)
      } catch (error) {
        log.error({ topic: change.topic, id: change.id, error }, 'a listener of the live feed failed')
      }
    }
  }

  listening.on('message', (name: string, text: string) => {
    if (name !== channel) return
    const heard = message.safeParse(text)
    if (!heard.success) log.warn({ error: heard.error.message }, 'not a live change')
    else if (heard.data.from !== self) tell(heard.data.change)
  })
  await listening.subscribe(channel)

  return {
    publish(change) {
      tell(change)
      asking.publish(channel, JSON.stringify({ from: self, change })).catch((error: Error) => {
        log.debug({ topic: change.topic, error: error.message }, 'a live change stayed in this process')
      })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
