import { expect, test } from 'vitest'
import { rungsInTime } from '../../../src/chaos/laws/rungs-in-time.ts'
import { card, deadline, number } from '../support/story.ts'

const reminder = (at: number) => card(at, '5', { text: `⏰ PENGINGAT DAMKAR: belum diterima\n${number}` })
/** over, and nothing under way any more */
const end = { starved: [], judgedAt: 400_000, rested: true }
const outages = [{ what: 'the workers', from: 90_000, to: 200_000 }]

test('fired and told at once', () => {
  expect(rungsInTime({ deadlines: [deadline()], shown: [reminder(102_000)], outages: [], ...end })).toEqual([])
})

test('missed in an outage, made up for when the parts are back', () => {
  const deadlines = [deadline({ firedAt: 214_000 })]
  expect(rungsInTime({ deadlines, shown: [reminder(258_000)], outages, ...end })).toEqual([])
})

test.each([
  ['fired more than 15 s after the parts were back', { firedAt: 216_000 }, [reminder(217_000)], outages],
  ['fired more than 15 s late without any outage', { firedAt: 116_000 }, [reminder(117_000)], []],
  ['never fired', { firedAt: null }, [reminder(102_000)], []],
  ['its message never came', {}, [], []],
  ['its message came more than a lease late', {}, [reminder(147_000)], []],
  ['its message is one of another incident', {}, [card(102_000, '5', { text: '⏰ PENGINGAT DAMKAR' })], []],
])('%s: wrong', (_, change, shown, away) => {
  expect(rungsInTime({ deadlines: [deadline(change)], shown, outages: away, ...end })).toMatchObject([{ number }])
})

test.each([
  ['the crew answered before', { firedAt: null, endedAt: 99_000 }],
  ['the crew answered while there was still time to fire', { firedAt: null, endedAt: 114_000 }],
  ['it was not due before the end', { firedAt: null, dueAt: end.judgedAt + 1 }],
  ['nothing is sent for it', { says: null }],
])('nothing is missing when %s', (_, change) => {
  expect(rungsInTime({ deadlines: [deadline(change)], shown: [], outages: [], ...end })).toEqual([])
})

test.each([
  ['it was never fired', { firedAt: null }],
  ['its message was never shown', {}],
])('a run that came to rest has no time left to give: %s', (_, change) => {
  const deadlines = [deadline(change)]
  const soon = { shown: [], outages: [], starved: [], judgedAt: 103_000 }
  expect(rungsInTime({ deadlines, ...soon, rested: true })).toMatchObject([{ number }])
  expect(rungsInTime({ deadlines, ...soon, rested: false })).toEqual([])
})
