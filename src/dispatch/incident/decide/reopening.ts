import { refuse } from '../../refusal.ts'
import type { IncidentCommand } from '../commands.ts'
import type { Incident } from '../incident.ts'
import { reopenableUntil } from '../lives.ts'
import { oneForEachAgency } from '../standing.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { dropPhoneTasks, raisePhoneTask } from './follow-ups.ts'

/**
 * A closed or archived incident goes on within a day. What was reported stays so, clocks stay as they were; every group
 * hears of it. An alert that nobody had confirmed by then is phoned about: it has waited long enough.
 */
export const reopenIncident = (
  incident: Incident,
  _command: Extract<IncidentCommand, { type: 'ReopenIncident' }>,
  context: DecideContext,
): IncidentDecision => {
  const until = reopenableUntil(incident)
  if (until === undefined) return refuse('notNow', { action: 'reopen', status: incident.phase.status })
  if (context.now > until) return refuse('reopenExpired', { until })
  const draft = new Draft(incident, context)
  draft.emit({ type: 'IncidentReopened' })
  dropPhoneTasks(draft, ({ cause }) => cause === 'closure')
  const taking = oneForEachAgency(incident.assignments)
  for (const { id, standing } of taking) if (standing.status === 'alerting') raisePhoneTask(draft, id, 'unreachable')
  draft.effect({ kind: 'update', fields: ['reopened'], assignments: taking.map(({ id }) => id) })
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}
