import type { Assignment } from '../incident/assignment.ts'
import type { Incident } from '../incident/incident.ts'
import { firstEnd, lifeEndOf } from '../incident/lives.ts'
import { isRequired } from '../incident/standing.ts'
import type { ClockDefinition, ClockScope, SopProfile } from '../profiles/profile.ts'
import type { Instant } from '../vocabulary.ts'
import { type Clock, runClock } from './clock.ts'
import {
  assignmentMarks,
  carriedAt,
  earliest,
  incidentMarks,
  leftAt,
  type Marks,
  overAt,
  skippedSceneAt,
  tookJobUnreported,
} from './marks.ts'

/** Which assignments a scope looks at; declined ones keep what they had, so that a stop by declining still counts. */
const inScope: Record<Exclude<ClockScope, 'call' | 'incident'>, (assignment: Assignment) => boolean> = {
  assignment: ({ duty }) => duty === 'act',
  leadAssignment: ({ duty, role }) => duty === 'act' && role === 'lead',
  requiredAssignment: assignment => isRequired(assignment) || leftAt(assignment) !== undefined,
}

/** Every clock of the incident that has started, by the profile that is pinned to it. */
export const incidentClocks = (incident: Incident, profile: SopProfile): Clock[] => {
  const marks = incidentMarks(incident)
  const over = overAt(incident)
  return profile.clocks.flatMap(definition => {
    if (definition.scope === 'call') return []
    if (definition.scope === 'incident')
      return present(runClock(definition, marks, { key: definition.id, endsAt: firstEnd(incident) ?? over }))
    return incident.assignments
      .filter(inScope[definition.scope])
      .flatMap(assignment =>
        present(assignmentClock(definition, assignment, marks, lifeEndOf(incident, assignment.id) ?? over)),
      )
  })
}

const assignmentClock = (
  definition: ClockDefinition,
  assignment: Assignment,
  incident: Marks,
  lifeEndsAt: Instant | undefined,
): Clock | undefined => {
  const awaitsArrival = definition.stop.includes('assignment.onScene')
  const skippedAt = awaitsArrival ? skippedSceneAt(assignment) : undefined
  const clock = runClock(
    definition,
    { ...incident, ...assignmentMarks(assignment) },
    {
      key: `${definition.id}:${assignment.id}`,
      assignment: assignment.id,
      endsAt: earliest(leftAt(assignment), skippedAt, lifeEndsAt),
      uncounted: definition.start === 'assignment.acknowledged' && tookJobUnreported(assignment),
    },
  )
  return clock && !isOfElsewhere(clock, assignment) ? clock : undefined
}

/** What was over before the job came here is counted where it came from. */
const isOfElsewhere = (clock: Clock, assignment: Assignment): boolean => {
  const carried = carriedAt(assignment)
  return carried !== undefined && clock.state !== 'running' && clock.stoppedAt <= carried
}

const present = (clock: Clock | undefined): Clock[] => (clock ? [clock] : [])
