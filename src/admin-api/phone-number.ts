/**
 * An Indonesian number in its international form: `08…`, `62…`, `+62 …` become `+62…`. Anything that is no plain number
 * (short codes, other countries, words) stays as typed, trimmed; empty becomes null. A zero is a trunk zero only before
 * another digit: no area code begins with two, and made-up numbers do.
 */
export const normalisePhone = (typed: string): string | null => {
  const trimmed = typed.trim()
  if (trimmed === '') return null
  if (!/^\+?[\d\s().-]+$/.test(trimmed)) return trimmed
  const digits = trimmed.replace(/\D/g, '')
  const national = /^(?:62|0(?=[1-9]))(\d{7,13})$/.exec(digits)?.[1]
  if (national === undefined || (trimmed.startsWith('+') && !digits.startsWith('62'))) return trimmed
  return `+62${national.replace(/^0(?=[1-9])/, '')}`
}

export const plainNumber = (typed: string | null): string | null => (typed === null ? null : normalisePhone(typed))

/** A list of numbers, each once, without what is empty. */
export const plainNumbers = (typed: readonly string[]): string[] => [
  ...new Set(typed.map(normalisePhone).filter(number => number !== null)),
]
