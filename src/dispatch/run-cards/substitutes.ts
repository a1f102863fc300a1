import type { Assignment } from '../incident/assignment.ts'
import type { Incident } from '../incident/incident.ts'
import type { ProposedAgency } from './propose-agencies.ts'
import type { RunCard } from './run-card.ts'
import type { RunCardSet } from './run-card-set.ts'

/** An agency to ask next, and the assignment in whose place it would come. */
export interface Substitute {
  agency: string
  assignment: Assignment
}

/**
 * Whom to ask in an agency's place: first those that the run card offers to act beside it, then its substitutes. Who has
 * a part in the incident already, or had one, is not asked again.
 */
export const substitutesFor = (
  incident: Incident,
  agency: string,
  card: RunCard | undefined,
  substitutes: RunCardSet['substitutes'],
): string[] => {
  const offered = (card?.support ?? []).filter(({ duty, when }) => duty === 'act' && when === undefined)
  const asked = [...offered.map(rule => rule.agency), ...(substitutes[agency] ?? [])]
  return [...new Set(asked)].filter(other => !incident.assignments.some(present => present.agency === other))
}

/** Assignments whose agency cannot or will not come: declined, handed back, or out of reach; not those replaced already. */
export const wantingSubstitutes = ({ assignments, attention }: Incident): Assignment[] =>
  assignments.filter(({ id, duty, standing, steps }) => {
    if (duty !== 'act' || steps.some(({ change }) => change.kind === 'replaced')) return false
    if (assignments.some(({ replaces }) => replaces === id)) return false
    if (standing.status === 'declined' || standing.status === 'handedBack') return true
    return attention.some(item => item.kind === 'unreachable' && item.assignment === id && item.doneAt === undefined)
  })

/** Everybody to propose now in somebody's place. */
export const proposedSubstitutes = (
  incident: Incident,
  card: RunCard | undefined,
  substitutes: RunCardSet['substitutes'],
): Substitute[] =>
  wantingSubstitutes(incident).flatMap(assignment =>
    substitutesFor(incident, assignment.agency, card, substitutes).map(agency => ({ agency, assignment })),
  )

/** The proposal with them: an agency that the card offers gets one more reason, others are offered after it. */
export const withSubstitutes = (
  agencies: readonly ProposedAgency[],
  proposed: readonly Substitute[],
): ProposedAgency[] => {
  const all = agencies.map(agency => ({ ...agency, reasons: [...agency.reasons] }))
  for (const { agency, assignment } of proposed) {
    const reason = { kind: 'substitute', agency: assignment.agency, assignment: assignment.id } as const
    const known = all.find(one => one.agency === agency)
    if (known) known.reasons.push(reason)
    else all.push({ agency, role: assignment.role, mode: 'offer', duty: 'act', reasons: [reason] })
  }
  return all
}
