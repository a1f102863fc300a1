import { z } from 'zod'
import { agencyActions } from '../../dispatch/incident/assignment.ts'
import { heardAs, units } from './inputs.ts'
import { declineReason, duty, freeText, heardVia, instant, unitMark } from './words.ts'

/** Units, corrections and duties: what the desk asks about one agency's task, and what it is shown. */

const time = z.int().meta({ description: 'True service time, ms since 1970 UTC' })
const unit = z.string().max(60)

export const nameUnits = z.strictObject({ units }).meta({ id: 'NameUnits' })
export const markUnit = z
  .strictObject({ unit, mark: unitMark, at: time.exactOptional(), heard: heardAs.exactOptional() })
  .meta({ id: 'MarkUnit' })
export const changeDuty = z.strictObject({ duty }).meta({ id: 'ChangeDuty' })

const fieldChange = z.union([
  z.strictObject({ kind: z.literal('action'), action: z.enum(agencyActions).exclude(['decline', 'report']) }),
  z.strictObject({ kind: z.literal('declined'), reason: declineReason }),
  z.strictObject({ kind: z.literal('unit'), unit, mark: unitMark }),
])
const seq = z.int().meta({ description: 'Number of the step: `steps[].seq` of the assignment' })

export const correction = z
  .union([
    z.strictObject({ kind: z.literal('retimed'), seq, to: time }),
    z.strictObject({ kind: z.literal('removed'), seq }),
    z.strictObject({ kind: z.literal('changed'), seq, change: fieldChange, to: time.exactOptional() }),
    z.strictObject({
      kind: z.literal('inserted'),
      change: fieldChange,
      to: time,
      heard: heardAs.exactOptional(),
    }),
  ])
  .meta({ id: 'Correction' })
export const correctStep = z.strictObject({ correction, reason: freeText }).meta({ id: 'CorrectStep' })

const stepFacts = {
  what: z.string(),
  unit: z.string().exactOptional(),
  reason: declineReason.exactOptional(),
  at: instant,
}

export const correctionView = z
  .object({
    kind: z.enum(['retimed', 'removed', 'changed', 'inserted']),
    at: instant,
    by: z.string(),
    reason: z.string(),
    was: z.object(stepFacts).nullable(),
  })
  .meta({ id: 'CorrectionView' })

export const stepView = z
  .object({
    seq: z.number(),
    ...stepFacts,
    recordedAt: instant,
    by: z.string(),
    via: heardVia.exactOptional(),
    informant: z.string().exactOptional(),
    counts: z.boolean(),
    correctable: z.array(z.enum(['retimed', 'changed', 'removed'])),
    corrections: z.array(correctionView),
  })
  .meta({ id: 'StepView' })

export const unitView = z
  .object({
    code: z.string(),
    departedAt: instant.nullable(),
    arrivedAt: instant.nullable(),
    clearedAt: instant.nullable(),
    marks: z.array(unitMark),
  })
  .meta({ id: 'UnitView' })
