import { expect, test } from 'vitest'
import { cardsTrue } from '../../../src/chaos/laws/cards-true.ts'
import { card, cardText, number, record } from '../support/story.ts'

const taken = (message: string, at: number) =>
  card(at, message, { edit: true, text: cardText(number, { says: 'KAMI TANGANI – Regu 1, 10.00' }) })
const records = [record({ states: { DAMKAR: 'acknowledged' } })]

test('every copy of a card was edited at last', () => {
  const shown = [card(0, '1'), card(1, '2'), taken('1', 5), taken('2', 6)]
  expect(cardsTrue({ shown, records })).toEqual([])
})

test('a copy that still shows the state before is wrong', () => {
  const shown = [card(0, '1'), card(1, '2'), taken('2', 6)]
  expect(cardsTrue({ shown, records })).toMatchObject([{ number, times: [0] }])
})

test('a copy that stayed behind when the group moved is out of reach', () => {
  const shown = [card(0, '1'), card(2, '2', { room: 3 }), { ...taken('2', 6), room: 3 }]
  expect(cardsTrue({ shown, records })).toEqual([])
})
