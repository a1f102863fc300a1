import { expect, test } from 'vitest'
import { spanInWords, timeOfDay } from '../../src/i18n/chat/id/format.ts'

test('the time of day is that of the centre', () => {
  const noon = Date.UTC(2026, 2, 10, 5, 0)
  expect(timeOfDay(noon, 'Asia/Jakarta')).toBe('12.00 WIB')
  expect(timeOfDay(noon, 'Asia/Makassar')).toBe('13.00 WITA')
  expect(timeOfDay(noon, 'Asia/Jayapura')).toBe('14.00 WIT')
})

test('spans are said in at most two units', () => {
  const table: [number, string][] = [
    [0, '0 detik'],
    [45, '45 detik'],
    [60, '1 menit'],
    [90, '1 menit 30 detik'],
    [3600, '1 jam'],
    [7500, '2 jam 5 menit'],
    [7559, '2 jam 5 menit'],
    [-3, '0 detik'],
  ]
  for (const [seconds, words] of table) expect([seconds, spanInWords(seconds)]).toEqual([seconds, words])
})
