import { expect, test } from 'vitest'
import { nod, readWhatsAppJournal } from '../../src/chaos/evidence/read-whatsapp-journal.ts'
import { replyWithNumber } from '../../src/i18n/chat/id/whatsapp.ts'
import type { JournalEntry, MessageView } from '../../src/simulator/whatsapp/contract.ts'

const card = `*KEBAKARAN*\n\n${replyWithNumber('A7K')}\n1 Kami tangani · 2 Tidak bisa`

let seq = 0
const entry = (
  kind: 'message' | 'edit' | 'reaction',
  message: Partial<MessageView>,
  more: Partial<JournalEntry> = {},
): JournalEntry => {
  seq += 1
  const view = { chatId: 'g', byDevice: true, quotes: null, text: '', ...message }
  return { kind, seq, at: seq, chatId: 'g', messageId: message.id ?? '', message: view, ...more } as JournalEntry
}

const read = (entries: JournalEntry[]) =>
  readWhatsAppJournal(
    entries,
    () => 'SMG/PMI',
    at => at * 10,
  )

test('a number that answers a card is a press of what stands beside it; a nod and a line are its answers', () => {
  seq = 0
  const { shown, presses, answers } = read([
    entry('message', { id: 'c1', text: card }),
    entry('message', { id: 'p1', text: '1', quotes: 'c1', byDevice: false }),
    entry('reaction', { id: 'p1' }, { text: '👍' }),
    entry('message', { id: 'p2', text: '1', quotes: 'c1', byDevice: false }),
    entry('message', { id: 'l1', text: 'Sudah dicatat', quotes: 'p2' }),
  ])
  expect(shown.map(({ message, at }) => [message, at])).toEqual([
    ['c1', 10],
    ['l1', 50],
  ])
  expect(presses.map(({ query, button, message }) => [query, button, message])).toEqual([
    ['p1', 'Kami tangani', 'c1'],
    ['p2', 'Kami tangani', 'c1'],
  ])
  expect(answers).toEqual([
    { at: 30, query: 'p1', text: nod },
    { at: 50, query: 'p2', text: 'Sudah dicatat' },
  ])
})

test('a card that quotes an earlier one follows it, also after an edit; talk among people is nothing', () => {
  seq = 0
  const { shown, presses } = read([
    entry('message', { id: 'c1', text: card }),
    entry('message', { id: 't1', text: 'siap', byDevice: false }),
    entry('message', { id: 'c2', text: card, quotes: 'c1' }),
    entry('edit', { id: 'c2', text: card, quotes: 'c1' }),
  ])
  expect(shown.map(({ follows, edit }) => [follows, edit])).toEqual([
    [undefined, false],
    [true, false],
    [true, true],
  ])
  expect(presses).toEqual([])
})
