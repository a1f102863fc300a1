import type { z } from 'zod'
import { commonRefusal } from '../control-error.ts'

/** What a control route was given, as its schema says. @throws StandInRefusal `invalid_input` */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value ?? {})
  if (parsed.success) return parsed.data
  throw commonRefusal(
    'invalid_input',
    parsed.error.issues.map(issue => `${issue.path.join('.') || 'body'}: ${issue.message}`),
  )
}
