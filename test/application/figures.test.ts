import { describe, expect, test } from 'vitest'
import type { FiguresView } from '../../src/application/figures/figures-view.ts'
import { figuresProgress } from '../../src/application/figures/tend-figures.ts'
import type { IncidentView } from '../../src/application/views.ts'
import { type City, eachCity, ok, wholeIntake } from './support/city.ts'

let city: City
eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR', 'PLN')
})

/** The stories begin on 5 January 2026. */
const month = '2026-01'
const figures = async (period = month, agency?: string): Promise<FiguresView> =>
  ok(await city.app.queries.figures('SMG', period, agency))
const stage = (view: FiguresView, step: string) => view.stages.find(one => one.step === step)

const acts = async (id: string, agency: string, action: 'acknowledge' | 'arrive' | 'clear') => {
  const { id: assignment } = await city.assignment(id, agency)
  ok(await city.app.incidents.recordAction(city.sender(), id, assignment, { action, heard: { via: 'radio' } }))
  await city.settles()
}

/** DAMKAR takes it after a minute and is there ten minutes later; then it is called off, which ends it at once. */
const fire = async (): Promise<IncidentView> => {
  const incident = await city.fire('DAMKAR lead', 'PLN')
  await city.forward('1m')
  await acts(incident.id, 'DAMKAR', 'acknowledge')
  await city.forward('10m')
  await acts(incident.id, 'DAMKAR', 'arrive')
  return incident
}
const callOff = async ({ id }: IncidentView) => {
  ok(await city.app.incidents.cancel(city.sender(), id, 'selesai'))
  await city.settles()
}

describe('the figures of a month', () => {
  test('an incident counts once it is over, each agency for itself', async () => {
    const incident = await fire()
    expect((await figures()).incidents.total).toBe(0)
    await callOff(incident)
    const whole = await figures()
    expect(whole.incidents).toMatchObject({ total: 1, byStatus: { cancelled: 1 }, byType: { 'KBK-BGN': 1 } })
    expect(stage(whole, 'arrival')).toMatchObject({ count: 1, medianSeconds: 600, withinTarget: 1, targetSeconds: 900 })
    expect(stage(whole, 'answer')).toMatchObject({ count: 1, medianSeconds: 60, leftOut: { notReached: 1 } })
    expect(whole.agencies.map(({ agency, jobs }) => [agency, jobs])).toEqual([
      ['DAMKAR', 1],
      ['PLN', 1],
    ])
    const pln = await figures(month, 'PLN')
    expect(pln.incidents.total).toBe(1)
    expect(stage(pln, 'arrival')).toMatchObject({ count: 0, leftOut: {} })
    expect(stage(pln, 'answer')).toMatchObject({ count: 0, leftOut: { notReached: 1 } })
    expect(city.errors()).toEqual([])
  })

  test('calls count by class as soon as they have one, and by the hour of the centre', async () => {
    const { calls } = city.app
    const prank = await city.rings()
    ok(await calls.classify(city.sender(), prank.id, 'prank'))
    const other = await city.rings()
    ok(await calls.classify(city.sender(), other.id, 'ghost'))
    ok(await calls.reclassify(city.sender(), other.id, { callClass: 'information' }))
    await city.settles()
    const { byHour, total } = (await figures()).calls
    const hour = Number(
      new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Jakarta', hour: 'numeric', hourCycle: 'h23' }).format(
        prank.openedAt,
      ),
    )
    expect(total).toBe(2)
    expect([byHour.prank[hour], byHour.information[hour], byHour.ghost[hour]]).toEqual([1, 1, 0])
    expect((await figures()).clocks.find(({ step }) => step === 'S1')).toMatchObject({ count: 2, targetSeconds: 30 })
  })

  test('days, months and caturwulan hold the same incident; the trend ends with the period asked for', async () => {
    await callOff(await fire())
    for (const period of ['2026-01-05', '2026-01', '2026-C1']) {
      const view = await figures(period)
      expect([period, view.incidents.total, view.trend.at(-1)?.key]).toEqual([period, 1, period])
      expect(view.trend.at(-2)?.incidents).toBe(0)
    }
    expect((await figures('2026-02')).trend.map(({ incidents }) => incidents).at(-2)).toBe(1)
  })

  test('what is no period, and whom the centre does not have, is refused', async () => {
    const refused = async (period: string, agency?: string) => {
      const outcome = await city.app.queries.figures('SMG', period, agency)
      return outcome.ok ? null : outcome.refusal.code
    }
    expect(await refused('2026-13')).toBe('unknownPeriod')
    expect(await refused(month, 'NASA')).toBe('unknownAgency')
  })
})

describe('the records are made from what is stored', () => {
  test('a crash right after the save loses none: the sweep makes it', async () => {
    const incident = await fire()
    const { figures: store } = city.stores
    const broken = { ...store, putIncident: () => Promise.reject(new Error('away')) }
    city.restarts({ stores: { ...city.stores, figures: broken } })
    ok(await city.app.incidents.cancel(city.sender(), incident.id, 'selesai'))
    expect(await store.find('SMG', {}, 5)).toEqual([])
    city.restarts()
    await city.settles()
    expect(await store.find('SMG', {}, 5)).toEqual([incident.id])
  })

  test('all of them are made anew where none were kept, and nothing else is asked for once that is done', async () => {
    await city.forgets(await fire())
    const before = await figures()
    await city.stores.figures.removeIncident((await city.stores.figures.find('SMG', {}, 1))[0] ?? '')
    await city.stores.settings.put(figuresProgress, null)
    city.restarts()
    await city.settles()
    expect(await figures()).toEqual(before)
    expect(await city.stores.settings.get(figuresProgress)).toEqual({ of: 'done', after: '' })
  })

  test('an older record never replaces a newer one', async () => {
    const { figures: store } = city.stores
    const call = { id: 'c', centre: 'SMG', openedAt: 1, spans: [] }
    await store.putCall({ ...call, seq: 4, callClass: 'prank' })
    await store.putCall({ ...call, seq: 2, callClass: 'ghost' })
    expect((await store.calls('SMG', { from: 0, to: 2 })).map(({ callClass }) => callClass)).toEqual(['prank'])
  })
})

describe('the archive is searched by fields', () => {
  const ids = async (query: object) =>
    (await city.app.queries.archive('SMG', { words: '', limit: 50, ...query })).map(({ id }) => id)

  test('type, priority, agency, status, outcome, days and words of the place', async () => {
    const fireIncident = await fire()
    await callOff(fireIncident)
    const quiet = await city.asked({ type: { known: 'RSC' }, landmark: { known: 'Pasar Johar' } })
    await callOff(quiet)
    const [one, two] = [fireIncident.id, quiet.id]
    expect(await ids({})).toEqual([two, one])
    expect(await ids({ type: 'KBK-BGN' })).toEqual([one])
    expect(await ids({ agency: 'PLN' })).toEqual([one])
    expect(await ids({ priority: quiet.priority, type: 'RSC' })).toEqual([two])
    expect(await ids({ status: 'archived' })).toEqual([])
    expect(await ids({ status: 'cancelled', agency: 'DAMKAR' })).toEqual([one])
    expect(await ids({ outcome: 'handled' })).toEqual([])
    expect(await ids({ place: 'johar' })).toEqual([two])
    expect(await ids({ place: 'johar', type: 'KBK-BGN' })).toEqual([])
    expect(await ids({ from: '2026-01-05', until: '2026-01-05' })).toEqual([two, one])
    expect(await ids({ from: '2026-01-06' })).toEqual([])
    expect(await ids({ until: '2026-01-04' })).toEqual([])
  })

  test('words of the place are those of the place: neither the caller nor what happened', async () => {
    await callOff(await city.asked({ condition: wholeIntake.condition ?? 'unknown' }))
    expect(await ids({ place: 'atap' })).toEqual([])
    expect(await ids({ place: 'rahasia' })).toEqual([])
    expect(await ids({ words: 'atap' })).toHaveLength(1)
  })

  test('a call whose class is corrected stands under the new one', async () => {
    const call = await city.rings()
    ok(await city.app.calls.classify(city.sender(), call.id, 'ghost'))
    await city.settles()
    const found = await city.app.queries.archivedCalls('SMG', { callClass: 'ghost', limit: 5 })
    expect(found.map(({ id }) => id)).toEqual([call.id])
    ok(await city.app.calls.reclassify(city.sender(), call.id, { callClass: 'normal' }))
    await city.settles()
    expect(await city.app.queries.archivedCalls('SMG', { callClass: 'ghost', limit: 5 })).toEqual([])
    expect(await city.app.queries.archivedCalls('SMG', { callClass: 'normal', limit: 5 })).toHaveLength(1)
  })
})
