import type { Instant } from '../vocabulary.ts'

/** Daftar jaga: who stands ready from when until when. Spans are points in time, so midnight is nothing special. */
export interface Span {
  from: Instant
  /** the first moment that is no longer covered: whoever follows begins then */
  until: Instant
}

/** Longest shift that is no slip of the hand, in hours: duty officers of agencies may stand for a month. */
export const longestShiftHours = 31 * 24

export const covers = ({ from, until }: Span, now: Instant): boolean => from <= now && now < until

/** What is wrong with a span; undefined when it may stand on the list. Shifts may overlap. */
export const badSpan = ({ from, until }: Span): 'shiftEndsFirst' | 'shiftTooLong' | undefined => {
  if (until <= from) return 'shiftEndsFirst'
  return until - from > longestShiftHours * 3_600_000 ? 'shiftTooLong' : undefined
}
