import type { RateLimited } from '../ports/channel.ts'
import type { ServiceClock } from '../ports/clocks.ts'

/** Machine ms to wait. The platform's seconds are service seconds: a training clock that runs faster waits shorter. */
export const pauseMs = ({ retryAfterSeconds }: RateLimited, clock: Pick<ServiceClock, 'rate'>): number =>
  Math.ceil((retryAfterSeconds * 1000) / (clock.rate() || 1))
