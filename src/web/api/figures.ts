import type { FiguresView } from '../../admin-api/contract/index.ts'
import { read } from './http.ts'

const base = (centre: string) => `/api/centres/${encodeURIComponent(centre)}/figures`

const query = (period: string, agency: string | null): string =>
  new URLSearchParams({ period, ...(agency !== null && { agency }) }).toString()

export const readFigures = (centre: string, period: string, agency: string | null) =>
  read<FiguresView>(`${base(centre)}?${query(period, agency)}`)

export const exportTables = ['steps', 'hours', 'agencies', 'trend'] as const
export type ExportTable = (typeof exportTables)[number]

/** Where the browser downloads from. */
export const csvPath = (centre: string, period: string, agency: string | null, language: string, table: ExportTable) =>
  `${base(centre)}/export.csv?${query(period, agency)}&language=${language}&table=${table}`
export const xlsxPath = (centre: string, period: string, agency: string | null, language: string) =>
  `${base(centre)}/export.xlsx?${query(period, agency)}&language=${language}`
