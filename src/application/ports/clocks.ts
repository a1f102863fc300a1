import type { Instant } from '../../dispatch/vocabulary.ts'

/**
 * The service clock: SOP limits, reminders, Urungkan, duty. It can be scaled and moved (training, drills, tests); its
 * setting is stored and shared by all processes.
 */
export interface ServiceClock {
  /** service time, ms since 1970 UTC */
  now(): Instant
  /** service milliseconds per machine millisecond; 0 while held */
  rate(): number
  /** machine milliseconds until the service time `at`; 0 when past, Infinity while held */
  delayUntil(at: Instant): number
}

/** The machine clock: leases, timeouts, backoff, sessions. Never scaled. */
export interface MachineClock {
  now(): number
}

/** How the service clock runs: at machine time `machine` it showed `service`, and has run at `rate` since. */
export interface ClockSetting {
  machine: number
  service: Instant
  rate: number
}
