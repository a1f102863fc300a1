import type { CallFacts } from '../../dispatch/figures/call-facts.ts'
import type { IncidentFacts } from '../../dispatch/figures/incident-facts.ts'
import type { ReckonedCall, ReckonedIncident } from '../../dispatch/figures/summarise.ts'
import type { IncidentStatus } from '../../dispatch/incident/incident.ts'
import type { Point } from '../../dispatch/incident/intake.ts'
import type { CallClass, Instant, Priority, ReportOutcome } from '../../dispatch/vocabulary.ts'

/** A span of time, its end left out. */
export interface Span {
  from: Instant
  to: Instant
}

/** What the archive is searched by; all that is named must fit. */
export interface ArchiveFilter {
  ids?: readonly string[]
  /** the beginning of a number */
  number?: string
  type?: string
  priority?: Priority
  agency?: string
  status?: IncidentStatus
  outcome?: ReportOutcome
  /** opened in this span */
  opened?: Partial<Span>
}

/** Incidents around a point; one whose own point is rougher than this is left out. */
export interface Nearness {
  point: Pick<Point, 'lat' | 'lng'>
  metres: number
  roughestMetres: number
  limit: number
}

export type NearIncident = Omit<IncidentFacts, 'spans' | 'acted'> & { metres: number }

/**
 * Small records of what is over, made from calls and incidents and never the truth themselves: figures are reckoned
 * from them, and the archive is searched by them.
 */
export interface FigureStore {
  /** nothing where a newer record of it stands */
  putIncident(facts: IncidentFacts): Promise<void>
  /** it is not over any more */
  removeIncident(id: string): Promise<void>
  putCall(facts: CallFacts): Promise<void>
  /** those that were opened in the span, in the order of time; with an agency: those that it was sent to */
  incidents(centre: string, span: Span, agency?: string): Promise<ReckonedIncident[]>
  calls(centre: string, span: Span): Promise<ReckonedCall[]>
  countCalls(centre: string, span: Span): Promise<number>
  /** ids of incidents, the newest first; by their numbers where a number is asked for */
  find(centre: string, filter: ArchiveFilter, limit: number): Promise<string[]>
  /** those around a point with their distance in metres, the newest first, among the newest thousand there */
  near(centre: string, nearness: Nearness): Promise<NearIncident[]>
  /** ids of calls of this class, the newest first */
  findCalls(centre: string, callClass: CallClass, opened: Partial<Span>, limit: number): Promise<string[]>
}
