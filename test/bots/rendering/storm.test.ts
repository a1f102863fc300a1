import { expect, test } from 'vitest'
import type { StormFacts } from '../../../src/application/ports/renderer.ts'
import { renderStormBoard, renderStormOver } from '../../../src/bots/rendering/storm.ts'

const at = Date.UTC(2026, 0, 5, 3, 32)
const minute = 60_000
const facts: StormFacts = {
  centre: { code: 'SMG', name: 'Semarang', timeZone: 'Asia/Jakarta' },
  since: at,
  endedAt: null,
  most: 34,
  open: 31,
  unanswered: 12,
  overdue: 4,
  calls: [
    { number: 'SMG-260105-007', kind: 'backup', agency: 'DAMKAR', at: at + 5 * minute },
    { number: 'SMG-260105-002', kind: 'unreachable', agency: 'PLN', at: at + minute },
  ],
  now: at + 6 * minute,
  training: false,
}
const sure = { doubtful: false }

test('the board counts, and names every call for help and every agency that nobody reaches', () => {
  expect(renderStormBoard(facts, sure).content.text).toBe(
    [
      '🌩 MODE BADAI: 34 kejadian dalam 10 menit',
      'Semarang',
      'Sejak 10.32 WIB. Ringkasan ini terus diperbarui.',
      'Pesan peringatan diganti ringkasan ini; kartu dan alarm OPD tetap dikirim satu per satu.',
      '',
      'Kejadian terbuka: 31',
      'OPD belum menjawab: 12',
      'Kejadian lewat batas waktu: 4',
      '',
      'Perlu perhatian: 2',
      '• SMG-260105-007 🆘 DAMKAR MINTA BANTUAN (10.37 WIB)',
      '• SMG-260105-002 📵 PLN TIDAK TERJANGKAU, telepon sekarang (10.33 WIB)',
    ].join('\n'),
  )
})

test('hundreds of calls fit into one message, which says how many it does not list', () => {
  const calls = Array.from({ length: 300 }, (_, index) => ({
    number: `SMG-260105-${index}`,
    kind: 'unreachable' as const,
    agency: 'DINKES',
    at,
  }))
  const { text } = renderStormBoard({ ...facts, calls }, sure).content
  expect(text.length).toBeLessThanOrEqual(4096)
  expect(text).toContain('Perlu perhatian: 300')
  expect(text).toContain('… dan 260 lagi di halaman petugas')
})

test('the closing summary says how long it was, and what is still open', () => {
  const over = { ...facts, endedAt: at + 40 * minute, calls: [] }
  expect(renderStormOver(over, { doubtful: true }).content.text).toBe(
    [
      '⚠️ ULANG, mungkin ganda',
      '🌤 Mode badai berakhir',
      'Semarang',
      'Berlangsung 10.32 WIB sampai 11.12 WIB, terpadat 34 kejadian dalam 10 menit.',
      'Peringatan kembali dikirim satu per satu.',
      '',
      'Kejadian terbuka: 31',
      'OPD belum menjawab: 12',
      'Kejadian lewat batas waktu: 4',
    ].join('\n'),
  )
})
