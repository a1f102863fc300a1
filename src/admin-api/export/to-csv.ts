import type { Cell, ExportLanguage, Table } from './figure-tables.ts'
import { harmless } from './harmless.ts'

/** In Indonesian the decimal sign is a comma, and so spreadsheets part columns by semicolons. */
const signs: Record<ExportLanguage, { column: string; decimal: string }> = {
  id: { column: ';', decimal: ',' },
  en: { column: ',', decimal: '.' },
}
/** Tells spreadsheets that the file is UTF-8. */
const byteOrderMark = '\uFEFF'

/** Seconds to a tenth, shares to a thousandth: no spreadsheet shows more. */
const plain = (value: number): string => String(Math.round(value * 1000) / 1000)

/** Lines of cells as RFC 4180 has them, with a byte order mark. */
export const writeCsv = (lines: readonly (readonly string[])[], column: string): string => {
  // a decimal comma needs no quotes where semicolons part the columns
  const plainNumber = column === ',' ? /^-?[\d.]+$/ : /^-?[\d.,]+$/
  const quoted = (text: string) =>
    /[";,\t\r\n]/.test(text) && !plainNumber.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return `${byteOrderMark}${lines.map(cells => cells.map(quoted).join(column)).join('\r\n')}\r\n`
}

/** One table; texts are made harmless. */
export const toCsv = ({ columns, rows }: Table, language: ExportLanguage): string => {
  const { column, decimal } = signs[language]
  const cell = (value: Cell): string => {
    if (value === null) return ''
    return typeof value === 'number' ? plain(value).replace('.', decimal) : harmless(value)
  }
  return writeCsv(
    [columns.map(({ title }) => title), ...rows].map(cells => cells.map(cell)),
    column,
  )
}
