import { z } from 'zod'
import { channelNames } from '../../application/ports/channel.ts'
import { maxTextLength } from '../../application/texts.ts'
import { agencyActions, unitMarks } from '../../dispatch/incident/assignment.ts'
import {
  callClasses,
  declineReasons,
  hazards,
  heardVias,
  phoneTaskOutcomes,
  priorities,
  reportOutcomes,
} from '../../dispatch/vocabulary.ts'

/** The closed word lists and small values that requests and answers share. */

export const freeText = z.string().max(maxTextLength)
/** Names, places of one line, phone numbers as typed. */
export const line = z.string().max(200)
export const phoneNumber = z.string().max(40)
export const instant = z.number().meta({ description: 'Service time, milliseconds since 1970-01-01 UTC' })
export const machineInstant = z.number().meta({ description: 'Machine time, milliseconds since 1970-01-01 UTC' })
export const bilingual = z.object({ id: z.string(), en: z.string() }).meta({ id: 'Bilingual' })
export const facts = z.record(z.string(), z.union([z.string(), z.number()]))

export const callClass = z.enum(callClasses)
export const priority = z.literal(priorities)
export const hazard = z.enum(hazards)
export const declineReason = z.enum(declineReasons)
export const reportOutcome = z.enum(reportOutcomes)
export const phoneTaskOutcome = z.enum(phoneTaskOutcomes)
export const agencyAction = z.enum(agencyActions)
export const assignmentRole = z.enum(['lead', 'support'])
export const duty = z.enum(['act', 'inform'])
export const handling = z.enum(['operator-owns', 'dispatcher-handoff'])
export const heardVia = z.enum(heardVias)
export const unitMark = z.enum(unitMarks)
export const channelName = z.enum(channelNames)

/** 'unknown' = the caller does not know ("tidak diketahui"). */
export const typed = <Value extends z.ZodType>(value: Value) =>
  z.union([z.strictObject({ known: value }), z.literal('unknown')])

// Bounds of the world and of counts are the core's to refuse, with a code of their own: here they are only documented.
export const point = z
  .strictObject({
    lat: z.number().meta({ minimum: -90, maximum: 90 }),
    lng: z.number().meta({ minimum: -180, maximum: 180 }),
    accuracyMetres: z.number().meta({ minimum: 0, maximum: 100_000 }),
  })
  .meta({ id: 'Point' })

const count = z.int().meta({ minimum: 0, maximum: 100_000 }).exactOptional()
export const victims = z
  .strictObject({ injured: count, sick: count, trapped: count, missing: count, dead: count })
  .meta({ id: 'Victims' })
