import type { ServiceClock } from '../../src/application/ports/clocks.ts'
import type { Log } from '../../src/application/ports/signals.ts'

/** A log that says nothing. */
export const noLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** A service clock that runs with the machine. */
export const machineSpeed: ServiceClock = {
  now: () => Date.now(),
  rate: () => 1,
  delayUntil: at => Math.max(0, at - Date.now()),
}

/** A service clock that a test sets; it stands still between. */
export function handClock(start = Date.UTC(2026, 0, 1)) {
  let now = start
  const clock: ServiceClock & { forward(ms: number): void; set(at: number): void } = {
    now: () => now,
    rate: () => 1,
    delayUntil: at => Math.max(0, at - now),
    forward: ms => {
      now += ms
    },
    set: at => {
      now = at
    },
  }
  return clock
}

/** A promise and the function that settles it. */
export function latch() {
  let open: () => void = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { opened, open }
}
