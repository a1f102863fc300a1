import type { Incident, IncidentStatus } from '../incident/incident.ts'
import { isWorking } from '../incident/standing.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Instant } from '../vocabulary.ts'
import { similarityRules } from './similarity.ts'

/** What the one side of a merge needs to know of the other: each is a document of its own. */
export interface MergeTarget {
  id: string
  number: string
  centre: string
  status: IncidentStatus
  archivedAt?: Instant
  /** agencies that work there */
  agencies: readonly string[]
}

export const mergeTarget = (incident: Incident): MergeTarget => ({
  id: incident.id,
  number: incident.number,
  centre: incident.centre,
  status: incident.phase.status,
  ...(incident.phase.status === 'archived' ? { archivedAt: incident.phase.at } : {}),
  agencies: incident.assignments.filter(isWorking).map(({ agency }) => agency),
})

const undispatched: readonly IncidentStatus[] = ['intake', 'submitted', 'taken']
export const isUndispatched = (status: IncidentStatus): boolean => undispatched.includes(status)

/** Agencies can be brought along only while the incident is under way. */
export const takesAgencies = (status: IncidentStatus): boolean => status === 'dispatched' || status === 'closing'

type Refused = { accepted: false; refusal: Refusal }
type Stand = Pick<MergeTarget, 'number' | 'status' | 'archivedAt'>

/** A further caller is taken while the incident is under way, and for two hours after its archive. */
export const refusesCallers = ({ number, status, archivedAt }: Stand, now: Instant): Refused | undefined => {
  const late = archivedAt !== undefined && now - archivedAt > similarityRules.closedMs
  const gone: readonly IncidentStatus[] = ['cancelled', 'merged', 'handedOver']
  return gone.includes(status) || late ? refuse('incidentOver', { number, status }) : undefined
}

/** A whole incident is taken in only while this one is under way itself. */
export const refusesIncidents = ({ number, status }: Stand): Refused | undefined => {
  const shut: readonly IncidentStatus[] = ['closed', 'archived', 'cancelled', 'merged', 'handedOver']
  return shut.includes(status) ? refuse('incidentOver', { number, status }) : undefined
}

/** Why something of this centre cannot go there. */
export const refusesTo = (from: { id: string; centre: string }, into: MergeTarget): Refused | undefined => {
  if (into.id === from.id) return refuse('sameIncident', { number: into.number })
  return into.centre === from.centre ? undefined : refuse('otherCentre', { number: into.number })
}
