import type { Lang } from '../lang/language.ts'

/** Names of periods as the API takes them: 2026-11-22, 2026-11, 2026-C3. Plain calendar: the server knows the time zone. */
export const periodKinds = ['day', 'month', 'caturwulan'] as const
export type PeriodKind = (typeof periodKinds)[number]

const two = (value: number): string => String(value).padStart(2, '0')
const locales = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Lang, string>

/** The kind that a name is of; undefined for what is none. */
export const kindOf = (key: string): PeriodKind | undefined => {
  if (/^\d{4}-C[1-3]$/.test(key)) return 'caturwulan'
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(key)) return 'month'
  return /^\d{4}-\d{2}-\d{2}$/.test(key) && keyOf('day', firstDay(key)) === key ? 'day' : undefined
}

/** First day of the period, at noon UTC: no time zone moves it to another date. */
const firstDay = (key: string): Date => {
  const [year = 0, second = '01', day = '1'] = key.split('-')
  const month = second.startsWith('C') ? Number(second.slice(1)) * 4 - 3 : Number(second)
  return new Date(Date.UTC(Number(year), month - 1, Number(day), 12))
}

const keyOf = (kind: PeriodKind, date: Date): string => {
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1]
  if (kind === 'caturwulan') return `${year}-C${Math.ceil(month / 4)}`
  return kind === 'month' ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(date.getUTCDate())}`
}

/** The period of the kind in which the centre's calendar stands at that moment. */
export const periodNow = (kind: PeriodKind, at: number, timeZone: string): string => {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at,
  )
  return keyOf(kind, firstDay(day))
}

/** The period of that kind in which this one begins. */
export const periodAs = (kind: PeriodKind, key: string): string => keyOf(kind, firstDay(key))

/** The period that many further on; negative: before. */
export const periodAfter = (key: string, by: number): string => {
  const kind = kindOf(key) ?? 'month'
  const date = firstDay(key)
  if (kind === 'day') date.setUTCDate(date.getUTCDate() + by)
  else date.setUTCMonth(date.getUTCMonth() + by * (kind === 'month' ? 1 : 4))
  return keyOf(kind, date)
}

/** How people write the period. */
export const periodName = (key: string, lang: Lang, caturwulan: (number: string, year: string) => string): string => {
  const kind = kindOf(key)
  if (kind === 'caturwulan') return caturwulan(key.slice(6), key.slice(0, 4))
  const day = kind === 'day' ? ({ day: 'numeric' } as const) : {}
  const options = { timeZone: 'UTC', year: 'numeric', month: 'long', ...day } as const
  return new Intl.DateTimeFormat(locales[lang], options).format(firstDay(key))
}
