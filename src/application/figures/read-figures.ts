import { type Period, periodOf, periodsBefore } from '../../dispatch/figures/period.ts'
import { type Stage, stages } from '../../dispatch/figures/stages.ts'
import { figuresOf, type StepFigures } from '../../dispatch/figures/step-figures.ts'
import { type Figures, stageFigures, summarise } from '../../dispatch/figures/summarise.ts'
import { hoursIn } from '../../dispatch/figures/zone.ts'
import type { SopProfile } from '../../dispatch/profiles/profile.ts'
import type { Outcome } from '../application.ts'
import type { DepsWithRules } from '../context.ts'
import type { Centre } from '../ports/administration.ts'
import type { Span } from '../ports/figures.ts'
import type { FiguresView, StepView, TrendView } from './figures-view.ts'

/** How many periods before the one asked for a trend looks back on. */
const lookBack = { day: 6, month: 5, caturwulan: 2 } as const

/** The figures of a centre, or of one agency there, over one period of its calendar. */
export const createReadFigures = ({ stores, rules }: Pick<DepsWithRules, 'stores' | 'rules'>) => {
  /** An agency answers no calls. */
  const whole = async (centre: string, span: Span, agency?: string) => {
    const [calls, incidents] = await Promise.all([
      agency === undefined ? stores.figures.calls(centre, span) : [],
      stores.figures.incidents(centre, span, agency),
    ])
    return { calls, incidents }
  }

  /** Of an earlier period no more is read than is compared: of calls only how many there were. */
  const earlier = async (centre: string, period: Period, agency?: string): Promise<TrendView> => {
    const [calls, incidents] = await Promise.all([
      agency === undefined ? stores.figures.countCalls(centre, period) : 0,
      stores.figures.incidents(centre, period, agency),
    ])
    return trendOf(period, calls, stageFigures(incidents, agency))
  }

  const profileOf = async (centre: Centre): Promise<SopProfile> => {
    const profile = await rules.profileToPin(centre)
    return (await rules.of({ centre: centre.code, profile })).profile
  }

  return async (code: string, key: string, agency?: string): Promise<Outcome<FiguresView>> => {
    const centre = await stores.directory.centre(code)
    if (!centre) return { ok: false, refusal: { code: 'unknownCentre', params: { centre: code } } }
    const { timeZone } = centre
    const period = periodOf(key, timeZone)
    if (!period) return { ok: false, refusal: { code: 'unknownPeriod', params: {} } }
    const known = await stores.directory.agencies(code)
    if (agency !== undefined && !known.some(one => one.code === agency)) {
      return { ok: false, refusal: { code: 'unknownAgency', params: { agency } } }
    }
    const profile = await profileOf(centre)
    const hourOf = hoursIn(timeZone)
    const figures = summarise(await whole(code, period, agency), hourOf, agency)
    const trend: TrendView[] = []
    // one after the other: what one period holds is let go before the next is read
    for (const before of periodsBefore(period, lookBack[period.kind], timeZone)) {
      trend.push(await earlier(code, before, agency))
    }
    trend.push(trendOf(period, figures.calls.total, { total: figures.incidents.total, steps: figures.steps }))
    const names = new Map(known.map(one => [one.code, one.name]))
    const { kind, from, to } = period
    return {
      ok: true,
      value: {
        ...{ centre: code, agency: agency ?? null, kind, key, from, to, timeZone, trend },
        profile: { id: profile.id, version: profile.version, source: profile.source },
        calls: figures.calls,
        incidents: figures.incidents,
        stages: stagesFor(agency).map(step => stageView(step, figures.steps)),
        clocks: clockViews(profile, figures.steps, agency !== undefined),
        agencies: figures.agencies.map(({ agency: one, jobs, left, steps }) => ({
          ...{ agency: one, name: names.get(one) ?? one, jobs, left },
          answer: stageView('answer', steps),
          arrival: stageView('arrival', steps),
        })),
      },
    }
  }
}

/** An agency has no part in the dispatch. */
const stagesFor = (agency: string | undefined): readonly Stage[] =>
  agency === undefined ? stages : stages.filter(stage => stage !== 'dispatch')

const figuresFor = (step: string, steps: Figures['steps']): StepFigures => steps.get(step) ?? figuresOf(step, [])

const stageView = (step: Stage, steps: Figures['steps']): StepView => ({
  ...figuresFor(step, steps),
  name: null,
  basis: null,
})

/** In the order of the standard; steps that only an earlier version knew come last, under their ids. */
const clockViews = ({ clocks }: SopProfile, steps: Figures['steps'], metOnly: boolean): StepView[] => {
  const known = new Set<string>([...stages, ...clocks.map(({ id }) => id)])
  const earlier = [...steps.values()].filter(({ step }) => !known.has(step))
  const ofStandard = clocks
    .filter(({ id }) => !metOnly || steps.has(id))
    .map(({ id, name, basis, targetSeconds, limitSeconds }): StepView => {
      const figures = figuresFor(id, steps)
      const allowed = { targetSeconds, limitSeconds: limitSeconds ?? targetSeconds }
      return { ...figures, ...(figures.judged === 0 && allowed), name, basis }
    })
  return [
    ...ofStandard,
    ...earlier.map(figures => ({ ...figures, name: { id: figures.step, en: figures.step }, basis: null })),
  ]
}

const trendOf = (
  { key, from, to }: Period,
  calls: number,
  { total: incidents, steps }: ReturnType<typeof stageFigures>,
): TrendView => ({
  ...{ key, from, to, calls, incidents },
  stages: stages.map(step => {
    const { medianSeconds, judged, withinTarget } = figuresFor(step, steps)
    return { step, medianSeconds, judged, withinTarget }
  }),
})
