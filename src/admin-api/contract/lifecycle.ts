import { z } from 'zod'
import { at } from './inputs.ts'
import { freeText, instant, line, priority } from './words.ts'

/** Bodies of the commands on a whole incident after its dispatch, and what they lead to. */

export const setPriority = z.strictObject({ priority }).meta({ id: 'SetPriority' })
export const recordSitrep = z.strictObject({ text: freeText, at }).meta({ id: 'RecordSitrep' })

const keepAgencies = z.boolean().default(false).meta({
  description: 'Our agencies go on working for the other centre; otherwise they are sent back once it takes over',
})
export const handOver = z
  .union([
    z.strictObject({ centre: z.string().max(10), reason: freeText, keepAgencies }),
    z.strictObject({ receiver: line, ticket: line.exactOptional(), reason: freeText, keepAgencies }),
  ])
  .meta({ id: 'HandOver', description: 'To a centre of this installation by its code, or to any other by its name' })
export const answerHandOver = z
  .union([
    z.strictObject({ result: z.literal('taken'), ticket: line.exactOptional() }),
    z.strictObject({ result: z.literal('refused'), reason: freeText }),
  ])
  .meta({ id: 'AnswerHandOver' })

export const handOverView = z
  .object({
    centre: z.string().nullable(),
    number: z.string().nullable(),
    receiver: z.string().nullable(),
    ticket: z.string().nullable(),
    result: z.enum(['offered', 'taken', 'refused', 'withdrawn']),
    reason: z.string(),
    refusal: z.string().nullable(),
    keepAgencies: z.boolean(),
    at: instant,
    by: z.string(),
    answeredAt: instant.nullable(),
  })
  .meta({ id: 'HandOverView' })

export const neighbourList = z
  .object({ centres: z.array(z.object({ code: z.string(), name: z.string() })) })
  .meta({ id: 'NeighbourList' })
