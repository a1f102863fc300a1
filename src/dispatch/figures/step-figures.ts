import { median, ninetieth } from './quantile.ts'
import type { LeftOutReason, Span } from './span.ts'

/** One step over a period. Seconds; `within…` count those of `judged` that kept their own target, or limit. */
export interface StepFigures {
  step: string
  count: number
  medianSeconds: number | null
  ninetiethSeconds: number | null
  /** the target and limit that most of them were judged by; null where the standard names none */
  targetSeconds: number | null
  limitSeconds: number | null
  /** some were judged by another figure: the standard was changed within the period */
  targetChanged: boolean
  judged: number
  withinTarget: number
  withinLimit: number
  leftOut: Partial<Record<LeftOutReason, number>>
}

/** Figures of every step that is met in these spans, in no order of its own. */
export const stepFigures = (spans: Iterable<Span>): Map<string, StepFigures> => {
  const bySteps = new Map<string, Span[]>()
  for (const span of spans) {
    const own = bySteps.get(span.step)
    if (own) own.push(span)
    else bySteps.set(span.step, [span])
  }
  return new Map([...bySteps].map(([step, own]) => [step, figuresOf(step, own)]))
}

type Measured = Extract<Span, { seconds: number }>

/** Of one step; of no spans at all: nothing counted. */
export const figuresOf = (step: string, spans: readonly Span[]): StepFigures => {
  const measured = spans.filter((span): span is Measured => 'seconds' in span)
  const seconds = measured.map(span => span.seconds).sort((a, b) => a - b)
  const judged = measured.filter(span => span.targetSeconds !== undefined)
  const targets = tally(judged.map(({ targetSeconds, limitSeconds }) => `${targetSeconds}/${limitSeconds}`))
  const [usual] = [...targets].sort(([, a], [, b]) => b - a)
  const [target, limit] = usual?.[0].split('/').map(Number) ?? []
  const kept = (most: (span: Measured) => number | undefined) =>
    judged.filter(span => span.seconds <= (most(span) ?? Number.POSITIVE_INFINITY)).length
  return {
    step,
    count: seconds.length,
    medianSeconds: median(seconds),
    ninetiethSeconds: ninetieth(seconds),
    targetSeconds: target ?? null,
    limitSeconds: limit ?? null,
    targetChanged: targets.size > 1,
    judged: judged.length,
    withinTarget: kept(span => span.targetSeconds),
    withinLimit: kept(span => span.limitSeconds),
    leftOut: Object.fromEntries(tally(spans.flatMap(span => ('leftOut' in span ? [span.leftOut] : [])))),
  }
}

const tally = <T extends string>(values: readonly T[]): Map<T, number> => {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
