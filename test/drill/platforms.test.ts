import { describe, expect, test } from 'vitest'
import { happeningOf as onTelegram } from '../../src/drill/chats/telegram.ts'
import { happeningOf as onWhatsApp } from '../../src/drill/chats/whatsapp.ts'
import type { JournalEntry } from '../../src/simulator/telegram/contract.ts'
import type { MessageView, JournalEntry as WhatsAppEntry } from '../../src/simulator/whatsapp/contract.ts'

describe('what Telegram showed', () => {
  const place = { chatId: 7, messageId: 1, seq: 1, at: 0 }
  const labelOf = (id: number) => `chat ${id}`
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

  test('a press is owed the answer that has its number', () => {
    const press: JournalEntry = { ...place, kind: 'press', queryId: 'q', userId: 2, button: 'Meluncur', data: 'x' }
    const told = { text: 'ya', alert: false, url: null, repeated: false }
    const answer: JournalEntry = { ...place, kind: 'answer', queryId: 'q', userId: 2, ...told }
    expect([press, answer].flatMap(entry => onTelegram(entry, labelOf))).toEqual([
      { kind: 'asked', id: 'q', what: 'Meluncur in chat 7' },
      { kind: 'told', id: 'q', text: 'ya' },
    ])
  })

  test('a refused call is trouble, unless the message already looked so; so is a message that the bot deletes', () => {
    expect(onTelegram(refusal('Bad Request: message is not modified'), labelOf)).toEqual([])
    const text = 'editMessageText was refused: 400 Bad Request: chat not found'
    expect(onTelegram(refusal('Bad Request: chat not found'), labelOf)).toEqual([{ kind: 'trouble', text }])
    expect(onTelegram({ ...place, kind: 'delete', byBot: true }, labelOf)).toHaveLength(1)
    expect(onTelegram({ ...place, kind: 'delete', byBot: false }, labelOf)).toEqual([])
  })
})

describe('what WhatsApp showed', () => {
  const message = (id: string, more: Partial<MessageView>): MessageView => ({
    id,
    chatId: '1@g.us',
    seq: 1,
    author: '62000',
    authorName: 'Regu 1',
    byDevice: true,
    at: 5,
    kind: 'text',
    text: '',
    notice: null,
    media: null,
    poll: null,
    place: null,
    quotes: null,
    mentions: [],
    edited: false,
    deleted: false,
    ack: 1,
    reactions: {},
    votes: {},
    versions: [],
    ...more,
  })
  const entry = (id: string, more: Partial<MessageView>): WhatsAppEntry => ({
    kind: 'message',
    chatId: '1@g.us',
    messageId: id,
    message: message(id, more),
    seq: 1,
    at: 5,
  })
  const reaction = (by: string): WhatsAppEntry => ({
    kind: 'reaction',
    chatId: '1@g.us',
    messageId: 'A',
    by,
    text: '👍',
    message: message('A', {}),
    seq: 1,
    at: 5,
  })
  const reading = { owner: '62112', labelOf: () => 'SMG/PMI', asked: new Set(['A']) }
  const happenings = (...entries: WhatsAppEntry[]) => entries.flatMap(one => onWhatsApp(one, reading))

  test('an answer by number is owed a nod of ours, or a message that quotes it', () => {
    const number = entry('A', { byDevice: false, text: '1' })
    expect(happenings(number, reaction('62112'))).toEqual([
      { kind: 'asked', id: 'A', what: '"1" in SMG/PMI' },
      { kind: 'told', id: 'A', text: '👍' },
    ])
    expect(happenings(entry('B', { text: 'Belum jelas', quotes: 'A' })).map(({ kind }) => kind)).toEqual([
      'told',
      'shown',
    ])
  })

  test('what people say and feel among themselves is nothing to us', () => {
    expect(happenings(entry('C', { byDevice: false, text: 'siap' }), reaction('62000'))).toEqual([])
  })

  test('a question for words says so, for there is no other sign of it', () => {
    const [prompt] = happenings(entry('D', { text: '*📝 Laporan*\nBalas pesan ini dengan isi laporan.' }))
    expect(prompt).toMatchObject({ kind: 'shown', message: { asks: true, text: expect.stringMatching(/^📝 Laporan/) } })
    const [card] = happenings(entry('E', { text: 'Kartu\n\n↩ Balas pesan ini dengan angka:\n1 Kami tangani' }))
    expect(card).toMatchObject({ message: { asks: false, buttons: ['Kami tangani'] } })
  })

  test('a refusal, a module that is not there, a device that is unlinked are trouble; Chromium may come and go', () => {
    const at = { seq: 1, at: 5 }
    const refused: WhatsAppEntry = {
      ...at,
      kind: 'refusal',
      call: 'edit',
      chatId: '1@g.us',
      reason: 'too_late',
      text: null,
    }
    const device = (change: 'unlinked' | 'page-closed'): WhatsAppEntry => ({
      ...at,
      kind: 'device',
      change,
      detail: null,
    })
    expect(happenings(refused, { ...at, kind: 'drift', name: 'WAWeb' }, device('unlinked'))).toHaveLength(3)
    expect(happenings(device('page-closed'))).toEqual([])
  })
})
