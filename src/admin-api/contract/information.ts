import { z } from 'zod'
import { lineOfText } from './administration.ts'
import { freeText } from './words.ts'

/** What a centre tells callers who need no crew. */

const fields = {
  topic: lineOfText,
  answer: freeText.max(2_000).trim().min(1).meta({ description: 'What the operator says' }),
  receiver: lineOfText.nullable(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d\s().-]{2,40}$/, 'digits, spaces, + ( ) . -')
    .nullable(),
  referral: z.boolean(),
}
export const newInformation = z.strictObject(fields).meta({ id: 'NewInformation' })
export const informationChange = z
  .strictObject({
    version: z.int().min(1).meta({ description: 'The version that the form showed' }),
    topic: fields.topic.exactOptional(),
    answer: fields.answer.exactOptional(),
    receiver: fields.receiver.exactOptional(),
    phone: fields.phone.exactOptional(),
    referral: fields.referral.exactOptional(),
    active: z.boolean().exactOptional(),
  })
  .meta({ id: 'InformationChange' })

const entry = {
  id: z.string(),
  topic: z.string(),
  answer: z.string(),
  receiver: z.string().nullable(),
  phone: z.string().nullable(),
  referral: z.boolean(),
}
export const informationView = z.object(entry).meta({ id: 'InformationView' })
export const informationFound = z.object({ entries: z.array(informationView) }).meta({ id: 'InformationFound' })
export const informationEntry = z
  .object({ ...entry, active: z.boolean(), version: z.number() })
  .meta({ id: 'InformationEntry' })
export const informationList = z
  .object({
    entries: z.array(
      informationEntry.extend({ given: z.number().meta({ description: 'In how many calls of the last 30 days' }) }),
    ),
  })
  .meta({ id: 'InformationList' })
export const informationSearch = z
  .strictObject({
    words: freeText.max(200).default(''),
    limit: z.int().min(1).max(200).default(50),
  })
  .meta({ id: 'InformationSearch' })
