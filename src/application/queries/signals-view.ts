import { isHelp } from '../../dispatch/clocks/help.ts'
import { assignmentOf, type Incident, type PhoneTask } from '../../dispatch/incident/incident.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'
import type { ClockView, SignalView } from '../views.ts'
import { attentionView } from './attention-view.ts'

/** A phone task that only tells what is over already can wait. */
const hurries = {
  unreachable: true,
  unanswered: true,
  update: true,
  closure: false,
} as const satisfies Record<PhoneTask['cause'], boolean>

/**
 * What of an incident somebody in the room is to be called to: a hand-off that nobody took, open attention items and
 * phone tasks, and limits whose supervisors were pinged. What somebody has taken is silent for as long as it is taken.
 */
export const signalsView = (incident: Incident, clocks: readonly ClockView[], now: Instant): SignalView[] => {
  const agencyOf = (assignment: string | undefined) =>
    (assignment === undefined ? undefined : assignmentOf(incident, assignment)?.agency) ?? null
  return [
    ...handOff(incident),
    ...incident.attention
      .filter(({ doneAt }) => doneAt === undefined)
      .filter(item => (attentionView(incident, item, now).taken?.until ?? now) <= now)
      .map(({ id, kind, at, assignment }) => ({
        key: id,
        kind: 'attention' as const,
        what: kind,
        at,
        urgent: isHelp(kind) || kind === 'handOverReceived',
        agency: agencyOf(assignment),
      })),
    ...incident.phoneTasks
      .filter(({ done }) => !done)
      .map(({ id, cause, raisedAt, assignment }) => ({
        key: id,
        kind: 'phoneTask' as const,
        what: cause,
        at: raisedAt,
        urgent: hurries[cause],
        agency: agencyOf(assignment),
      })),
    ...clocks.flatMap(clock => escalation(incident, clock, now)),
  ]
}

/** Where a dispatcher takes incidents over, a complete one waits for one. */
const handOff = ({ phase, handling, submittedAt }: Incident): SignalView[] =>
  phase.status === 'submitted' && handling === 'dispatcher-handoff' && submittedAt !== undefined
    ? [{ key: 'handOff', kind: 'handOff', what: 'submitted', at: submittedAt, urgent: true, agency: null }]
    : []

/** Rungs before 1 only remind whoever has the incident; each later one is a signal of its own. Reports hurry nobody here. */
const escalation = ({ fired, priority }: Incident, clock: ClockView, now: Instant): SignalView[] => {
  const last = fired.findLast(({ clock: key, rung }) => key === clock.key && !(Number(rung) < 1))
  const silenced = clock.silencedUntil !== undefined && clock.silencedUntil > now
  const climbs = clock.kind === 'response' || clock.kind === 'desk'
  if (!last || silenced || clock.state !== 'running' || !climbs) return []
  const { key, id, name, agency = null } = clock
  const { firedAt: at, rung } = last
  return [{ key: `${key} ${rung}`, kind: 'escalation', what: id, name, at, urgent: priority <= 2, agency }]
}
