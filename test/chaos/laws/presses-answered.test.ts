import { expect, test } from 'vitest'
import { pressesAnswered } from '../../../src/chaos/laws/presses-answered.ts'
import { card, chat, number } from '../support/story.ts'

const press = { at: 7, query: 'a', chat, message: '1', button: 'Meluncur' }

test('any answer will do', () => {
  const answers = [{ at: 9, query: 'a', text: 'Diproses…' }]
  expect(pressesAnswered({ shown: [card(0)], presses: [press], answers })).toEqual([])
})

test('a press without one is wrong, whoever else was answered', () => {
  const answers = [{ at: 9, query: 'b', text: 'Tercatat: Meluncur.' }]
  expect(pressesAnswered({ shown: [card(0)], presses: [press], answers })).toMatchObject([{ number, chat, times: [7] }])
})
