import { agenciesOn, groupOf } from '../plan/plan-calls.ts'
import { type Fault, pause } from './fault.ts'

/** Not all at the beginning of an act: crews press when they have their alerts. */
const whenever = { waits: [0, 10_000] } as const

/** What the platform does with updates and groups without anything being wrong. */
export const updateFaults = {
  duplicated: {
    what: 'updates come twice',
    ...whenever,
    lasts: [3_000, 6_000],
    play: async ({ driver }, lastsMs, dice) => {
      await driver.duplicateUpdates(Math.round(dice.between(5, 15)))
      await pause(lastsMs)
    },
  },
  reordered: {
    what: 'updates come in the wrong order',
    ...whenever,
    lasts: [1_500, 4_000],
    play: async ({ driver }, lastsMs, dice) => {
      await driver.reorderUpdates(Math.round(dice.between(3, 6)))
      await pause(lastsMs)
      await driver.releaseUpdates()
    },
  },
  migration: {
    what: 'a group becomes a supergroup in mid-burst',
    lasts: [300, 1_200],
    aftermath: 3_000,
    calls: 3,
    channel: 'telegram',
    play: async ({ driver }, lastsMs, dice) => {
      const label = groupOf(dice.pick(agenciesOn('telegram')))
      await pause(lastsMs)
      // once a group has moved it cannot move again
      if ((await driver.chat(label)).type === 'group')
        await driver.migrate(label, dice.pick(['before', 'after'] as const))
    },
  },
} satisfies Record<string, Fault>
