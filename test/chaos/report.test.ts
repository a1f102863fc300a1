import { expect, test } from 'vitest'
import type { Evidence } from '../../src/chaos/evidence/evidence.ts'
import { report } from '../../src/chaos/report.ts'
import { alert, card, cardText, number, other, record } from './support/story.ts'

const evidence: Evidence = {
  alerts: [alert()],
  shown: [card(100), card(200, '2', { text: cardText(number, { marked: true }) })],
  presses: [],
  answers: [],
  deadlines: [],
  records: [record()],
  outages: [],
  starved: [],
  judgedAt: 1_000,
  rested: true,
}
const run = { faults: 3, seed: 42, begun: 0 }

test('a good run closes with its line and nothing else', () => {
  expect(report(evidence, run)).toEqual({
    lines: ['chaos: 3 faults, 1 alerts, 0 lost, 1 repeated (all marked), 0 wrong'],
    good: true,
  })
})

test('a lost alert, an unmarked repeat and a press without an answer are each told plainly', () => {
  const press = { at: 2_500, query: 'a', chat: 'SMG/DAMKAR', message: '1', button: 'Meluncur' }
  const bad = { ...evidence, alerts: [alert(), alert(other)], shown: [card(100), card(200, '2')], presses: [press] }
  expect(report(bad, run)).toEqual({
    lines: [
      `!! every alert is shown · ${other} · SMG/DAMKAR: the alert for DAMKAR was never shown (at 0.0 s; seed 42)`,
      `!! repeats are marked · ${number} · SMG/DAMKAR: 2 copies of one alert say nothing of being repeats (at 0.1 s, 0.2 s; seed 42)`,
      `!! every press is answered · ${number} · SMG/DAMKAR: Meluncur was never answered (at 2.5 s; seed 42)`,
      'chaos: 3 faults, 2 alerts, 1 lost, 1 repeated (1 not marked), 1 wrong',
    ],
    good: false,
  })
})
