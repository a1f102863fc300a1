import type { ClockSetting } from '../system/service-time.ts'
import type { Fault, Victim } from './fault.ts'

const path = '/api/training/clock'
/** What two clocks may differ by that were set one after the other, service ms. */
const sameMs = 500

/** Moves service time ahead, or sets its speed, everywhere: the stand-in first, for a message must not arrive before its time. */
export const setClock = async (
  { operator, time }: Pick<Victim, 'operator' | 'time'>,
  change: { rate?: number; forwardMs?: number },
): Promise<void> => {
  time.change(change)
  // The route knows no repeats: what is missing is asked for until the setting is there.
  for (;;) {
    const setting = await operator.get<ClockSetting>(path)
    const behind = time.behind(setting)
    if (setting.rate !== time.rate()) await operator.once(path, { rate: time.rate() })
    else if (behind > sameMs) await operator.once(path, { forwardMs: behind })
    else return
  }
}

export const clockFaults = {
  clockJump: {
    what: 'the service clock jumps ahead',
    // in the midst of the other faults of its act: limits pass while parts are away
    waits: [3_000, 12_000],
    lasts: [40_000, 190_000],
    // every process looks at the setting once a second
    aftermath: 1_500,
    play: (victim, lastsMs) => setClock(victim, { forwardMs: lastsMs }),
  },
} satisfies Record<string, Fault>
