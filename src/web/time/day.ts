/** A day of the calendar as fields show and take it: the same in both languages, whatever the browser speaks. */

const pieces = /^(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4}|\d{2})$/

const two = (value: number) => String(value).padStart(2, '0')

/** `2026-11-22` as 22/11/2026; empty stays empty. */
export const sayDay = (day: string): string => day.split('-').reverse().join('/')

/**
 * What was typed as a day, YYYY-MM-DD: 22/11/2026, 22.11.26, 22-11-2026 or 2026-11-22. Null when it is none, as
 * 31/02/2026.
 */
export const parseDay = (typed: string): string | null => {
  const text = typed.trim()
  const [, date = '', month = '', year = ''] = pieces.exec(text) ?? []
  const day = date === '' ? text : `${year.padStart(4, '20')}-${two(Number(month))}-${two(Number(date))}`
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : null
}
