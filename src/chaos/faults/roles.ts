import { cutPower, type Fault } from './fault.ts'

/** A call is on its way through every part when the power goes. */
const cut = { lane: 'parts', calls: 1, waits: [0, 1_500] } as const

/** kill -9 of every role, at whatever it is doing. */
export const roleFaults = {
  killWeb: {
    what: 'kill -9 of the web process',
    ...cut,
    lasts: [200, 3_000],
    play: (victim, lastsMs) => cutPower(victim, ['web'], lastsMs),
  },
  killWorker: {
    what: 'kill -9 of one of two workers',
    ...cut,
    lasts: [200, 4_000],
    play: (victim, lastsMs, dice) => cutPower(victim, [dice.pick(['worker-1', 'worker-2'] as const)], lastsMs),
  },
  killWorkers: {
    what: 'kill -9 of both workers',
    ...cut,
    lasts: [200, 4_000],
    play: (victim, lastsMs) => cutPower(victim, ['worker-1', 'worker-2'], lastsMs),
  },
  killPoller: {
    what: 'kill -9 of one of two pollers',
    ...cut,
    lasts: [200, 4_000],
    play: (victim, lastsMs, dice) => cutPower(victim, [dice.pick(['telegram-1', 'telegram-2'] as const)], lastsMs),
  },
  killPollers: {
    what: 'kill -9 of both pollers',
    ...cut,
    lasts: [200, 4_000],
    play: (victim, lastsMs) => cutPower(victim, ['telegram-1', 'telegram-2'], lastsMs),
  },
} satisfies Record<string, Fault>
