import readWorkbook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { toXlsx } from '../../../src/admin-api/export/to-xlsx.ts'

test('a workbook is read back: a sheet for each table, numbers as numbers, texts never as formulas', async () => {
  const workbook = await toXlsx([
    {
      name: 'steps',
      title: 'Waktu',
      columns: [
        { title: 'Langkah', kind: 'text' },
        { title: 'Median (detik)', kind: 'number' },
        { title: 'Dalam sasaran', kind: 'share' },
      ],
      rows: [
        ['=HYPERLINK("http://x")', 12.5, 2 / 3],
        ['Dering & "siang" <b> é 🚒', 1200, null],
      ],
    },
    { name: 'trend', title: 'Tren', columns: [{ title: 'Periode', kind: 'text' }], rows: [['2026-11']] },
  ])
  const sheets = await readWorkbook(workbook)
  expect(sheets.map(({ sheet, data }) => [sheet, data])).toEqual([
    [
      'Waktu',
      [
        ['Langkah', 'Median (detik)', 'Dalam sasaran'],
        [`'=HYPERLINK("http://x")`, 12.5, 2 / 3],
        ['Dering & "siang" <b> é 🚒', 1200, null],
      ],
    ],
    ['Tren', [['Periode'], ['2026-11']]],
  ])
})
