import { expect, test } from 'vitest'
import { cardsTrue } from '../../../src/chaos/laws/cards-true.ts'
import { card, cardText, chat, number, record } from '../support/story.ts'

const taken = (message: string, at: number) =>
  card(at, message, { edit: true, text: cardText(number, { says: 'KAMI TANGANI – Regu 1, 10.00' }) })
const records = [record({ states: { DAMKAR: 'acknowledged' } })]

test('every copy of a card was edited at last', () => {
  const shown = [card(0, '1'), card(1, '2'), taken('1', 5), taken('2', 6)]
  expect(cardsTrue({ shown, records, presses: [] })).toEqual([])
})

test('the copy that came last and still shows the state before is wrong', () => {
  const shown = [card(0, '1'), card(1, '2'), taken('1', 6)]
  expect(cardsTrue({ shown, records, presses: [] })).toMatchObject([{ number, times: [1] }])
})

test('an earlier copy whose sender never learned of it is out of reach until somebody presses on it', () => {
  const shown = [card(0, '1'), card(1, '2'), taken('2', 6)]
  expect(cardsTrue({ shown, records, presses: [] })).toEqual([])
  const presses = [{ at: 4, query: 'q', chat, message: '1', button: 'Kami tangani' }]
  expect(cardsTrue({ shown, records, presses })).toMatchObject([{ number, times: [0] }])
  expect(cardsTrue({ shown: [...shown, taken('1', 7)], records, presses })).toEqual([])
})

test('what a later copy follows cannot be edited any more; the one that follows must tell the truth', () => {
  const pressed = [{ at: 4, query: 'q', chat, message: '1', button: 'Kami tangani' }]
  const follow = card(6, '2', { follows: true })
  expect(cardsTrue({ shown: [card(0, '1'), follow], records, presses: pressed })).toMatchObject([{ times: [6] }])
  const told = { ...taken('2', 7), follows: true as const }
  expect(cardsTrue({ shown: [card(0, '1'), follow, told], records, presses: pressed })).toEqual([])
})

test('a copy that stayed behind when the group moved is out of reach', () => {
  const shown = [card(0, '1'), card(2, '2', { room: '3' }), { ...taken('2', 6), room: '3' }]
  expect(cardsTrue({ shown, records, presses: [] })).toEqual([])
})
