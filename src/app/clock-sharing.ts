import type { ClockSetting } from '../application/ports/clocks.ts'
import type { Log } from '../application/ports/signals.ts'
import { changedSetting } from '../application/service-clock.ts'
import { type Foundation, machineClock } from './foundation.ts'

const settingName = 'serviceClock'
/** Machine ms between two looks at what another process has set. */
const lookEveryMs = 1_000

export interface SharedClock {
  change(change: { rate?: number; forwardMs?: number }): Promise<ClockSetting>
  stop(): void
}

/** Before anything runs: the time that an earlier run or another process has set. */
export const adoptStoredClock = async ({ clock, stores }: Pick<Foundation, 'clock' | 'stores'>): Promise<void> => {
  const stored = await stores.settings.get<ClockSetting>(settingName)
  if (stored) clock.adopt(stored)
}

/**
 * Training only: the service clock's setting is stored, so that it survives a restart and every process shows the same
 * time. `changed` is told after each change, wherever it was made.
 */
export const shareClock = async (
  { clock, stores, queue }: Foundation,
  log: Log,
  changed: () => Promise<void>,
): Promise<SharedClock> => {
  const { settings, directory } = stores

  const adopt = async (setting: ClockSetting): Promise<void> => {
    clock.adopt(setting)
    await changed()
    for (const { code } of await directory.centres()) {
      queue.liveFeed.publish({ centre: code, topic: 'clock', id: 'service' })
    }
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
      const setting = changedSetting(clock, machineClock, change)
      await settings.put(settingName, setting)
      await adopt(setting)
      return setting
    },
    stop: () => clearInterval(timer),
  }
}
