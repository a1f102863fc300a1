import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileNameOf, type Table } from '../../../src/admin-api/export/figure-tables.ts'
import { harmless } from '../../../src/admin-api/export/harmless.ts'
import { toCsv } from '../../../src/admin-api/export/to-csv.ts'

const table = (rows: Table['rows']): Table => ({
  name: 'steps',
  title: 'Waktu',
  columns: [
    { title: 'Langkah', kind: 'text' },
    { title: 'Median', kind: 'number' },
  ],
  rows,
})

/** Reads RFC 4180 back, the way spreadsheets do. */
const readCsv = (text: string, column: string): string[][] => {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 1; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (quoted && sign === '"' && text[at + 1] === '"') cell += text[++at]
    else if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === column || sign === '\n')) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (sign === '\n') rows.push([])
    } else if (quoted || sign !== '\r') cell += sign
  }
  return rows.slice(0, -1)
}

describe('CSV', () => {
  test('in Indonesian has semicolons and decimal commas, in English commas and points; both say that they are UTF-8', () => {
    const rows = [
      ['Dering; "siang"', 12.5],
      ['–', null],
    ]
    expect(toCsv(table(rows), 'id')).toBe('\uFEFFLangkah;Median\r\n"Dering; ""siang""";12,5\r\n–;\r\n')
    expect(toCsv(table(rows), 'en')).toBe('\uFEFFLangkah,Median\r\n"Dering; ""siang""",12.5\r\n–,\r\n')
  })

  test('whatever is in a text is read back as that text, and no cell of text begins a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', '+62', '-1', '@x', '\tx', '\r=x', ' =x'),
    )
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1 }),
        fc.constantFrom('id' as const, 'en' as const),
        (texts, language) => {
          const rows = readCsv(toCsv(table(texts.map(one => [one, 1])), language), language === 'id' ? ';' : ',')
          expect(rows.slice(1).map(([first]) => first)).toEqual(texts.map(harmless))
          for (const [first = ''] of rows.slice(1)) expect(first).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/)
        },
      ),
    )
  })
})

test('a file is named after centre, period and agency, without what file systems refuse', () => {
  expect(fileNameOf({ centre: 'SMG', key: '2026-C3', agency: null })).toBe('angka-SMG-2026-C3')
  expect(fileNameOf({ centre: 'SMG', key: '2026-11', agency: '../A B"' })).toBe('angka-SMG-2026-11-.._A_B_')
})
