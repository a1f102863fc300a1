import type { Incident, PlannedAgency } from '../incident.ts'
import type { Draft } from './draft.ts'

/** Puts an agency on the incident and alerts it: the id of its assignment, which no other ever had. */
export const assign = (
  draft: Draft,
  incident: Incident,
  planned: PlannedAgency,
  firstPlan: boolean,
  replaces?: string,
): string => {
  const { units, ...plan } = planned
  const earlier = incident.assignments.filter(({ agency }) => agency === plan.agency).length
  const assignment = `${incident.id}/${plan.agency}/${earlier + 1}`
  draft.emit({ type: 'AgencyAssigned', assignment, plan, firstPlan, ...(replaces === undefined ? {} : { replaces }) })
  if (units?.length) draft.emit({ type: 'UnitsNamed', assignment, units })
  draft.effect({ kind: 'alert', assignment })
  return assignment
}
