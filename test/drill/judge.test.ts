import { describe, expect, test } from 'vitest'
import type { Expected } from '../../src/drill/journal/expected.ts'
import { judge } from '../../src/drill/journal/judge.ts'
import type { JournalEntry, MessageView } from '../../src/simulator/telegram/contract.ts'

const chats = { labelOf: (id: number) => `chat ${id}`, idOf: (label: string) => Number(label.slice(5)) }

const message = (chatId: number, text: string, buttons: string[] = []): MessageView => ({
  chatId,
  messageId: 1,
  topicId: null,
  seq: 1,
  at: 0,
  from: { id: 1, name: 'bot', username: null, isBot: true },
  kind: 'text',
  text,
  entities: [],
  buttons: buttons.length === 0 ? [] : [buttons.map(label => ({ text: label, data: 'x' }))],
  forceReply: null,
  replyTo: null,
  edits: 0,
  editedAt: null,
  deletedAt: null,
  silent: false,
  photo: null,
  file: null,
  location: null,
  venue: null,
  albumId: null,
})

const shown = (chatId: number, text: string, buttons?: string[]): JournalEntry => {
  const view = message(chatId, text, buttons)
  return { kind: 'message', chatId, messageId: 1, byBot: true, message: view, seq: 1, at: 0 }
}
const place = { chatId: 7, messageId: 1, seq: 1, at: 0 }
const press: JournalEntry = { ...place, kind: 'press', queryId: 'q', userId: 2, button: 'Meluncur', data: 'x' }
const answer: JournalEntry = {
  ...place,
  kind: 'answer',
  queryId: 'q',
  userId: 2,
  text: 'ya',
  alert: false,
  url: null,
  repeated: false,
}
const refusal = (description: string): JournalEntry => ({
  ...place,
  kind: 'refusal',
  method: 'editMessageText',
  code: 400,
  description,
  refusedBy: 'rule',
  retryAfter: null,
  text: null,
})

const wanted: Expected = { chat: 'chat 7', texts: ['KEBAKARAN', 'SMG-1'], buttons: ['Kami tangani'] }
const right = shown(7, '🚨 KEBAKARAN\nSMG-1', ['Kami tangani'])
const deviationsOf = (entries: JournalEntry[], expected: Expected[]) => judge(entries, expected, chats).deviations

describe('what the chats showed is held against what the story expects', () => {
  test('one message for one expectation is as it must be', () => {
    expect(deviationsOf([right], [wanted])).toEqual([])
  })

  test('the same message twice is once too often', () => {
    expect(deviationsOf([right, right], [wanted])).toEqual(['unexpected in chat 7: 🚨 KEBAKARAN / SMG-1'])
  })

  test('a message that nobody saw is missing', () => {
    expect(deviationsOf([], [wanted])).toEqual(['not shown in chat 7: KEBAKARAN … SMG-1'])
  })

  test.each([
    ['in another chat', shown(8, '🚨 KEBAKARAN\nSMG-1', ['Kami tangani'])],
    ['with another text', shown(7, '🚨 KEBAKARAN\nSMG-2', ['Kami tangani'])],
    ['with other buttons', shown(7, '🚨 KEBAKARAN\nSMG-1', ['Kami tangani', 'Meluncur'])],
  ])('a message %s is both missing and unexpected', (_name, entry) => {
    expect(deviationsOf([entry], [wanted])).toHaveLength(2)
  })

  test('a press has exactly one answer', () => {
    expect(deviationsOf([press, answer], [])).toEqual([])
    expect(deviationsOf([press], [])).toEqual(['Meluncur in chat 7 was answered 0 times'])
    expect(deviationsOf([press, answer, answer], [])).toEqual(['Meluncur in chat 7 was answered 2 times'])
    expect(deviationsOf([answer], [])).toEqual(['an answer to no press: ya'])
  })

  test('a refused call deviates, unless the message already looked so', () => {
    expect(deviationsOf([refusal('Bad Request: message is not modified')], [])).toEqual([])
    expect(deviationsOf([refusal('Bad Request: chat not found')], [])).toHaveLength(1)
  })

  test('a message that the bot deletes deviates', () => {
    expect(deviationsOf([{ ...place, kind: 'delete', byBot: true }], [])).toEqual(['a message was deleted in chat 7'])
  })
})
