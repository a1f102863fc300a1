import type { PeriodKind } from '../../dispatch/figures/period.ts'
import type { Stage } from '../../dispatch/figures/stages.ts'
import type { StepFigures } from '../../dispatch/figures/step-figures.ts'
import type { Figures } from '../../dispatch/figures/summarise.ts'
import type { Basis } from '../../dispatch/profiles/profile.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'

/** One step as people read it; `basis` is null for a stage, which is no step of the document by itself. */
export interface StepView extends StepFigures {
  /** null: a stage, whose name is in the catalogue */
  name: { id: string; en: string } | null
  basis: Basis | null
}

/** A period before the one asked for, in what is compared. */
export interface TrendView {
  key: string
  from: Instant
  to: Instant
  calls: number
  incidents: number
  stages: { step: Stage; medianSeconds: number | null; judged: number; withinTarget: number }[]
}

export interface FiguresView {
  centre: string
  /** null: the whole centre */
  agency: string | null
  kind: PeriodKind
  key: string
  from: Instant
  to: Instant
  timeZone: string
  /** the standard whose names and order the steps have */
  profile: { id: string; version: number; source: string }
  calls: Figures['calls']
  incidents: Figures['incidents']
  stages: StepView[]
  clocks: StepView[]
  agencies: { agency: string; name: string; jobs: number; left: number; answer: StepView; arrival: StepView }[]
  /** the oldest first, the period itself last */
  trend: TrendView[]
}
