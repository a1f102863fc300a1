import { z } from 'zod'
import { contactKinds } from '../../dispatch/vocabulary.ts'
import { stepView, unitView } from './assignments.ts'
import { assignmentStatuses } from './statuses.ts'
import {
  agencyAction,
  assignmentRole,
  bilingual,
  declineReason,
  duty,
  hazard,
  instant,
  reportOutcome,
} from './words.ts'

/** The dispatch panel: who is proposed, and how each agency that was sent fares. */

const fact = z.union([hazard, z.enum(['injured', 'sick', 'trapped', 'missing', 'noCasualties'])])
const reason = z.union([
  z.object({ kind: z.literal('lead') }),
  z.object({ kind: z.literal('card') }),
  z.object({ kind: z.literal('fact'), fact }),
  z.object({ kind: z.literal('keep'), fact }),
  z.object({ kind: z.literal('substitute'), agency: z.string(), assignment: z.string() }),
])

const channelState = z.enum(['ok', 'down', 'none'])
const postReason = z.union([
  z.object({ kind: z.enum(['kelurahan', 'kecamatan']), area: z.string() }),
  z.object({ kind: z.literal('nearest'), metres: z.number() }),
])
const contactKind = z.enum(contactKinds)

export const proposedAgencyView = z
  .object({
    agency: z.string(),
    name: z.string(),
    role: assignmentRole,
    mode: z.enum(['alert', 'offer']),
    duty,
    reasons: z.array(reason),
    channel: channelState,
    post: z.object({ code: z.string(), name: z.string(), reason: postReason, why: bilingual }).nullable(),
    posts: z.array(z.object({ code: z.string(), name: z.string(), channel: channelState })),
  })
  .meta({ id: 'ProposedAgencyView' })

export const assignmentView = z
  .object({
    id: z.string(),
    agency: z.string(),
    name: z.string(),
    post: z.object({ code: z.string(), name: z.string() }).nullable(),
    role: assignmentRole,
    duty,
    status: z.enum(assignmentStatuses),
    contact: z.object({
      tried: z.array(z.object({ to: contactKind, at: instant, failed: z.boolean() })),
      next: z.object({ to: contactKind, at: instant }).nullable(),
    }),
    delivery: z.enum(['waiting', 'sent', 'read', 'doubtful', 'failed', 'byPhone']),
    notifiedAt: instant.nullable(),
    actions: z.array(agencyAction),
    undo: z.object({ seq: z.number(), until: instant }).nullable(),
    declineReason: declineReason.exactOptional(),
    report: z
      .object({
        outcome: reportOutcome,
        text: z.string(),
        victims: z.number().exactOptional(),
        units: z.string().exactOptional(),
        actions: z.string().exactOptional(),
        obstacles: z.string().exactOptional(),
        at: instant,
        by: z.string(),
      })
      .exactOptional(),
    returnedRemark: z.string().exactOptional(),
    waivedReason: z.string().exactOptional(),
    required: z.boolean(),
    replaces: z.string().nullable(),
    replacedBy: z.string().nullable(),
    sitrep: z.object({ askedAt: instant.nullable(), receivedAt: instant.nullable() }).nullable(),
    steps: z.array(stepView),
    units: z.array(unitView),
  })
  .meta({ id: 'AssignmentView' })
