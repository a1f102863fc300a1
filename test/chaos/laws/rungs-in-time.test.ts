import { expect, test } from 'vitest'
import { rungsInTime } from '../../../src/chaos/laws/rungs-in-time.ts'
import { card, deadline, number } from '../support/story.ts'

const reminder = (at: number) => card(at, '5', { text: `⏰ PENGINGAT DAMKAR: belum diterima\n${number}` })
const judgedAt = 400_000
const outages = [{ what: 'the workers', from: 90_000, to: 200_000 }]

test('fired and told at once', () => {
  expect(rungsInTime({ deadlines: [deadline()], shown: [reminder(102_000)], outages: [], judgedAt })).toEqual([])
})

test('missed in an outage, made up for when the parts are back', () => {
  const deadlines = [deadline({ firedAt: 214_000 })]
  expect(rungsInTime({ deadlines, shown: [reminder(258_000)], outages, judgedAt })).toEqual([])
})

test.each([
  ['fired more than 15 s after the parts were back', { firedAt: 216_000 }, [reminder(217_000)], outages],
  ['fired more than 15 s late without any outage', { firedAt: 116_000 }, [reminder(117_000)], []],
  ['never fired', { firedAt: null }, [reminder(102_000)], []],
  ['its message never came', {}, [], []],
  ['its message came more than a lease late', {}, [reminder(147_000)], []],
  ['its message is one of another incident', {}, [card(102_000, '5', { text: '⏰ PENGINGAT DAMKAR' })], []],
])('%s: wrong', (_, change, shown, away) => {
  expect(rungsInTime({ deadlines: [deadline(change)], shown, outages: away, judgedAt })).toMatchObject([{ number }])
})

test.each([
  ['the crew answered before', { firedAt: null, endedAt: 99_000 }],
  ['the crew answered while there was still time to fire', { firedAt: null, endedAt: 114_000 }],
  ['it was not due before the end', { firedAt: null, dueAt: judgedAt + 1 }],
  ['nothing is sent for it', { says: null }],
])('nothing is missing when %s', (_, change) => {
  expect(rungsInTime({ deadlines: [deadline(change)], shown: [], outages: [], judgedAt })).toEqual([])
})
