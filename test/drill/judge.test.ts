import { describe, expect, test } from 'vitest'
import type { Happening } from '../../src/drill/chats/chat-message.ts'
import type { Expected } from '../../src/drill/journal/expected.ts'
import { judge } from '../../src/drill/journal/judge.ts'
import { shownMessage } from './shown-message.ts'

const shown = (chat: string, text: string, buttons: string[] = []): Happening => ({
  kind: 'shown',
  message: shownMessage(chat, text, { buttons }),
})
const press: Happening = { kind: 'asked', id: 'q', what: 'Meluncur in SMG/DAMKAR' }
const answer: Happening = { kind: 'told', id: 'q', text: 'ya' }

const wanted: Expected = { chat: 'SMG/DAMKAR', texts: ['KEBAKARAN', 'SMG-1'], buttons: ['Kami tangani'] }
const right = shown('SMG/DAMKAR', '🚨 KEBAKARAN\nSMG-1', ['Kami tangani'])
const deviationsOf = (happenings: Happening[], expected: Expected[]) => judge(happenings, expected).deviations

describe('what the chats showed is held against what the story expects', () => {
  test('one message for one expectation is as it must be', () => {
    expect(deviationsOf([right], [wanted])).toEqual([])
  })

  test('the same message twice is once too often', () => {
    expect(deviationsOf([right, right], [wanted])).toEqual(['unexpected in SMG/DAMKAR: 🚨 KEBAKARAN / SMG-1'])
  })

  test('a message that nobody saw is missing', () => {
    expect(deviationsOf([], [wanted])).toEqual(['not shown in SMG/DAMKAR: KEBAKARAN … SMG-1'])
  })

  test.each([
    ['in another chat', shown('SMG/PLN', '🚨 KEBAKARAN\nSMG-1', ['Kami tangani'])],
    ['with another text', shown('SMG/DAMKAR', '🚨 KEBAKARAN\nSMG-2', ['Kami tangani'])],
    ['with other buttons', shown('SMG/DAMKAR', '🚨 KEBAKARAN\nSMG-1', ['Kami tangani', 'Meluncur'])],
  ])('a message %s is both missing and unexpected', (_name, happening) => {
    expect(deviationsOf([happening], [wanted])).toHaveLength(2)
  })

  test('a press has exactly one answer', () => {
    expect(deviationsOf([press, answer], [])).toEqual([])
    expect(deviationsOf([press], [])).toEqual(['Meluncur in SMG/DAMKAR was answered 0 times'])
    expect(deviationsOf([press, answer, answer], [])).toEqual(['Meluncur in SMG/DAMKAR was answered 2 times'])
    expect(deviationsOf([answer], [])).toEqual(['an answer to no press: ya'])
  })

  test('whatever must not happen deviates as it is told', () => {
    expect(deviationsOf([{ kind: 'trouble', text: 'a message was deleted' }], [])).toEqual(['a message was deleted'])
  })
})
