import { z } from 'zod'
import { conflictFields } from '../../dispatch/duplicates/conflicts.ts'
import { incidentSummary } from './service.ts'
import { hazard, victims } from './words.ts'

/** Callers about one and the same incident: bodies and answers, field for field those of `application/views/duplicates.ts`. */

const recordId = z.string().min(1).max(160)

export const attachCall = z
  .strictObject({
    incident: recordId,
    victims: victims.exactOptional(),
    hazards: z.array(hazard).max(20).exactOptional(),
  })
  .meta({ id: 'AttachCall' })
export const mergeIncident = z
  .strictObject({
    into: recordId,
    carry: z
      .array(z.string().max(40))
      .max(50)
      .exactOptional()
      .meta({ description: 'Agencies that go on there; default: all that work only here' }),
  })
  .meta({ id: 'MergeIncident' })
export const settleConflict = z.strictObject({ call: recordId }).meta({ id: 'SettleConflict' })
export const conflictField = z.enum(conflictFields)

const reason = z.union([
  z.object({ kind: z.literal('distance'), metres: z.number() }),
  z.object({ kind: z.literal('words'), words: z.array(z.string()) }),
  z.object({ kind: z.literal('time'), minutes: z.number() }),
  z.object({ kind: z.literal('sameType') }),
  z.object({ kind: z.literal('kinType') }),
  z.object({ kind: z.literal('sameCaller') }),
])
export const similarView = z
  .object({
    candidates: z.array(
      z.object({
        incident: incidentSummary,
        score: z.number(),
        level: z.enum(['strong', 'possible']),
        reasons: z.array(reason),
        callers: z.number(),
        quick: z.boolean(),
        continued: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'SimilarView' })
