import { expect, test } from 'vitest'
import { type OutgoingMessage, startLink } from '../../../../src/application/ports/channel.ts'
import { writeActionData } from '../../../../src/bots/action-data.ts'
import { richText } from '../../../../src/bots/rendering/rich-text.ts'
import { codeShownIn } from '../../../../src/bots/whatsapp/answers/code-shape.ts'
import { markedText } from '../../../../src/bots/whatsapp/rendering/marked-text.ts'
import { createWriteOut } from '../../../../src/bots/whatsapp/rendering/write-out.ts'

const token = 'token-of-a-card-1'
const writeOut = createWriteOut({ codeFor: async () => 'A7K' })
const button = (label: string, verb: Parameters<typeof writeActionData>[0]['verb'], about?: number) => ({
  label,
  data: writeActionData({ token, verb, ...(about === undefined ? {} : { about }) }),
})
const message = (change: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  content: richText([[{ bold: '🚨 KEBAKARAN — P1' }], 'Jl. Pemuda 1']),
  buttons: [],
  ...change,
})
const group = { chat: '62000@g.us' }

test('buttons become numbers under the text, in their order, with the code of the chat', async () => {
  const buttons = [
    [button('Kami tangani', 'acknowledge'), button('Meluncur', 'depart')],
    [button('Tidak bisa', 'decline')],
  ]
  const { text } = await writeOut(group, message({ buttons }))
  expect(text).toBe(
    [
      '*🚨 KEBAKARAN — P1*',
      'Jl. Pemuda 1',
      '',
      '↩ Balas pesan ini dengan angka, atau ketik *A7K* dan angka:',
      '1 Kami tangani · 3 Meluncur · 2 Tidak bisa',
    ].join('\n'),
  )
  expect(codeShownIn(text)).toBe('A7K')
})

test('signs in front of a label are for buttons', async () => {
  const buttons = [[button('↩ Urungkan', 'undo', 3), button('ℹ Lihat detail', 'detail')]]
  expect((await writeOut(group, message({ buttons }))).text).toMatch(/\n0 Urungkan · 13 Lihat detail$/)
})

test('units, the step that Urungkan takes back, and the link into a private chat have numbers too', async () => {
  const buttons = [
    [button('Pancar 01 tiba', 'unit:arrive', 1), button('Pancar 01 selesai', 'unit:clear', 1)],
    [button('↩ Urungkan', 'undo', 17), { label: 'Isi di chat pribadi', url: startLink({ reason: 'report', token }) }],
  ]
  const { text } = await writeOut({ chat: '62000@c.us' }, message({ buttons }))
  expect(text).toContain(
    '↩ Jawab dengan angka (atau *A7K* dan angka):\n41 Pancar 01 tiba · 51 Pancar 01 selesai · 0 Urungkan · 20 Isi di chat pribadi',
  )
})

test('without buttons nothing is asked; a quote and a place go along', async () => {
  const venue = { lat: -6.96, lng: 110.42, title: 'SMG-1', address: 'Jl. Pemuda' }
  const plain = await writeOut(group, message({ replyTo: '3EB0', venue }))
  expect(plain).toEqual({ text: '*🚨 KEBAKARAN — P1*\nJl. Pemuda 1', quote: '3EB0', place: venue })
})

test('a link is written out; ours into a private chat becomes its number; a person is a name', () => {
  const content = richText([
    [{ link: 'Buka peta', url: 'https://maps.google.com/?q=-6.9,110.4' }],
    ['Grup ramai? ', { link: 'Isi di chat pribadi', url: startLink({ reason: 'report', token }) }],
    ['dipilih ', { link: 'Budi', url: 'tg://user?id=7' }],
  ])
  expect(markedText(content)).toBe(
    'Buka peta: https://maps.google.com/?q=-6.9,110.4\nGrup ramai? balas 20 (Isi di chat pribadi)\ndipilih Budi',
  )
})

test('what people typed stays text: no mark of theirs counts, ours hold over every line', () => {
  const content = richText([[{ bold: ' satu *dua*\ntiga ' }], 'x_y _miring_ ~coret~ ```kode``` https://x.id/_a_*b 2*3'])
  expect(markedText(content)).toBe(' *satu ∗dua∗*\n*tiga* \nx_y ˍmiringˍ ∼coret∼ ˋˋˋkodeˋˋˋ https://x.id/_a_*b 2∗3')
})
