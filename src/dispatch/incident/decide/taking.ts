import { helpItemOf } from '../../clocks/help.ts'
import { incidentClocks } from '../../clocks/incident-clocks.ts'
import { takenSilenceSeconds } from '../../profiles/ladders.ts'
import { refuse } from '../../refusal.ts'
import { nameOf } from '../../vocabulary.ts'
import type { IncidentCommand } from '../commands.ts'
import type { Incident } from '../incident.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import type { Refused } from './guards.ts'

/** "Saya tangani": the supervisor acts, the pings of a clock or a call for help are silent for ten minutes. */
export const takeEscalation = (
  incident: Incident,
  { clock: key }: Extract<IncidentCommand, { type: 'TakeEscalation' }>,
  context: DecideContext,
): IncidentDecision => {
  const refused = notTakeable(incident, key, context)
  if (refused) return refused
  const taken = incident.takenBy[key]
  if (taken && context.now < (incident.silencedUntil[key] ?? 0)) {
    return refuse('alreadyDone', { action: 'takeEscalation', by: nameOf(taken.by), at: taken.at })
  }
  const draft = new Draft(incident, context)
  draft.emit({ type: 'EscalationTaken', clock: key, until: context.now + takenSilenceSeconds * 1000 })
  draft.effect({ kind: 'refreshPings', clock: key })
  return draft.decision()
}

/** A call for help that is settled says by whom; a clock that stopped has nothing to take. */
const notTakeable = (incident: Incident, key: string, { by, profile }: DecideContext): Refused | undefined => {
  const item = helpItemOf(incident, key)
  if (item) {
    const { doneAt, doneBy } = item
    return doneAt === undefined
      ? undefined
      : refuse('alreadyDone', { action: 'settle', by: doneBy ? nameOf(doneBy) : '', at: doneAt })
  }
  const clock = incidentClocks(incident, profile).find(candidate => candidate.key === key)
  return clock?.state === 'running' ? undefined : refuse('clockNotRunning', { clock: key, by: nameOf(by) })
}
