import { type Clock, limitSecondsOf } from '../../dispatch/clocks/clock.ts'
import type { FiredRung, Incident } from '../../dispatch/incident/incident.ts'
import { assignmentOf } from '../../dispatch/incident/incident.ts'
import type { PublishedFigure } from '../../dispatch/profiles/profile.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'
import type { ClockView, TakenView } from '../views.ts'
import { takenView } from './attention-view.ts'

export const clockView = (
  clock: Clock,
  fired: readonly FiredRung[],
  extra: { agency?: string | undefined; silencedUntil?: Instant | undefined; taken?: TakenView | undefined } = {},
): ClockView => {
  const { definition, key, startedAt, state } = clock
  return {
    key,
    id: definition.id,
    name: definition.name,
    kind: definition.kind,
    basis: definition.basis,
    ...(definition.published === undefined ? {} : { published: figureOf(definition.published) }),
    startedAt,
    targetSeconds: definition.targetSeconds,
    limitSeconds: limitSecondsOf(definition),
    state,
    rungsFired: fired.filter(rung => rung.clock === key).map(({ rung }) => rung),
    ...(clock.state === 'running' ? {} : { stoppedAt: clock.stoppedAt }),
    ...(extra.agency === undefined ? {} : { agency: extra.agency }),
    ...(extra.silencedUntil === undefined ? {} : { silencedUntil: extra.silencedUntil }),
    ...(extra.taken === undefined ? {} : { taken: extra.taken }),
  }
}

const figureOf = ({ targetSeconds, limitSeconds = targetSeconds }: PublishedFigure) => ({ targetSeconds, limitSeconds })

export const incidentClockView = (incident: Incident, clock: Clock): ClockView =>
  clockView(clock, incident.fired, {
    agency: clock.assignment === undefined ? undefined : assignmentOf(incident, clock.assignment)?.agency,
    silencedUntil: incident.silencedUntil[clock.key],
    taken: takenView(incident, clock.key),
  })

/** The running clock that is furthest through its limit; shown figures have no ladder and never lead. */
export const worstClock = (clocks: readonly ClockView[], now: Instant): ClockView | null => {
  const share = ({ startedAt, limitSeconds }: ClockView) => (now - startedAt) / (limitSeconds * 1000)
  return (
    clocks
      .filter(({ state, kind }) => state === 'running' && kind !== 'figure')
      .sort((a, b) => share(b) - share(a))
      .at(0) ?? null
  )
}
