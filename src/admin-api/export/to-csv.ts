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

/** One table as RFC 4180 has it, with a byte order mark; texts are made harmless. */
export const toCsv = ({ columns, rows }: Table, language: ExportLanguage): string => {
  const { column, decimal } = signs[language]
  const quoted = (text: string) => (/[";,\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const cell = (value: Cell): string => {
    if (value === null) return ''
    return typeof value === 'number' ? plain(value).replace('.', decimal) : quoted(harmless(value))
  }
  // a decimal comma needs no quotes where semicolons part the columns
  const line = (cells: Cell[]) => cells.map(cell).join(column)
  return `${byteOrderMark}${[columns.map(({ title }) => title), ...rows].map(line).join('\r\n')}\r\n`
}
