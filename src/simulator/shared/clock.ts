/** The service clock that limits, dates and waits are counted on: the owner of the stand-in injects it. */
export interface ServiceClock {
  /** Service time in milliseconds since the Unix epoch. */
  now(): number
  /** Service milliseconds that pass in one machine millisecond: 1 in real time, 60 in a fast drill, 0 while held. */
  rate(): number
}

/** A service clock that runs with the machine. */
export const machineClock: ServiceClock = { now: () => Date.now(), rate: () => 1 }

/** Service time in whole seconds, as the Bot API gives every `date`. */
export function unixSeconds(clock: ServiceClock): number {
  return Math.floor(clock.now() / 1000)
}
