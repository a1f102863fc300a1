/** Silence of one user, as it is kept: until a moment of this machine's clock, or until it is lifted. */
export type Mute = { until: number } | 'untilLifted'

/** What was kept, while it still holds at `now` (machine ms). */
export const readMute = (kept: string | null, now: number): Mute | null => {
  if (kept === null) return null
  if (kept === 'untilLifted') return kept
  const until = Number(kept)
  return until > now ? { until } : null
}

export const writeMute = (mute: Mute): string => (mute === 'untilLifted' ? mute : String(mute.until))
