import type { ContactPlan } from '../../../src/dispatch/incident/assignment.ts'
import type { IncidentCommand } from '../../../src/dispatch/incident/commands.ts'
import type { Incident, PlannedAgency } from '../../../src/dispatch/incident/incident.ts'
import { type Actor, system } from '../../../src/dispatch/vocabulary.ts'
import { plan } from './beginnings.ts'
import { member, operator, supervisor } from './people.ts'

/** How random numbers point at what there is: modulo its length. */
export const agencies = ['DAMKAR', 'PLN', 'POLRES', 'DINKES', 'BPBD']
const someone: readonly Actor[] = [operator, supervisor, member('DAMKAR'), member('PLN'), system]

export const at = <T>(values: readonly T[], index: number): T | undefined => values[index % values.length]
export const someoneBy = (by: number): Actor => at(someone, by) ?? operator
export const agency = (pick: number): string => at(agencies, pick) ?? 'DAMKAR'
export const assignmentId = (incident: Incident | null, who: number): string =>
  (incident && at(incident.assignments, who)?.id) ?? 'INC/NONE/1'

const withUnits = (planned: PlannedAgency): PlannedAgency =>
  planned.duty === 'act' && planned.agency === 'PLN' ? { ...planned, units: ['AMB-1', 'AMB-2'] } : planned
const officer: ContactPlan = { rungs: ['group', 'dutyOfficer', 'phone'] }

/** A plan with one lead, except that the last one names an agency twice. */
export const plans = (pick: number): IncidentCommand & { type: 'DispatchIncident' } => ({
  type: 'DispatchIncident',
  agencies: [
    { ...plan(agency(pick), 'lead'), ...(pick > 3 ? { contact: officer } : {}) },
    ...agencies
      .slice(0, pick % 4)
      .map((name, index) => withUnits(plan(name, 'support', index === 2 ? 'inform' : 'act'))),
  ].filter((one, index, all) => all.findIndex(other => other.agency === one.agency) === index || pick === 7),
})
