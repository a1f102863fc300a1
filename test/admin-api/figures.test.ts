import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallList, FiguresView, IncidentList } from '../../src/admin-api/contract/index.ts'
import type { IncidentFacts } from '../../src/dispatch/figures/incident-facts.ts'
import { type Client, refusalOf } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'

let api: TestApi
let supervisor: Client
let operator: Client
const path = '/api/centres/SMG/figures'
/** 22 November 2026, 14.05 in Semarang. */
const at = Date.UTC(2026, 10, 22, 7, 5)

const arrived = (id: string, seconds: number): IncidentFacts => ({
  ...{ id, centre: 'SMG', seq: 1, number: `SMG-261122-${id}`, openedAt: at, status: 'archived', type: 'RSC' },
  ...{ priority: 2, agencies: ['DAMKAR'], outcomes: ['handled'], spans: [], point: null },
  acted: [
    {
      ...{ agency: 'DAMKAR', lead: true, left: false },
      spans: [{ step: 'arrival', seconds, targetSeconds: 900, limitSeconds: 900 }],
    },
  ],
})

beforeAll(async () => {
  api = await startApi()
  supervisor = await api.as('supervisor')
  operator = await api.as('operator')
  for (const [id, seconds] of [
    ['a', 300],
    ['b', 600],
    ['c', 1200],
  ] as const) {
    await api.stores.figures.putIncident(arrived(id, seconds))
  }
  await api.stores.figures.putCall({ id: 'x', centre: 'SMG', seq: 1, openedAt: at, callClass: 'prank', spans: [] })
})
afterAll(() => api.stop())

const figures = async (query: string) => (await supervisor.get(`${path}?${query}`)).body as FiguresView

describe('figures', () => {
  test('of a day, a month and a caturwulan', async () => {
    for (const period of ['2026-11-22', '2026-11', '2026-C3']) {
      const view = await figures(`period=${period}`)
      expect(view.stages.find(({ step }) => step === 'arrival')).toMatchObject({
        ...{ count: 3, medianSeconds: 600, ninetiethSeconds: 1200, judged: 3, withinTarget: 2, targetSeconds: 900 },
      })
      expect(view.calls.byHour.prank?.[14]).toBe(1)
      expect(view.trend.at(-1)).toMatchObject({ key: period, calls: 1, incidents: 3 })
    }
    expect((await figures('period=2026-11-21')).incidents.total).toBe(0)
  })

  test('of no other centre', async () => {
    const other = (await supervisor.get('/api/centres/CLG/figures?period=2026-11')).body as FiguresView
    expect(other.incidents.total).toBe(0)
  })

  test('are refused to operators, and for what is no period or no agency; the refusal says so in both languages', async () => {
    expect((await operator.get(`${path}?period=2026-11`)).status).toBe(403)
    const period = refusalOf(await supervisor.get(`${path}?period=2026-13`))
    expect(period).toMatchObject({ code: 'unknownPeriod' })
    expect(refusalOf(await supervisor.get(`${path}?period=2026-11&agency=NASA`))).toMatchObject({
      code: 'unknownAgency',
    })
    expect((await supervisor.get(`${path}?period=`)).status).toBe(422)
  })
})

describe('exports', () => {
  const download = async (file: string, client = supervisor) => {
    const response = await fetch(`${api.url}${path}/${file}`, { headers: { Cookie: client.cookie ?? '' } })
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
  }

  test('CSV of one table, named after centre and period', async () => {
    const { headers, bytes } = await download('export.csv?period=2026-11&table=hours')
    expect(headers.get('content-disposition')).toBe('attachment; filename=angka-SMG-2026-11-hours.csv')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const lines = bytes.toString('utf8').split('\r\n')
    expect(lines[0]).toBe(
      '\uFEFFJam;Panggilan: Normal;Panggilan: Hening;Panggilan: Iseng;Panggilan: Informasi;Kejadian selesai',
    )
    expect(lines[15]).toBe('14.00;0;0;1;0;3')
    expect(lines).toHaveLength(26)
  })

  test('a workbook in English of one agency, that is read back', async () => {
    const { headers, bytes } = await download('export.xlsx?period=2026-C3&agency=DAMKAR&language=en')
    expect(headers.get('content-disposition')).toBe('attachment; filename=angka-SMG-2026-C3-DAMKAR.xlsx')
    const sheets = await readWorkbook(bytes)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Times', 'By hour', 'Agencies', 'Trend'])
    const arrival = sheets[0]?.data.find(row => row[1] === 'Answer to arrival')
    expect(arrival?.slice(2, 8)).toEqual([3, 600, 1200, 900, 900, 2 / 3])
  })

  test('none for those who may not see figures', async () => {
    expect((await download('export.csv?period=2026-11', operator)).status).toBe(403)
  })
})

describe('the archive by fields', () => {
  const search = (body: object) => operator.post('/api/centres/SMG/archive/search', body)

  test('takes what the catalogue knows and refuses what no calendar has', async () => {
    const found = await search({
      type: 'RSC',
      agency: 'DAMKAR',
      outcome: 'handled',
      from: '2026-11-22',
      until: '2026-11-22',
    })
    expect(found.status).toBe(200)
    expect((found.body as IncidentList).incidents).toEqual([])
    for (const wrong of [{ from: '2026-02-30' }, { status: 'dispatched' }, { priority: 5 }, { outcome: 'x' }]) {
      expect([wrong, (await search(wrong)).status]).toEqual([wrong, 422])
    }
  })

  test('and calls by class', async () => {
    const found = await operator.post('/api/centres/SMG/archive/calls', { callClass: 'prank' })
    expect((found.body as CallList).calls).toEqual([])
  })
})
