import type { Instant } from '../vocabulary.ts'
import { localOf, startOfDay } from './zone.ts'

/** caturwulan: four months, January to April, May to August, September to December. */
export const periodKinds = ['day', 'month', 'caturwulan'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** A span of the centre's calendar; `key` as people and addresses write it: 2026-11-22, 2026-11, 2026-C3. */
export interface Period {
  kind: PeriodKind
  key: string
  /** first moment, and the first one after it */
  from: Instant
  to: Instant
}

const forms: Record<PeriodKind, RegExp> = {
  day: /^(\d{4})-(\d{2})-(\d{2})$/,
  month: /^(\d{4})-(\d{2})$/,
  caturwulan: /^(\d{4})-C([1-3])$/,
}
const earliestYear = 2000

/** A calendar date; months and days run over as in `Date.UTC`. */
interface Day {
  year: number
  month: number
  day: number
}

const two = (value: number): string => String(value).padStart(2, '0')

/** First day of the `by`-th period of this kind after the one that begins so. */
const shifted: Record<PeriodKind, (first: Day, by: number) => Day> = {
  day: ({ day, ...rest }, by) => ({ ...rest, day: day + by }),
  month: ({ month, ...rest }, by) => ({ ...rest, month: month + by }),
  caturwulan: ({ month, ...rest }, by) => ({ ...rest, month: month + 4 * by }),
}

const keyOf: Record<PeriodKind, (first: Day) => string> = {
  day: ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
  month: ({ year, month }) => `${year}-${two(month)}`,
  caturwulan: ({ year, month }) => `${year}-C${(month + 3) / 4}`,
}

const plain = ({ year, month, day }: Day): Day => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

const periodAt = (kind: PeriodKind, first: Day, timeZone: string): Period => {
  const begins = plain(first)
  return {
    ...{ kind, key: keyOf[kind](begins) },
    from: startOfDay(begins, timeZone),
    to: startOfDay(plain(shifted[kind](begins, 1)), timeZone),
  }
}

/** Reads a period; null for what is none (2026-02-30, 2026-13). */
export const periodOf = (key: string, timeZone: string): Period | null => {
  for (const kind of periodKinds) {
    const match = forms[kind].exec(key)
    if (!match) continue
    const [year, second, day = 1] = match.slice(1).map(Number)
    if (year === undefined || second === undefined || year < earliestYear) return null
    const first = { year, month: kind === 'caturwulan' ? second * 4 - 3 : second, day }
    return keyOf[kind](plain(first)) === key ? periodAt(kind, first, timeZone) : null
  }
  return null
}

/** The period of this kind in which the moment lies. */
export const periodWith = (at: Instant, kind: PeriodKind, timeZone: string): Period => {
  const { year, month, day } = localOf(at, timeZone)
  const first: Record<PeriodKind, Day> = {
    day: { year, month, day },
    month: { year, month, day: 1 },
    caturwulan: { year, month: month - ((month - 1) % 4), day: 1 },
  }
  return periodAt(kind, first[kind], timeZone)
}

/** The periods before this one, the oldest first. */
export const periodsBefore = ({ kind, from }: Period, count: number, timeZone: string): Period[] => {
  const { year, month, day } = localOf(from, timeZone)
  return Array.from({ length: count }, (_, index) =>
    periodAt(kind, shifted[kind]({ year, month, day }, index - count), timeZone),
  )
}
