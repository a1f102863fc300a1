import { describe, expect, test } from 'vitest'
import { numberOf, readNumbered } from '../../src/drill/chats/numbered-lines.ts'

describe('a message of WhatsApp as its readers take it', () => {
  test('a card in a group: without marks and addresses, its numbers as the buttons that they stand for', () => {
    const card = [
      '*🚨 KEBAKARAN — P1*',
      'Buka peta: https://maps.google.com/?q=-6.9592,110.4175 (ketelitian ±300 m)',
      'Status: *KAMI TANGANI – Regu 1 PMI, 10.05 WIB*',
      '',
      '↩ Balas pesan ini dengan angka, atau ketik *A7K* dan angka:',
      '3 Meluncur · 7 Selesai (tanpa ke lokasi) · 0 Urungkan · 13 Lihat detail',
    ]
    expect(readNumbered(card.join('\n'))).toEqual({
      text: '🚨 KEBAKARAN — P1\nBuka peta (ketelitian ±300 m)\nStatus: KAMI TANGANI – Regu 1 PMI, 10.05 WIB',
      buttons: ['Meluncur', 'Selesai (tanpa ke lokasi)', '↩ Urungkan', 'ℹ Lihat detail'],
      code: 'A7K',
    })
  })

  test('the same in private, and a question whose numbers stand in its last line', () => {
    expect(readNumbered('Kartu\n\n↩ Jawab dengan angka (atau *C2D* dan angka):\n1 Kami tangani')).toEqual({
      text: 'Kartu',
      buttons: ['Kami tangani'],
      code: 'C2D',
    })
    const question =
      '❓ Benar sudah selesai?\n↩ Balas pesan ini dengan angka, atau ketik A7K dan angka: 7 Ya, selesai · 0 Batal'
    expect(readNumbered(question)).toEqual({
      text: '❓ Benar sudah selesai?',
      buttons: ['Ya, selesai', 'Batal'],
      code: 'A7K',
    })
  })

  test('a number beside the words of another button is no button of ours', () => {
    expect(readNumbered('Kartu\n\n↩ Balas pesan ini dengan angka:\n3 Kami tangani').buttons).toEqual(['3 Kami tangani'])
  })

  test('words that ask nothing have nothing to answer', () => {
    expect(readNumbered('Balas pesan ini dengan isi laporan.')).toEqual({
      text: 'Balas pesan ini dengan isi laporan.',
      buttons: [],
      code: null,
    })
  })
})

test('a button has its number for ever, and what is no button has none', () => {
  expect(['Kami tangani', 'ℹ Lihat detail', 'Dialihkan', 'Tidak ada unit', '↩ Urungkan'].map(numberOf)).toEqual([
    1, 13, 24, 32, 0,
  ])
  expect(numberOf('Mungkin')).toBeUndefined()
})
