import { expect, test } from 'vitest'
import { everyAlertShown } from '../../../src/chaos/laws/every-alert-shown.ts'
import { alert, card, cardText, chat, number, other } from '../support/story.ts'

test('an alert that stands in its group is not lost, whenever it came', () => {
  expect(everyAlertShown({ alerts: [alert()], shown: [card(90_000)] })).toEqual([])
})

test.each([
  ['nothing', []],
  ['only an edit', [card(10, '1', { edit: true })]],
  ['the card of another incident', [card(10, '1', { text: cardText(other) })]],
  ['the card in another group', [card(10, '1', { chat: 'SMG/PLN' })]],
  ['a reminder that names it', [card(10, '1', { text: `⏰ PENGINGAT DAMKAR: belum diterima\n${number}` })]],
])('%s was shown: the alert is lost', (_, shown) => {
  expect(everyAlertShown({ alerts: [alert()], shown })).toMatchObject([{ number, chat, times: [0] }])
})
