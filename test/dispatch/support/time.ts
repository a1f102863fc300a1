import type { Instant } from '../../../src/dispatch/vocabulary.ts'

const unitMs = { s: 1000, m: 60_000, h: 3_600_000 } as const

/** `'90s'`, `'3m'`, `'2h'` in milliseconds. */
export const ms = (span: string): number => {
  const [, count, unit] = /^(-?\d+(?:\.\d+)?)([smh])$/.exec(span) ?? []
  if (count === undefined || unit === undefined) throw new Error(`not a span of time: ${span}`)
  return Number(count) * unitMs[unit as keyof typeof unitMs]
}

/** The morning on which every story starts: the call is opened. */
export const start: Instant = Date.UTC(2026, 0, 5, 1, 0, 0)
