import type { BackgroundWork } from '../../application/create-application.ts'
import type { MachineClock } from '../../application/ports/clocks.ts'
import type { SettingStore } from '../../application/ports/records.ts'
import type { Log } from '../../application/ports/signals.ts'
import { readSession } from './sharing.ts'

/** Machine ms between two looks. */
const everyMs = 2_000

export interface LossWatch {
  /** looks at once, or with the look under way */
  now(): Promise<void>
  stop(): Promise<void>
}

/**
 * The role worker watches the session, in whichever process it is: one that is away for a minute, or that nobody holds any
 * more, must not keep an agency waiting. A number that was never linked is not lost.
 * @param lostAfterMs how long it may be away, machine ms
 */
export const watchForLoss = (
  { channelLost, channelBack }: Pick<BackgroundWork, 'channelLost' | 'channelBack'>,
  {
    settings,
    machine,
    lostAfterMs,
    log,
  }: { settings: SettingStore; machine: MachineClock; lostAfterMs: number; log: Log },
): LossWatch => {
  const startedAt = machine.now()
  let known: 'linked' | 'lost' | null = null
  let running: Promise<void> | null = null

  const look = async (): Promise<void> => {
    const { health, linkedAt } = await readSession(settings, machine)
    if (health.status === 'linked') {
      if (known !== 'linked') await channelBack('whatsapp')
      known = 'linked'
      return
    }
    // what passed while no worker ran is nobody's minute of waiting
    if (linkedAt === null || machine.now() - Math.max(linkedAt, startedAt) < lostAfterMs) return
    if (known === 'lost') return
    log.error({ status: health.status }, 'WhatsApp is lost: its agencies are reached on their next rung')
    await channelLost('whatsapp', `whatsapp-${linkedAt}`)
    known = 'lost'
  }

  const now = (): Promise<void> => {
    running ??= look()
      .catch(error => log.error({ error }, 'the WhatsApp session could not be watched; the next look tries again'))
      .finally(() => {
        running = null
      })
    return running
  }
  const timer = setInterval(() => void now(), everyMs)

  return {
    now,
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
