import { describe, expect, test } from 'vitest'
import { countVictims, readReportLines } from '../../src/application/reports/report-lines.ts'

describe('a report’s own lines', () => {
  test('are understood whatever their case, with the lines that follow them', () => {
    expect(
      readReportLines(`Api padam pukul 15.00.
korban: 2 luka
UNIT : 3 mobil, 12 personel
Tindakan: pemadaman
dan pendinginan

Terima kasih
Kendala= jalan sempit`),
    ).toEqual({
      victims: 2,
      units: '3 mobil, 12 personel',
      actions: 'pemadaman dan pendinginan',
      obstacles: 'jalan sempit',
    })
  })

  test('are understood in any order, with colon, equals sign or dash, behind bullets, numbers and stars', () => {
    for (const text of [
      'Kendala: hujan\nUnit: 2 mobil\nKorban: 3',
      'KORBAN = tiga\nunit - 2 mobil\nKendala – hujan',
      '- korban – 3 orang\n• Unit: 2 mobil\n* Kendala: hujan',
      '1. Jumlah korban: 3\n2) Unit= 2 mobil\n3. kendala -hujan'.replace('-hujan', '- hujan'),
      '*Korban*: tiga orang\n*Unit:* 2 mobil\n_Kendala_ : hujan',
    ]) {
      expect(readReportLines(text)).toEqual({ victims: 3, units: '2 mobil', obstacles: 'hujan' })
    }
  })

  test('a word that only begins like one of ours is none', () => {
    expect(readReportLines('Korban-korban sudah dibawa\nUnitnya 3\nKendalanya: tidak ada')).toEqual({})
  })

  test('free words give no figures', () => {
    expect(readReportLines('Api sudah padam, korban dibawa ke RS')).toEqual({})
    expect(readReportLines('')).toEqual({})
  })

  test('empty lines of a copied form say nothing', () => {
    expect(readReportLines('Korban:\nUnit:\nTindakan:\nKendala:')).toEqual({})
  })
})

test('victims are counted only when a number stands in front', () => {
  const table: [string, number | undefined][] = [
    ['2 luka', 2],
    ['2 luka, 1 meninggal', 3],
    ['2 orang (1 luka berat, 1 luka ringan)', 2],
    ['satu luka dan dua terjebak', 3],
    ['sekitar 5 orang', 5],
    ['nihil', 0],
    ['Tidak ada', 0],
    ['nihilisme', undefined],
    ['2 luka, dibawa 1 ambulans', 2],
    ['1 luka, 45 tahun', 1],
    ['4, satu di lantai dua', 4],
    ['Tak ada korban', 0],
    ['1.200 jiwa', 1200],
    ['10 luka ringan', 10],
    ['seorang ibu', 1],
    ['banyak', undefined],
    ['', undefined],
  ]
  for (const [text, count] of table) expect([text, countVictims(text)]).toEqual([text, count])
})

test('Indonesian number words are known up to twenty, and a little beyond', () => {
  const words = [
    ...['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'],
    ...['dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'].map(word => `${word} belas`),
    'dua puluh',
  ]
  words.forEach((word, value) => {
    expect([word, countVictims(`${word.toUpperCase()} orang`)]).toEqual([word, value])
  })
  expect(countVictims('duabelas orang')).toBe(12)
  expect(countVictims('dua puluh satu orang, tiga anak')).toBe(24)
  expect(countVictims('duapuluh')).toBe(20)
})
