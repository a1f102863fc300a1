import { describe, expect, test } from 'vitest'
import { countVictims, readReportLines } from '../../../src/bots/telegram/report-lines.ts'

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
    ['banyak', undefined],
    ['', undefined],
  ]
  for (const [text, count] of table) expect([text, countVictims(text)]).toEqual([text, count])
})
