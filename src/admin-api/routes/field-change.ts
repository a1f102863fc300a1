import { isDeepStrictEqual } from 'node:util'
import type { Changed, FieldChange } from '../../application/ports/administration.ts'
import { Refused } from '../http/refused.ts'

type Fields = Record<string, unknown>

/**
 * What a change would write: only fields that differ, each guarded by its present value; null when nothing differs, so
 * that a repeat changes nothing. `seen` is what the sender's form showed: a field that somebody else changed since is
 * not overwritten.
 * @throws Refused `changedMeanwhile`
 */
export const fieldChange = <Record extends object>(
  before: Record,
  wanted: Partial<Record>,
  seen: Partial<Record> = {},
): FieldChange<Record> | null => {
  const now = before as Fields
  const to = Object.entries(wanted).filter(([field, value]) => !isDeepStrictEqual(now[field], value))
  const overtaken = to.filter(([field]) => field in seen && !isDeepStrictEqual(now[field], (seen as Fields)[field]))
  if (overtaken.length) throw changedMeanwhile(overtaken.map(([field]) => field))
  if (!to.length) return null
  // a field that is not there yet is found as null
  const was = to.map(([field]) => [field, now[field] ?? null])
  return { was: Object.fromEntries(was), to: Object.fromEntries(to) } as FieldChange<Record>
}

/** @throws Refused unless the change was written */
export const requireChanged = (result: Changed, { to }: FieldChange<object>): void => {
  if (result === 'changedMeanwhile') throw changedMeanwhile(Object.keys(to))
  if (result === 'taken') throw new Refused('nameTaken')
}

const changedMeanwhile = (fields: string[]): Refused => new Refused('changedMeanwhile', { fields: fields.join(', ') })
