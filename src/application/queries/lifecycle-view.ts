import { type Incident, isOver } from '../../dispatch/incident/incident.ts'
import { reopenableUntil } from '../../dispatch/incident/lives.ts'
import { runningOperation, wasLongOperation } from '../../dispatch/incident/long-operation.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'
import type { IncidentSummary, IncidentView } from '../views.ts'

export const longOperationOf = (incident: Incident): IncidentSummary['longOperation'] => {
  if (runningOperation(incident)) return 'running'
  return wasLongOperation(incident) ? 'ended' : null
}

export const lifecycleView = (
  incident: Incident,
  now: Instant,
): Pick<IncidentView, 'reopenableUntil' | 'longOperations'> => ({
  reopenableUntil: reopenable(incident, now),
  longOperations: (incident.longOperations ?? []).map(({ from, until, by }) => ({
    from,
    until: until ?? null,
    by: by.kind === 'system' ? '' : by.name,
  })),
})

const reopenable = (incident: Incident, now: Instant): Instant | null => {
  const until = reopenableUntil(incident)
  return until !== undefined && now <= until ? until : null
}

/** Commands of the lifecycle that would be taken now. */
export const allowedLifecycle = (incident: Incident, now: Instant): string[] => {
  const { status } = incident.phase
  const running = runningOperation(incident) !== undefined
  const rules: Record<string, boolean> = {
    setPriority: !isOver(incident) && status !== 'closed',
    reopen: reopenable(incident, now) !== null,
    startLongOperation: status === 'dispatched' && !running,
    endLongOperation: running && !isOver(incident),
  }
  return Object.keys(rules).filter(command => rules[command])
}
