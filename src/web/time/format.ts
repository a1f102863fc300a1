import type { Lang } from '../lang/language.ts'

const locales = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Lang, string>
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (lang: Lang, timeZone: string, name: 'time' | 'date' | 'zone'): Intl.DateTimeFormat => {
  const key = `${lang} ${timeZone} ${name}`
  const options = {
    time: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    date: { day: 'numeric', month: 'short', year: 'numeric' },
    zone: { timeZoneName: 'short' },
  } as const
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locales[lang], { ...options[name], timeZone })
  formats.set(key, format)
  return format
}

/** Hours, minutes and seconds in the centre's time zone. */
export const formatTime = (at: number, lang: Lang, timeZone: string): string =>
  formatOf(lang, timeZone, 'time').format(at)

export const formatDate = (at: number, lang: Lang, timeZone: string): string =>
  formatOf(lang, timeZone, 'date').format(at)

export const formatDateTime = (at: number, lang: Lang, timeZone: string): string =>
  `${formatDate(at, lang, timeZone)} ${formatTime(at, lang, timeZone)}`

/** WIB, WITA, WIT: as the room calls it in either language. */
export const zoneName = (timeZone: string): string =>
  formatOf('id', timeZone, 'zone')
    .formatToParts(0)
    .find(part => part.type === 'timeZoneName')?.value ?? timeZone

/** A span as people read a stopwatch: 0:07, 12:40, 1:02:03. Never negative. */
export const formatSpan = (seconds: number): string => {
  const whole = Math.floor(Math.max(0, seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** Milliseconds by which the zone is ahead of UTC at that moment. */
const offsetOf = (at: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  } as const).formatToParts(at)
  const value = (type: string) => Number(parts.find(part => part.type === type)?.value)
  const local = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  )
  return local - Math.floor(at / 1000) * 1000
}

/** Milliseconds since midnight of `HH:MM` or `HH:MM:SS` (14.05 too); null when it is no time of day. */
const sinceMidnight = (text: string): number | null => {
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/.exec(text.trim())
  if (!match) return null
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return null
  return ((hours * 60 + minutes) * 60 + seconds) * 1000
}

const dayMs = 86_400_000

/** Service time of a time of day on the centre's present date. */
const todayAt = (text: string, now: number, timeZone: string): number | null => {
  const past = sinceMidnight(text)
  const offset = offsetOf(now, timeZone)
  return past === null ? null : Math.floor((now + offset) / dayMs) * dayMs - offset + past
}

/** The centre's date at that moment, YYYY-MM-DD. */
export const dateIn = (at: number, timeZone: string): string =>
  new Date(at + offsetOf(at, timeZone)).toISOString().slice(0, 10)

/**
 * A time of day on a date (YYYY-MM-DD) of the centre; what would lie before `earliest` is of the day after. Null when
 * either is none.
 */
export const timeOfDayOn = (date: string, text: string, timeZone: string, earliest = 0): number | null => {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const past = sinceMidnight(text)
  if (Number.isNaN(midnight) || past === null) return null
  const at = midnight + past - offsetOf(midnight, timeZone)
  return at < earliest ? at + dayMs : at
}

/**
 * The last moment at which the centre's clocks showed `HH:MM` or `HH:MM:SS` (14.05 too): what somebody reports by radio
 * has happened already. Null when it is no time of day.
 */
export const lastTimeOfDay = (text: string, now: number, timeZone: string): number | null => {
  const today = todayAt(text, now, timeZone)
  return today === null || today <= now ? today : today - dayMs
}

/** The same for what is planned: the time of day nearest to now, up to half a day back. */
export const nextTimeOfDay = (text: string, now: number, timeZone: string): number | null => {
  const today = todayAt(text, now, timeZone)
  return today === null || today > now - dayMs / 2 ? today : today + dayMs
}
