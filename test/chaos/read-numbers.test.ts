import { expect, test } from 'vitest'
import { numbersIn, withoutMarks } from '../../src/chaos/load/phones/read-numbers.ts'
import { answerWithNumber, choice, choices, replyWithNumber } from '../../src/i18n/chat/id/whatsapp.ts'

const offered = choices([choice(1, 'Kami tangani'), choice(2, 'Tidak bisa')])

test.each([
  ['a card', `*KEBAKARAN (P1)*\nSMG-1\n\n${replyWithNumber('A7K').replace('A7K', '*A7K*')}\n${offered}`],
  ['a line with a question', `❓ Bagaimana?\n${replyWithNumber('A7K')} ${offered}`],
  ['a chat without codes', `Kartu\n\n${replyWithNumber(null)}\n${offered}`],
  ['a private chat', `Kartu\n\n${answerWithNumber('A7K')}\n${offered}`],
])('the answers that %s offers are read by number', (_, text) => {
  expect([...numbersIn(withoutMarks(text))]).toEqual([
    [1, 'Kami tangani'],
    [2, 'Tidak bisa'],
  ])
})

test('what asks nothing offers nothing', () => {
  expect([...numbersIn('Laporan diterima. 1 Kami tangani · 2 Tidak bisa')]).toEqual([])
})
