import writeExcelFile, { type Row } from 'write-excel-file/node'
import type { Cell, Table } from './figure-tables.ts'
import { harmless } from './harmless.ts'

type Kind = Table['columns'][number]['kind']

/** The spreadsheet shows them by the customs of whoever opens it. */
const formats: Partial<Record<Kind, string>> = { number: '#,##0.#', share: '0.0%' }
const widths: Record<Kind, number> = { text: 34, number: 16, share: 14 }

const cellOf = (value: Cell, kind: Kind) => {
  if (value === null) return null
  if (typeof value === 'string') return { type: String, value: harmless(value) }
  const format = Number.isInteger(value) && kind === 'number' ? '#,##0' : formats[kind]
  return { type: Number, value, ...(format !== undefined && { format }) }
}

/** A workbook with a sheet for each table. Texts are texts, never formulas, and harmless should somebody save them as CSV. */
export const toXlsx = (tables: readonly Table[]): Promise<Buffer> =>
  writeExcelFile(
    tables.map(({ title, columns, rows }) => ({
      sheet: title,
      stickyRowsCount: 1,
      columns: columns.map(({ kind }) => ({ width: widths[kind] })),
      data: [
        columns.map(column => ({ type: String, value: column.title, fontWeight: 'bold' as const, wrap: true })),
        ...rows.map((row): Row => row.map((value, index) => cellOf(value, columns[index]?.kind ?? 'text'))),
      ],
    })),
  ).toBuffer()
