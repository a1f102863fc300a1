import type { PlannedAgency } from '../incident.ts'
import type { Draft } from './draft.ts'

/**
 * Puts an agency, or one of its posts, on the incident and alerts it: the id of its assignment, which no other ever had.
 * Assignments are numbered within their agency: several of its posts may be alerted in one plan.
 */
export const assign = (draft: Draft, planned: PlannedAgency, firstPlan: boolean, replaces?: string): string => {
  const { units, ...plan } = planned
  const { id = '', assignments = [] } = draft.state ?? {}
  const earlier = assignments.filter(({ agency }) => agency === plan.agency).length
  const assignment = `${id}/${plan.agency}/${earlier + 1}`
  draft.emit({ type: 'AgencyAssigned', assignment, plan, firstPlan, ...(replaces === undefined ? {} : { replaces }) })
  if (units?.length) draft.emit({ type: 'UnitsNamed', assignment, units })
  draft.effect({ kind: 'alert', assignment })
  return assignment
}
