import type { Clock } from '../clocks/clock.ts'
import { incidentClocks } from '../clocks/incident-clocks.ts'
import { assignmentMarks, leftAt, skippedSceneAt, tookJobUnreported } from '../clocks/marks.ts'
import type { Assignment } from '../incident/assignment.ts'
import { assignmentOf, type Incident, type IncidentStatus } from '../incident/incident.ts'
import { known, type Point } from '../incident/intake.ts'
import { wasLongOperation } from '../incident/long-operation.ts'
import type { SopProfile } from '../profiles/profile.ts'
import type { Instant, Priority, ReportOutcome } from '../vocabulary.ts'
import { type Allowed, allowedBy, type LeftOutReason, type Span, spanOf } from './span.ts'
import { allowedFor, stageClocks } from './stages.ts'

/** What one agency did on an incident, in figures. */
export interface AgencyFacts {
  agency: string
  lead: boolean
  /** declined, handed back, stood down or replaced */
  left: boolean
  spans: Span[]
}

/**
 * What figures and the archive's search need of an incident that is over: small, without anybody's words, and made
 * anew from the incident at any time.
 */
export interface IncidentFacts {
  id: string
  centre: string
  /** the last event that it was made from: a later record is never written over */
  seq: number
  number: string
  /** the moment by which it belongs to a period */
  openedAt: Instant
  status: IncidentStatus
  /** run card's code; null where nobody knew */
  type: string | null
  priority: Priority
  agencies: string[]
  outcomes: ReportOutcome[]
  /** where it was; null where no point was taken down */
  point: Point | null
  /** of the incident as a whole */
  spans: Span[]
  /** of each agency that was to act, in the order of their assignments */
  acted: AgencyFacts[]
}

export const incidentFacts = (incident: Incident, profile: SopProfile): IncidentFacts => {
  const { id, centre, number, openedAt, phase, intake, priority, assignments } = incident
  const clocks = incidentClocks(incident, { ...profile, clocks: [...stageClocks, ...profile.clocks] })
  const spans = (of: string | undefined) =>
    clocks
      .filter(({ assignment }) => assignment === of)
      .flatMap(clock => spanOf(clock, allowed(clock, incident, profile), () => reasonFor(clock, incident)))
  return {
    ...{ id, centre, seq: incident.lastSeq, number, openedAt, status: phase.status, priority },
    type: known(intake.type) ?? null,
    agencies: unique(assignments.map(({ agency }) => agency)),
    outcomes: unique(assignments.flatMap(outcomeOf)),
    point: known(intake.point) ?? null,
    spans: spans(undefined),
    acted: assignments
      .filter(({ duty }) => duty === 'act')
      .map(assignment => ({
        agency: assignment.agency,
        lead: assignment.role === 'lead',
        left: leftAt(assignment) !== undefined,
        spans: spans(assignment.id),
      })),
  }
}

const outcomeOf = ({ standing }: Assignment): ReportOutcome[] =>
  'report' in standing
    ? [standing.report.outcome]
    : 'outcome' in standing && standing.outcome !== undefined
      ? [standing.outcome]
      : []

const isStage = ({ definition }: Clock): boolean => stageClocks.some(stage => stage === definition)

/** A stage of an agency that does not lead has no limit where the standard names the lead's alone. */
const allowed = (clock: Clock, incident: Incident, profile: SopProfile): Allowed | undefined => {
  if (!isStage(clock)) return allowedBy(clock)
  const assignment = clock.assignment === undefined ? undefined : assignmentOf(incident, clock.assignment)
  const clocks = profile.clocks.filter(({ scope }) => scope !== 'leadAssignment' || assignment?.role === 'lead')
  return allowedFor({ clocks }, clock.definition)
}

const reasonFor = (clock: Clock, incident: Incident): LeftOutReason | undefined => {
  if (incident.backEnteredAt !== undefined) return 'backEntered'
  if (wasLongOperation(incident)) return 'longOperation'
  if (clock.state !== 'ended') return undefined
  const assignment = clock.assignment === undefined ? undefined : assignmentOf(incident, clock.assignment)
  return assignment === undefined ? 'notReached' : whyEnded(clock, assignment)
}

const whyEnded = ({ definition }: Clock, assignment: Assignment): LeftOutReason => {
  if (definition.start === 'assignment.acknowledged' && tookJobUnreported(assignment)) return 'notReported'
  if (definition.stop.includes('assignment.onScene')) {
    if (assignmentMarks(assignment)['assignment.handledRemotely'] !== undefined) return 'remote'
    if (skippedSceneAt(assignment) !== undefined) return 'notReported'
  }
  return leftAt(assignment) === undefined ? 'notReached' : 'agencyLeft'
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]
