import { z } from 'zod'
import { periodOf } from '../../dispatch/figures/period.ts'
import { overStatuses } from '../../dispatch/incident/incident.ts'
import { callClasses, reportOutcomes } from '../../dispatch/vocabulary.ts'

const words = z.string().max(200).default('')
const opened = { description: 'Opened before this service time: where the next page begins' }
const most = 200
const usually = 50
const limit = z.int().min(1).max(most).default(usually)
const code = z.string().min(1).max(60)

/** A day of the centre's calendar. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(text => periodOf(text, 'UTC') !== null, 'no day of the calendar')
  .meta({ example: '2026-11-22' })
const days = { from: day.exactOptional(), until: day.exactOptional() }

export const archiveQuery = z.strictObject({
  words,
  before: z.coerce.number().int().exactOptional().meta(opened),
  limit: z.coerce.number().int().min(1).max(most).default(usually),
})

export const archiveFields = z
  .strictObject({
    words: words.meta({ description: 'A number from its beginning, or words of the incident and its reports' }),
    place: z.string().max(200).exactOptional().meta({ description: 'Words of location, address and landmark' }),
    type: code.exactOptional().meta({ description: "A run card's code" }),
    priority: z.literal([1, 2, 3, 4]).exactOptional(),
    agency: code.exactOptional(),
    status: z.enum(overStatuses).exactOptional(),
    outcome: z.enum(reportOutcomes).exactOptional(),
    ...days,
    before: z.int().exactOptional().meta(opened),
    limit,
  })
  .meta({ id: 'ArchiveSearch' })

export const archivedCalls = z
  .strictObject({ callClass: z.enum(callClasses), ...days, before: z.int().exactOptional().meta(opened), limit })
  .meta({ id: 'ArchivedCallsSearch' })
