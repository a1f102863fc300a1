import { z } from 'zod'
import { bilingual, instant } from './words.ts'

/** What calls somebody in the room: phone tasks, attention items, and the signals made of them. */

export const taken = z.object({ by: z.string(), at: instant, until: instant }).meta({ id: 'TakenView' })

const who = z.union([
  z.object({ kind: z.literal('user'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('member'), chat: z.string(), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('system') }),
])

export const phoneTaskView = z
  .object({
    id: z.string(),
    assignment: z.string(),
    cause: z.enum(['unreachable', 'unanswered', 'update', 'closure']),
    raisedAt: instant,
    attempts: z.array(
      z.object({ at: instant, by: who, outcome: z.literal('noAnswer'), number: z.number().exactOptional() }),
    ),
    done: z.object({ at: instant, by: who, outcome: z.enum(['accepted', 'declined', 'told', 'moot']) }).exactOptional(),
    agency: z.string(),
    post: z.string().nullable(),
    numbers: z.array(z.string()),
    phone: z.string().nullable(),
    round: z.number(),
  })
  .meta({ id: 'PhoneTaskView' })

export const attentionItem = z
  .object({
    id: z.string(),
    kind: z.enum([
      'declined',
      'handedBack',
      'backup',
      'obstacle',
      'unreachable',
      'phonesSilent',
      'unattended',
      'nobodyLeft',
      'reportOverdue',
      'sitrepOverdue',
      'handOverRefused',
      'handOverReceived',
    ]),
    assignment: z.string().exactOptional(),
    at: instant,
    doneAt: instant.exactOptional(),
    doneBy: z.string().exactOptional(),
    clock: z.string().nullable(),
    climbsAt: instant.nullable(),
    taken: taken.exactOptional(),
  })
  .meta({ id: 'AttentionItem' })

export const signalView = z
  .object({
    key: z.string(),
    kind: z.enum(['handOff', 'attention', 'phoneTask', 'escalation']),
    what: z.string(),
    name: bilingual.exactOptional(),
    at: instant,
    urgent: z.boolean(),
    agency: z.string().nullable(),
  })
  .meta({ id: 'SignalView' })
