import type { Instant } from '../vocabulary.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

const formats = new Map<string, Intl.DateTimeFormat>()
const formatFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const numeric = 'numeric' as const
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: numeric, month: numeric, day: numeric },
    ...{ hour: numeric, minute: numeric, second: numeric },
  })
  formats.set(timeZone, format)
  return format
}

/** What clocks and calendars of the zone show at that moment. */
export const localOf = (at: Instant, timeZone: string) => {
  const parts = formatFor(timeZone).formatToParts(at)
  const value = (type: string) => Number(parts.find(part => part.type === type)?.value)
  return {
    ...{ year: value('year'), month: value('month'), day: value('day') },
    ...{ hour: value('hour'), minute: value('minute'), second: value('second') },
  }
}

/** Milliseconds by which the zone is ahead of UTC at that moment. */
const offsetAt = (at: Instant, timeZone: string): number => {
  const { year, month, day, hour, minute, second } = localOf(at, timeZone)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

/** The first moment of a day in the zone: midnight, or what comes after it where clocks are put forward then. */
export const startOfDay = (
  { year, month, day }: { year: number; month: number; day: number },
  timeZone: string,
): Instant => {
  const utc = Date.UTC(year, month - 1, day)
  const before = utc - offsetAt(utc - dayMs, timeZone)
  const after = utc - offsetAt(utc + dayMs, timeZone)
  const isMidnight = (at: Instant) => at + offsetAt(at, timeZone) === utc
  return isMidnight(before) ? before : isMidnight(after) ? after : Math.max(before, after)
}

/** Tells hours of the day in the zone; asks the calendar once an hour of the past, not once a moment. */
export const hoursIn = (timeZone: string): ((at: Instant) => number) => {
  const known = new Map<number, number>()
  const quarterMs = hourMs / 4
  return at => {
    const slot = Math.floor(at / quarterMs)
    const hour = known.get(slot) ?? localOf(at, timeZone).hour
    known.set(slot, hour)
    return hour
  }
}
