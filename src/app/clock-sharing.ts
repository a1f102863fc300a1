import type { ClockSetting, MachineClock } from '../application/ports/clocks.ts'
import type { SettingStore } from '../application/ports/records.ts'
import type { LiveFeed, Log } from '../application/ports/signals.ts'
import type { AdjustableServiceClock } from '../application/service-clock.ts'
import { changedSetting } from '../application/service-clock.ts'

const settingName = 'serviceClock'
/** Machine ms between two looks at what another process has set. */
const lookEveryMs = 1_000

export interface SharedClock {
  change(change: { rate?: number; forwardMs?: number }): Promise<ClockSetting>
  stop(): void
}

/**
 * Training only: the service clock's setting is stored, so that it survives a restart and every process shows the same
 * time. `changed` is told after each change, wherever it was made.
 */
export const shareClock = async (options: {
  clock: AdjustableServiceClock
  machine: MachineClock
  settings: SettingStore
  live: LiveFeed
  centres(): Promise<string[]>
  changed(): Promise<void>
  log: Log
}): Promise<SharedClock> => {
  const { clock, machine, settings, live, log } = options

  const adopt = async (setting: ClockSetting): Promise<void> => {
    clock.adopt(setting)
    await options.changed()
    for (const centre of await options.centres()) live.publish({ centre, topic: 'clock', id: 'service' })
  }

  const look = async (): Promise<void> => {
    const stored = await settings.get<ClockSetting>(settingName)
    if (stored && JSON.stringify(stored) !== JSON.stringify(clock.setting())) await adopt(stored)
  }

  await look()
  const timer = setInterval(() => {
    look().catch(error => log.warn({ error }, 'the service clock could not be read'))
  }, lookEveryMs)

  return {
    change: async change => {
      const setting = changedSetting(clock, machine, change)
      await settings.put(settingName, setting)
      await adopt(setting)
      return setting
    },
    stop: () => clearInterval(timer),
  }
}
