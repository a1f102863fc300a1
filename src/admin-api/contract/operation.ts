import { z } from 'zod'
import { mode, role } from './session.ts'
import { instant, machineInstant } from './words.ts'

/** How the installation itself is doing, and the training controls. */

export const healthStatus = z.enum(['ok', 'degraded', 'down'])

export const healthView = z
  .object({
    status: healthStatus,
    mode,
    startedAt: machineInstant,
    uptimeSeconds: z.number(),
    /** stores, redis, channels, workers: whatever has a state of its own */
    parts: z.array(
      z.object({
        kind: z.enum(['store', 'queue', 'channel', 'worker']),
        name: z.string(),
        status: healthStatus,
        detail: z.string().exactOptional(),
      }),
    ),
    /** waiting work by name: inbox, inboxFailed, effects, deliveries, cards, jobs … */
    depths: z.record(z.string(), z.number()),
    memory: z.object({ residentMegabytes: z.number(), heapMegabytes: z.number() }),
    clocks: z.object({ machine: machineInstant, service: instant, rate: z.number() }),
    liveStreams: z.number(),
  })
  .meta({ id: 'HealthView' })
export const aliveView = z.object({ status: healthStatus }).meta({ id: 'AliveView' })

export const clockChange = z
  .union([
    z.strictObject({ rate: z.number().positive().max(10_000) }),
    z.strictObject({
      forwardMs: z
        .int()
        .positive()
        .max(31 * 86_400_000),
    }),
    z.strictObject({ hold: z.literal(true) }),
  ])
  .meta({ id: 'ClockChange' })
export const trainingClockView = z
  .object({ now: instant, rate: z.number(), machine: machineInstant, service: instant })
  .meta({ id: 'TrainingClockView' })
export const idleView = z
  .object({
    idle: z.boolean(),
    waiting: z.object({
      inbox: z.number(),
      effects: z.number(),
      deliveries: z.number(),
      cards: z.number(),
      jobs: z.number(),
      due: z.number(),
      requests: z.number(),
    }),
  })
  .meta({ id: 'IdleView' })
export const trainingLinks = z
  .object({ links: z.array(z.object({ role, name: z.string(), url: z.string() })) })
  .meta({ id: 'TrainingLinks' })
