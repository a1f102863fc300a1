import { helpKey, type PendingHelp, pendingHelp } from '../../clocks/help.ts'
import type { Instant } from '../../vocabulary.ts'
import type { Incident } from '../incident.ts'
import type { Draft } from './draft.ts'

/** Calls for help that nobody has looked after in time: each comes back, until its next word lies ahead. */
export const callForHelpAgain = (draft: Draft, incident: Incident, now: Instant): void => {
  for (let calls = dueHelp(draft, incident, now); calls.length; calls = dueHelp(draft, incident, now)) {
    for (const call of calls) callAgain(draft, call, now)
  }
}

const dueHelp = (draft: Draft, incident: Incident, now: Instant): PendingHelp[] =>
  pendingHelp(draft.state ?? incident, now)
    .filter(({ dueAt }) => dueAt <= now)
    .sort((a, b) => a.dueAt - b.dueAt)

/** The supervisors on duty hear it once more, unless one of them has taken it. */
const callAgain = (draft: Draft, { item, rung, dueAt }: PendingHelp, now: Instant): void => {
  const clock = helpKey(item.id)
  draft.emit({ type: 'RungFired', clock, rung, dueAt })
  const silenced = now < (draft.state?.silencedUntil[clock] ?? 0)
  if (silenced) return
  const about = item.assignment === undefined ? {} : { assignment: item.assignment }
  draft.effect({ kind: 'helpPing', item: item.id, ...about, rung })
}
