import { expect, test } from 'vitest'
import { oneWinner } from '../../../src/chaos/laws/one-winner.ts'
import { card, chat, number, record } from '../support/story.ts'

const presses = ['a', 'b'].map((query, at) => ({ at, query, chat, message: '1', button: 'Kami tangani' }))
const counts = (query: string) => ({ at: 5, query, text: 'Tercatat: Kami tangani.' })
const tooLate = (query: string) => ({ at: 5, query, text: 'Sudah dicatat: Kami tangani oleh Regu 1.' })
const recorded = (times: number) => [record({ steps: Array(times).fill('AssignmentAcknowledged DAMKAR') })]
const shown = [card(0)]

test('of two presses at once one counts, and the other is told so', () => {
  const answers = [counts('a'), tooLate('b')]
  expect(oneWinner({ shown, presses, answers, records: recorded(1) })).toEqual([])
})

test('a nod says that an answer by number counts', () => {
  const nodded = (query: string) => ({ at: 5, query, text: '👍' })
  expect(oneWinner({ shown, presses, answers: [nodded('a'), tooLate('b')], records: recorded(1) })).toEqual([])
  const both = [nodded('a'), nodded('b')]
  expect(oneWinner({ shown, presses, answers: both, records: recorded(1) })).toMatchObject([{ number, chat }])
})

test('a press whose presser was only told to wait is nobody’s win', () => {
  const answers = presses.map(({ query }) => ({ at: 5, query, text: 'Diproses… lihat kartunya sebentar lagi.' }))
  expect(oneWinner({ shown, presses, answers, records: recorded(1) })).toEqual([])
})

test.each([
  ['both were told that they count', [counts('a'), counts('b')], 1],
  ['the record has it twice', [counts('a'), tooLate('b')], 2],
  ['the record has it not at all', [counts('a'), tooLate('b')], 0],
])('it is wrong when %s', (_, answers, times) => {
  expect(oneWinner({ shown, presses, answers, records: recorded(times) })).toMatchObject([{ number, chat }])
})
