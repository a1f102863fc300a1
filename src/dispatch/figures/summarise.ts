import type { IncidentStatus } from '../incident/incident.ts'
import { type CallClass, callClasses, type Instant, type Priority } from '../vocabulary.ts'
import type { CallFacts } from './call-facts.ts'
import type { IncidentFacts } from './incident-facts.ts'
import type { Span } from './span.ts'
import { stages } from './stages.ts'
import { type StepFigures, stepFigures } from './step-figures.ts'

/** What happened in one period of one centre, or of one agency in it. */
export interface Figures {
  /** by class, each by hour of the day (24 counts); an agency has no calls of its own: all zero */
  calls: { total: number; byHour: Record<CallClass, number[]> }
  incidents: {
    total: number
    byHour: number[]
    byStatus: Partial<Record<IncidentStatus, number>>
    byPriority: Partial<Record<Priority, number>>
    /** run card's code -> how many; `''`: nobody knew */
    byType: Record<string, number>
  }
  /** the stages, then the clocks of the standard, by id */
  steps: Map<string, StepFigures>
  agencies: AgencyFigures[]
}

export interface AgencyFigures {
  agency: string
  /** how often it was sent to act, and how often it left: declined, handed back, stood down */
  jobs: number
  left: number
  steps: Map<string, StepFigures>
}

/** What figures are reckoned from; the rest of a record serves the archive's search. */
export type ReckonedIncident = Pick<
  IncidentFacts,
  'openedAt' | 'status' | 'type' | 'priority' | 'agencies' | 'spans' | 'acted'
>
export type ReckonedCall = Pick<CallFacts, 'openedAt' | 'callClass' | 'spans'>

interface Facts {
  calls: readonly ReckonedCall[]
  incidents: readonly ReckonedIncident[]
}

/**
 * The figures of what was found in a period; `hourOf` tells the hour in the centre's time zone. With an agency: only
 * its incidents, and of them only what it did itself.
 */
export const summarise = ({ calls, incidents }: Facts, hourOf: (at: Instant) => number, agency?: string): Figures => {
  const { own, jobs, spans } = shareOf(incidents, agency)
  const answered = agency === undefined ? calls : []
  return {
    calls: { total: answered.length, byHour: callsByHour(answered, hourOf) },
    incidents: {
      total: own.length,
      byHour: byHour(own, hourOf),
      byStatus: countBy(own, ({ status }) => status),
      byPriority: countBy(own, ({ priority }) => priority),
      byType: countBy(own, ({ type }) => type ?? ''),
    },
    steps: stepFigures([...answered.flatMap(call => call.spans), ...spans]),
    agencies: agencyFigures(jobs),
  }
}

/** As little as periods are compared by: how many incidents, and the stages of their way. */
export const stageFigures = (
  incidents: readonly ReckonedIncident[],
  agency?: string,
): Pick<Figures, 'steps'> & { total: number } => {
  const { own, spans } = shareOf(incidents, agency)
  return { total: own.length, steps: stepFigures(spans.filter(isStage)) }
}

/** The incidents that count, what agencies did on them, and every span of the centre as a whole or of the one agency. */
const shareOf = (incidents: readonly ReckonedIncident[], agency: string | undefined) => {
  if (agency === undefined) {
    const jobs = incidents.flatMap(({ acted }) => acted)
    const ofAgencies = jobs.flatMap(({ spans, lead }) => (lead ? spans : spans.filter(isNotArrival)))
    return { own: incidents, jobs, spans: [...incidents.flatMap(({ spans }) => spans), ...ofAgencies] }
  }
  const own = incidents.filter(({ agencies }) => agencies.includes(agency))
  const jobs = own.flatMap(({ acted }) => acted).filter(job => job.agency === agency)
  return { own, jobs, spans: jobs.flatMap(({ spans }) => spans) }
}

const isStage = ({ step }: Span): boolean => stages.some(stage => stage === step)

/** Of the centre as a whole the lead's arrival is the help that came; every agency's own stands with the agency. */
const isNotArrival = ({ step }: Span): boolean => step !== ('arrival' satisfies (typeof stages)[number])

const agencyFigures = (jobs: readonly IncidentFacts['acted'][number][]): AgencyFigures[] => {
  const agencies = [...new Set(jobs.map(({ agency }) => agency))].sort()
  return agencies.map(agency => {
    const own = jobs.filter(job => job.agency === agency)
    const left = own.filter(job => job.left).length
    return { agency, jobs: own.length, left, steps: stepFigures(own.flatMap(({ spans }) => spans)) }
  })
}

const byHour = (all: readonly { openedAt: Instant }[], hourOf: (at: Instant) => number): number[] => {
  const hours = Array.from({ length: 24 }, () => 0)
  for (const { openedAt } of all) {
    const hour = hourOf(openedAt)
    hours[hour] = (hours[hour] ?? 0) + 1
  }
  return hours
}

const callsByHour = (calls: readonly ReckonedCall[], hourOf: (at: Instant) => number): Record<CallClass, number[]> =>
  Object.fromEntries(
    callClasses.map(callClass => [
      callClass,
      byHour(
        calls.filter(call => call.callClass === callClass),
        hourOf,
      ),
    ]),
  ) as Record<CallClass, number[]>

const countBy = <T, Key extends string | number>(all: readonly T[], keyOf: (one: T) => Key): Record<Key, number> => {
  const counts = {} as Record<Key, number>
  for (const one of all) {
    const key = keyOf(one)
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}
