import type { ClockView } from '../../admin-api/contract/index.ts'

/** How a clock should look: calm, amber from 75 % of its limit, red from 100 %; done when it no longer runs. */
export type ClockTone = 'calm' | 'amber' | 'red' | 'done'

export interface ClockReading {
  tone: ClockTone
  elapsedSeconds: number
  /** negative once the limit has passed */
  remainingSeconds: number
  /** of the limit, may exceed 1 */
  fraction: number
  over: boolean
}

export const amberFrom = 0.75

/** What a clock shows at service time `now` (ms). Figures are shown and hurry nobody: they never leave calm. */
export const readClock = (
  clock: Pick<ClockView, 'startedAt' | 'stoppedAt' | 'limitSeconds' | 'state' | 'kind'>,
  now: number,
): ClockReading => {
  const elapsedSeconds = Math.max(0, ((clock.stoppedAt ?? now) - clock.startedAt) / 1000)
  const fraction = clock.limitSeconds > 0 ? elapsedSeconds / clock.limitSeconds : 1
  const over = fraction >= 1
  return {
    tone: toneOf(clock, fraction),
    elapsedSeconds,
    remainingSeconds: clock.limitSeconds - elapsedSeconds,
    fraction,
    over,
  }
}

const toneOf = (clock: Pick<ClockView, 'state' | 'kind'>, fraction: number): ClockTone => {
  if (clock.state !== 'running') return 'done'
  if (clock.kind === 'figure' || fraction < amberFrom) return 'calm'
  return fraction < 1 ? 'amber' : 'red'
}
