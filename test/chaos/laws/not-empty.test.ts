import { expect, test } from 'vitest'
import type { Evidence } from '../../../src/chaos/evidence/evidence.ts'
import { notEmpty, proofOf } from '../../../src/chaos/laws/not-empty.ts'
import { alert, card, cardText, chat, deadline, number } from '../support/story.ts'

/** Asked at 0, shown at 300 and again at 900; a limit passed in between and fired; a press at 5 000. */
const evidence: Evidence = {
  alerts: [alert()],
  shown: [card(300), card(900, '2', { text: cardText(number, { marked: true }) })],
  presses: [{ at: 5_000, query: 'q', chat, message: '1', button: 'Meluncur' }],
  answers: [{ at: 5_400, query: 'q', text: 'dicatat' }],
  deadlines: [deadline({ dueAt: 200, firedAt: 950 })],
  records: [],
  outages: [
    { what: 'dropped', from: 100, to: 700, met: 1 },
    { what: 'a worker away', from: 250, to: 280 },
    { what: 'a poller away', from: 5_300, to: 6_000 },
  ],
  starved: [],
  judgedAt: 9_000,
  rested: true,
}

test('faults that met calls, alerts, presses and limits prove something', () => {
  expect(proofOf(evidence)).toEqual({ empty: [], disturbed: 1, repeated: 1, missed: 1 })
  expect(notEmpty(evidence)).toEqual([])
})

const idle = { what: 'Redis away', from: 7_000, to: 8_000 }
const unmet = { what: 'hang', from: 100, to: 700, met: 0 }

test.each<[string, Partial<Evidence>, string]>([
  ['nothing was under way', { outages: [...evidence.outages, idle] }, '1 of 4 faults met nothing: Redis away'],
  ['no call met it', { outages: [...evidence.outages, unmet] }, '1 of 4 faults met nothing: hang'],
  [
    'the alert was shown before anything happened',
    { shown: [card(50), ...evidence.shown], outages: evidence.outages.filter(({ what }) => what !== 'a worker away') },
    'only 0 of 1 alerts were under way while something was disturbed',
  ],
  ['nothing was repeated', { shown: [card(300)] }, 'no alert was repeated, although answers were lost'],
  ['no limit was missed', { deadlines: [] }, 'no limit passed while something was away'],
])('%s: the run proves nothing', (_, change, what) => {
  expect(notEmpty({ ...evidence, ...change })).toMatchObject([{ law: 'a run proves something', what }])
})

test('one empty fault among many is a matter of chance', () => {
  const many = Array.from({ length: 5 }, () => evidence.outages).flat()
  expect(notEmpty({ ...evidence, outages: [...many, idle, unmet] })).toEqual([])
})
