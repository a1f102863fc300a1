import type { BackgroundWork } from '../application/create-application.ts'
import type { Log } from '../application/ports/signals.ts'

/** Machine ms between two looks for silent checks that are due, and for channel tests that are over. */
const everyMs = 2_000

/** Looks after channels, one look at a time; what fails is tried again at the next. */
export const startChannelTester = (
  work: Pick<BackgroundWork, 'checkChats' | 'tendTests'>,
  log: Log,
): { stop(): Promise<void> } => {
  let running: Promise<void> | null = null

  const look = async (): Promise<void> => {
    for (const part of [work.tendTests, work.checkChats]) {
      try {
        await part()
      } catch (error) {
        log.error({ error }, 'channels could not be looked after; the next look tries again')
      }
    }
    running = null
  }

  const timer = setInterval(() => {
    running ??= look()
  }, everyMs)

  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
