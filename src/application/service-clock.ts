import type { Instant } from '../dispatch/vocabulary.ts'
import type { ClockSetting, MachineClock, ServiceClock } from './ports/clocks.ts'

/** The service clock of one process; its setting is stored and shared, so that every process shows the same time. */
export interface AdjustableServiceClock extends ServiceClock {
  setting(): ClockSetting
  adopt(setting: ClockSetting): void
  /** called after every change, for timers that must be armed again */
  onChange(listener: () => void): void
}

/** The clock that runs as the machine's does. */
export const plainSetting: ClockSetting = { machine: 0, service: 0, rate: 1 }

export const createServiceClock = (
  machine: MachineClock,
  initial: ClockSetting = plainSetting,
): AdjustableServiceClock => {
  let setting = initial
  const listeners: (() => void)[] = []
  const now = (): Instant => Math.round(setting.service + (machine.now() - setting.machine) * setting.rate)
  return {
    now,
    rate: () => setting.rate,
    delayUntil: at => {
      const ahead = at - now()
      if (ahead <= 0) return 0
      return setting.rate === 0 ? Number.POSITIVE_INFINITY : Math.ceil(ahead / setting.rate)
    },
    setting: () => setting,
    adopt: next => {
      setting = next
      for (const listener of listeners) listener()
    },
    onChange: listener => void listeners.push(listener),
  }
}

/** The setting after a change at this moment: another rate, a jump ahead, or both. Service time never runs back. */
export const changedSetting = (
  clock: AdjustableServiceClock,
  machine: MachineClock,
  change: { rate?: number; forwardMs?: number },
): ClockSetting => ({
  machine: machine.now(),
  service: clock.now() + Math.max(0, change.forwardMs ?? 0),
  rate: change.rate ?? clock.rate(),
})
