import { z } from 'zod'
import { mode, role } from './session.ts'
import { stormView } from './storm.ts'
import { instant, machineInstant } from './words.ts'

/** How the installation itself is doing, and the training controls. */

export const healthStatus = z.enum(['ok', 'degraded', 'down'])

/** What the auditor finds; the sentences are in the page's catalogues. */
export const findingKind = z.enum([
  'inNobodysHands',
  'deadlineLost',
  'deadlinePassed',
  'effectWaiting',
  'updateWaiting',
  'updateSetAside',
  'messageWaiting',
  'cardNotShown',
  'notJudged',
])
export const findingView = z
  .object({
    kind: findingKind,
    count: z.int(),
    repaired: z.boolean(),
    centre: z.string().exactOptional(),
    incident: z.string().exactOptional(),
    /** the incident's number for people */
    number: z.string().exactOptional(),
    call: z.string().exactOptional(),
    agencies: z.array(z.string()).exactOptional(),
    /** id of the paired chat */
    chat: z.string().exactOptional(),
  })
  .meta({ id: 'FindingView' })
/** What became of the last word to the outside monitor. */
export const heartbeatView = z
  .object({ at: machineInstant, ok: z.boolean(), detail: z.string() })
  .meta({ id: 'HeartbeatView' })
export const auditView = z
  .object({
    at: machineInstant,
    tookMs: z.number(),
    /** so old that the auditor itself is taken for dead */
    stale: z.boolean(),
    incidents: z.int(),
    calls: z.int(),
    /** open assignments by what proves that somebody has them */
    assignments: z.object({
      answered: z.int(),
      informed: z.int(),
      phoneTask: z.int(),
      climbing: z.int(),
    }),
    /** of all centres; `findings` has those of the user's own */
    found: z.int(),
    findings: z.array(findingView),
    alarm: z.boolean(),
  })
  .meta({ id: 'AuditView' })

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
        /** a product's own name, or one that the page's catalogues know; the same in every language for monitors */
        name: z.string(),
        status: healthStatus,
        /** what the part says of itself: a word that the page's catalogues know */
        state: z.string().exactOptional(),
        /** figures and names beside it */
        detail: z.string().exactOptional(),
      }),
    ),
    /** waiting work by name: inbox, inboxFailed, effects, deliveries, cards, jobs … */
    depths: z.record(z.string(), z.number()),
    /** the last audit; null before the first */
    audit: auditView.nullable(),
    /** null where no monitor is set, or none was told yet */
    heartbeat: heartbeatView.nullable(),
    /** of this process; Chromium, which WhatsApp needs, apart: null while it does not run */
    memory: z.object({
      residentMegabytes: z.number(),
      heapMegabytes: z.number(),
      chromiumMegabytes: z.number().nullable(),
    }),
    clocks: z.object({ machine: machineInstant, service: instant, rate: z.number() }),
    liveStreams: z.number(),
    /** centres that are in a storm */
    storms: z.array(stormView),
  })
  .meta({ id: 'HealthView' })
export const aliveView = z
  .object({ status: healthStatus, parts: z.array(z.object({ name: z.string(), status: healthStatus })) })
  .meta({ id: 'AliveView' })

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
