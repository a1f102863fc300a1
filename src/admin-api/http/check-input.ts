import type { z } from 'zod'
import { Refused } from './refused.ts'

/** Parses one part of a request. @throws Refused `textTooLong` or `invalidInput`, with what is wrong where */
export const checkInput = (
  part: 'params' | 'query' | 'body',
  schema: z.ZodType | undefined,
  value: unknown,
): unknown => {
  if (!schema) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  const tooLong = part === 'params' ? undefined : issues.flatMap(textTooLong)[0]
  if (tooLong) throw new Refused('textTooLong', tooLong)
  throw new Refused(
    'invalidInput',
    { part },
    issues.map(issue => ({ path: pathOf(issue), message: issue.message })),
  )
}

type Issue = z.core.$ZodIssue

const pathOf = (issue: Issue): string => issue.path.map(String).join('.')

// "Unknown or a text" is a union: what is wrong with the text stands one level deeper.
const textTooLong = (issue: Issue): { limit: number; field: string }[] => {
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return [{ limit: Number(issue.maximum), field: pathOf(issue) }]
  }
  if (issue.code !== 'invalid_union') return []
  return issue.errors.flat().flatMap(textTooLong)
}
