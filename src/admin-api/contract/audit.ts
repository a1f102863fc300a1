import { z } from 'zod'
import { auditKinds } from '../audit-words.ts'
import { day } from './archive.ts'
import { instant } from './words.ts'

/** The audit trail, as administrators read it. */

const fields = z.record(z.string(), z.unknown()).nullable()
const entry = z
  .object({
    at: instant,
    by: z.string(),
    /** id of the user; null for crews and the system */
    user: z.string().nullable(),
    what: z.string(),
    subject: z.string(),
    label: z.string().nullable().meta({ description: 'What people call the subject, where it has a name' }),
    change: z.object({ before: fields, after: fields }).exactOptional(),
  })
  .meta({ id: 'AuditEntry' })
export const auditTrail = z
  .object({
    entries: z.array(entry),
    next: z.string().nullable().meta({ description: 'For `before`, to read on; null at the end' }),
  })
  .meta({ id: 'AuditTrail' })
export const auditQuery = z.strictObject({
  centre: z.string().max(10).exactOptional().meta({ description: 'Without it: what belongs to no centre' }),
  kind: z.enum(auditKinds).exactOptional(),
  user: z.string().max(80).exactOptional().meta({ description: 'What this user did' }),
  from: day.exactOptional(),
  until: day.exactOptional().meta({ description: 'The last day, in the time zone of the centre' }),
  before: z
    .string()
    .regex(/^\d{1,16}\.\d{1,19}$/)
    .exactOptional()
    .meta({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
