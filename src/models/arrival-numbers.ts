/** Growing numbers that say what was stored first, in all collections. */
export interface ArrivalNumbers {
  next(): number
  /** takes `count` numbers that follow each other and returns the first */
  reserve(count: number): number
}

/** Numbers for one machine millisecond: far more than a process stores in one. */
const perMillisecond = 1_000

/**
 * Arrival numbers of one process, from its machine clock: they grow also when the clock stands or steps back. Between
 * processes they are as good as the machines' clocks agree; a chat's updates come from one poller at a time.
 */
export function arrivalNumbers(machineNow: () => number = Date.now): ArrivalNumbers {
  let last = 0
  const reserve = (count: number): number => {
    const first = Math.max(last + 1, Math.floor(machineNow()) * perMillisecond)
    last = first + count - 1
    return first
  }
  return { reserve, next: () => reserve(1) }
}
