import { isOfferedHere } from '../../dispatch/incident/decide/receiving.ts'
import { openHandOver } from '../../dispatch/incident/hand-over.ts'
import { type Incident, isOver } from '../../dispatch/incident/incident.ts'
import { reopenableUntil } from '../../dispatch/incident/lives.ts'
import { runningOperation, wasLongOperation } from '../../dispatch/incident/long-operation.ts'
import { type Instant, nameOf, type TextRef } from '../../dispatch/vocabulary.ts'
import type { HandOverView, IncidentSummary, IncidentView } from '../views.ts'

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
    by: nameOf(by),
  })),
})

type Texts = ReadonlyMap<TextRef, string>

export const handedOverFromOf = ({ handedOverFrom }: Incident, texts: Texts): IncidentSummary['handedOverFrom'] => {
  if (!handedOverFrom) return null
  const { centre, number, reason } = handedOverFrom
  return { centre, number, reason: texts.get(reason) ?? '' }
}

/** `numberOf` finds the number of another centre's incident. */
export const handOverView = async (
  { handOvers }: Incident,
  texts: Texts,
  numberOf: (incident: string) => Promise<string | null>,
): Promise<HandOverView | null> => {
  const last = handOvers?.at(-1)
  if (!last) return null
  const { to, result, reason, refusal, keepAgencies, at, by, answeredAt } = last
  const inside = to.kind === 'centre'
  return {
    centre: inside ? to.centre : null,
    number: inside ? await numberOf(to.incident) : null,
    receiver: inside ? null : to.receiver,
    ticket: inside ? null : (to.ticket ?? null),
    result,
    reason: texts.get(reason) ?? '',
    refusal: refusal === undefined ? null : (texts.get(refusal) ?? ''),
    keepAgencies,
    at,
    by: nameOf(by),
    answeredAt: answeredAt ?? null,
  }
}

const reopenable = (incident: Incident, now: Instant): Instant | null => {
  const until = reopenableUntil(incident)
  return until !== undefined && now <= until ? until : null
}

/** Commands of the lifecycle that would be taken now. */
export const allowedLifecycle = (incident: Incident, now: Instant): string[] => {
  const { status } = incident.phase
  const running = runningOperation(incident) !== undefined
  const isOurs = !isOver(incident) && status !== 'closed'
  const offer = openHandOver(incident)
  const rules: Record<string, boolean> = {
    setPriority: !isOver(incident) && status !== 'closed',
    reopen: reopenable(incident, now) !== null,
    startLongOperation: status === 'dispatched' && !running,
    endLongOperation: running && !isOver(incident),
    handOver: isOurs && !offer,
    withdrawHandOver: isOurs && offer !== undefined,
    answerHandOver: isOurs && offer?.to.kind === 'outside',
    returnHandOver: isOfferedHere(incident),
  }
  return Object.keys(rules).filter(command => rules[command])
}
