import { csvQuery, exportQuery, figuresQuery, figuresView } from '../contract/figures.ts'
import { figureTables, fileNameOf } from '../export/figure-tables.ts'
import { toCsv } from '../export/to-csv.ts'
import { toXlsx } from '../export/to-xlsx.ts'
import { granted } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { ofCentre } from './parameters.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const path = '/api/centres/{centre}/figures'

/** What a centre and its agencies did in a period, against the published standard. */
export const figureRoutes = ({ application: { queries } }: Services): Route[] => [
  centreRoute({
    method: 'get',
    path,
    name: 'readFigures',
    summary: 'Calls, times and shares within target of a day, a month or a caturwulan; of one agency where it is named',
    right: 'seeFigures',
    params: ofCentre,
    query: figuresQuery,
    reply: figuresView,
    handle: async ({ centre, query }) => granted(await queries.figures(centre.code, query.period, query.agency)),
  }),
  centreRoute({
    method: 'get',
    path: `${path}/export.xlsx`,
    name: 'exportFiguresXlsx',
    summary: 'The same as a workbook',
    right: 'seeFigures',
    params: ofCentre,
    query: exportQuery,
    raw: { status: 200, description: 'The workbook', mediaType: xlsx },
    handle: async ({ centre, query, response }) => {
      const view = granted(await queries.figures(centre.code, query.period, query.agency))
      const workbook = await toXlsx(figureTables(view, query.language))
      response
        .status(200)
        .attachment(`${fileNameOf(view)}.xlsx`)
        .type(xlsx)
        .send(workbook)
    },
  }),
  centreRoute({
    method: 'get',
    path: `${path}/export.csv`,
    name: 'exportFiguresCsv',
    summary: 'One table of it as CSV: UTF-8 with a byte order mark; semicolons and decimal commas in Indonesian',
    right: 'seeFigures',
    params: ofCentre,
    query: csvQuery,
    raw: { status: 200, description: 'The table', mediaType: 'text/csv' },
    handle: async ({ centre, query, response }) => {
      const view = granted(await queries.figures(centre.code, query.period, query.agency))
      const table = figureTables(view, query.language).find(({ name }) => name === query.table)
      if (!table) throw new Error(`there is no table ${query.table}`)
      const name = `${fileNameOf(view)}-${query.table}.csv`
      response.status(200).attachment(name).type('text/csv; charset=utf-8').send(toCsv(table, query.language))
    },
  }),
]
