import { expect, test } from 'vitest'
import { orderPerChat } from '../../../src/chaos/laws/order-per-chat.ts'
import { alert, card, cardText, number, other } from '../support/story.ts'

const second = (at: number) => card(at, '2', { text: cardText(other) })
const both = [alert(number, 0), alert(other, 1_000)]

test('alerts come in the order in which they were asked for', () => {
  expect(orderPerChat({ alerts: both, shown: [card(2_000), second(2_100)], outages: [] })).toEqual([])
})

test('one that comes after a later one is wrong', () => {
  const shown = [second(2_000), card(2_100)]
  expect(orderPerChat({ alerts: both, shown, outages: [] })).toMatchObject([{ number, times: [0, 2_000, 2_100] }])
})

test.each([
  ['while something was away', { what: 'web', from: 500, to: 1_500 }, 0],
  ['while something is away still', { what: 'web', from: 500 }, 0],
  ['after everything was back', { what: 'web', from: -500, to: -1 }, 1],
])('it may be overtaken: %s', (_, outage, wrong) => {
  const shown = [second(2_000), card(2_100)]
  expect(orderPerChat({ alerts: both, shown, outages: [outage] })).toHaveLength(wrong)
})

test('two that were asked for at the same time may come either way', () => {
  const alerts = [alert(number, 0), alert(other, 5)]
  expect(orderPerChat({ alerts, shown: [second(2_000), card(2_100)], outages: [] })).toEqual([])
})

test('the first that a group reads of an incident is its alert, outage or not', () => {
  const reminder = card(100, '9', { text: `⏰ PENGINGAT DAMKAR: belum diterima\n${number}` })
  const outages = [{ what: 'web', from: 0 }]
  expect(orderPerChat({ alerts: [alert()], shown: [card(50), reminder], outages })).toEqual([])
  expect(orderPerChat({ alerts: [alert()], shown: [reminder, card(150)], outages })).toMatchObject([
    { number, times: [100, 150] },
  ])
})
