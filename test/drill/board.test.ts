import { describe, expect, test } from 'vitest'
import { Board } from '../../src/drill/cards/board.ts'
import { shownMessage } from './shown-message.ts'

const minute = 60_000
const facts = { number: 'SMG-1', title: '🚨 KEBAKARAN — P1', lines: ['📍 Jl. Contoh'] }

const boardOfTwo = (): Board => {
  const board = new Board(facts)
  board.alert({ agency: 'DINKES', role: 'lead', duty: 'act' }, 0)
  board.alert({ agency: 'POLRES', role: 'support', duty: 'inform' }, 0)
  return board
}

const shown = (lines: string[], buttons: string[]) => shownMessage('SMG/DINKES', lines.join('\n'), { buttons })

const head = ['🟡 GLADI – LATIHAN', facts.title, facts.number, ...facts.lines]

describe('what a card must show', () => {
  test('before an answer: its buttons, and how the others stand', () => {
    const board = boardOfTwo()
    const buttons = ['Kami tangani', 'Meluncur', 'Tidak bisa']
    const lines = [...head, '• POLRES: belum menjawab', 'Status: BELUM DIJAWAB, menunggu jawaban Anda']
    expect(board.faults('DINKES', shown(lines, buttons), 0)).toEqual([])
    expect(board.card('POLRES').buttons(0)).toEqual(['Diterima'])
  })

  test('after a press: who did it, Urungkan for two minutes, the detail from then on', () => {
    const board = boardOfTwo()
    board.card('DINKES').step('onScene', 'Sari', 0, true)
    const lines = [...head, '• POLRES: belum menjawab', 'Status: DI LOKASI – Sari, 10.05 WIB']
    const own = ['Selesai', 'Bawa ke RS', 'Kendala', 'Minta bantuan', 'Tidak ditemukan']
    expect(board.faults('DINKES', shown(lines, [...own, '↩ Urungkan', 'ℹ Lihat detail']), minute)).toEqual([])
    expect(board.faults('DINKES', shown(lines, [...own, 'ℹ Lihat detail']), 2 * minute)).toEqual([])
    expect(board.faults('DINKES', shown(lines, own), minute)).toHaveLength(1)
  })

  test('an undone step gives back the state before it', () => {
    const card = boardOfTwo().card('DINKES')
    card.step('acknowledged', 'Sari', 0, true)
    card.step('enRoute', 'Budi', minute, true)
    card.undo()
    expect(card.statusLine()).toBe('Status: KAMI TANGANI – Sari')
    expect(card.buttons(minute)).toContain('↩ Urungkan')
  })

  test('a question stands in the place of the buttons for a minute', () => {
    const card = boardOfTwo().card('DINKES')
    card.ask('reason', 0)
    expect(card.buttons(minute - 1)).toContain('Tidak ada unit')
    expect(card.buttons(minute)).toEqual(['Kami tangani', 'Meluncur', 'Tidak bisa'])
  })

  test('closed: the banner, and nothing to press', () => {
    const board = boardOfTwo()
    board.card('DINKES').step('reportAccepted', 'petugas', 0, false)
    board.close()
    const lines = [
      '✅ DITUTUP',
      ...head,
      '• POLRES: belum menjawab',
      'Status: LAPORAN DITERIMA 112 – petugas, 10.05 WIB',
    ]
    expect(board.faults('DINKES', shown(lines, []), 0)).toEqual([])
    expect(board.faults('DINKES', shown(lines.slice(1), []), 0)).toEqual(['lacks "✅ DITUTUP"'])
  })

  test('a wrong line about another agency is found', () => {
    const board = boardOfTwo()
    const lines = [...head, '• POLRES: sudah tahu, 10.05 WIB', 'Status: BELUM DIJAWAB, menunggu jawaban Anda']
    const faults = board.faults('DINKES', shown(lines, ['Kami tangani', 'Meluncur', 'Tidak bisa']), 0)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('sudah tahu')
  })
})
