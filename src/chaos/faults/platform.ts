import { states } from '../../drill/cards/card-words.ts'
import type { FaultEffect, FaultRule } from '../../simulator/telegram/contract.ts'
import { type Fault, pause, type Victim } from './fault.ts'

/** Alerts that nobody has answered yet, and nothing else that is sent: what happens to these counts. */
const alerts = { methods: ['sendMessage'], words: states.notified.own }
/** Everything that shows or changes something. */
const showing = { methods: ['sendMessage', 'editMessageText'] }

/** Machine ms that a fault waits for a first call to meet. */
const meetsWithinMs = 60_000
const lookEveryMs = 100

/** The next such calls meet this, at most `times`, and none of them once its time, counted from the first, is over. */
const disturb = async (
  { driver }: Victim,
  lastsMs: number,
  times: number,
  effect: FaultEffect,
  which: Pick<FaultRule, 'methods' | 'words'> = alerts,
): Promise<number> => {
  const { id, left } = await driver.addFault({ ...which, times: Math.round(times), effect })
  const leftNow = async () => (await driver.faults()).find(fault => fault.id === id)?.left ?? 0
  const end = performance.now() + meetsWithinMs
  while ((await leftNow()) === left && performance.now() < end) await pause(lookEveryMs)
  await pause(lastsMs)
  const unmet = await leftNow()
  // the only rule there is, for these faults come in turn; it may be used up in this moment
  await driver.clearFaults()
  return left - unmet
}

/** Machine ms after which the app gives up on an answer, and some. */
const timeoutMs = 16_000

/** A call brings the alert that is to meet it. */
const aimed = { lane: 'platform', calls: 1, channel: 'telegram' } as const

/** What the platform does wrong, and the network before it. */
export const platformFaults = {
  storm429: {
    what: '429 storm: everything is refused for eight service seconds, again and again',
    ...aimed,
    lasts: [2_000, 6_000],
    aftermath: 3_000,
    play: (victim, lastsMs, dice) =>
      disturb(victim, lastsMs, dice.between(5, 20), { kind: 'error', code: 429, retryAfter: 8 }, showing),
  },
  broken: {
    what: '5xx: nothing was done, and nobody can know',
    ...aimed,
    lasts: [2_000, 5_000],
    aftermath: 4_000,
    play: (victim, lastsMs, dice) =>
      disturb(victim, lastsMs, dice.between(2, 6), { kind: 'error', code: dice.pick([500, 502, 503]) }),
  },
  brokenLate: {
    what: '5xx although the message is shown',
    ...aimed,
    unanswered: true,
    lasts: [2_000, 5_000],
    aftermath: 4_000,
    play: (victim, lastsMs, dice) =>
      disturb(victim, lastsMs, dice.between(1, 4), { kind: 'error', code: 502, executed: true }),
  },
  hang: {
    what: 'connections hang without an answer',
    ...aimed,
    unanswered: true,
    lasts: [2_000, 5_000],
    aftermath: timeoutMs,
    play: (victim, lastsMs, dice) =>
      disturb(victim, lastsMs, dice.between(1, 4), { kind: 'hang', executed: dice.pick([true, false]) }),
  },
  dropped: {
    what: 'messages are shown, but the connection breaks before the answer',
    ...aimed,
    unanswered: true,
    lasts: [2_000, 5_000],
    aftermath: 4_000,
    play: (victim, lastsMs, dice) => disturb(victim, lastsMs, dice.between(1, 6), { kind: 'drop' }),
  },
  cut: {
    what: 'connections break before anything is done',
    ...aimed,
    lasts: [2_000, 5_000],
    aftermath: 4_000,
    play: (victim, lastsMs, dice) => disturb(victim, lastsMs, dice.between(1, 6), { kind: 'reset' }),
  },
  unanswerable: {
    what: 'answers to presses and polls are refused with 502',
    lane: 'platform',
    lasts: [1_500, 3_000],
    aftermath: 3_000,
    play: (victim, lastsMs, dice) =>
      disturb(
        victim,
        lastsMs,
        dice.between(1, 3),
        { kind: 'error', code: 502 },
        {
          methods: ['getUpdates', 'answerCallbackQuery'],
        },
      ),
  },
} satisfies Record<string, Fault>
