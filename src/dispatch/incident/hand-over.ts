import type { IncidentEvent, Recorded } from './events.ts'
import type { HandOver, Incident } from './incident.ts'

/**
 * A hand-over to a neighbouring centre. Ours stays ours, with its clocks and ladders, until they take theirs: then ours is
 * over. They may give it back; we may take the offer back as long as they have not taken it.
 */

type HandOverEvent = Recorded<
  Extract<
    IncidentEvent,
    { type: `HandOver${'Offered' | 'Withdrawn' | 'Taken' | 'Refused' | 'Returned' | 'Recalled' | 'Accepted'}` }
  >
>

/** The offer that nobody has answered yet. */
export const openHandOver = ({ handOvers }: Incident): HandOver | undefined => {
  const last = handOvers?.at(-1)
  return last?.result === 'offered' ? last : undefined
}

/** The same where the other centre has an incident of its own for it. */
export const openOffer = (incident: Incident): { incident: string; centre: string } | undefined => {
  const to = openHandOver(incident)?.to
  return to?.kind === 'centre' ? { incident: to.incident, centre: to.centre } : undefined
}

/** Which incident the other centre gets: it follows from ours and the number of the offer, so that repeats find it. */
export const offeredId = ({ id, handOvers }: Incident, centre: string): string =>
  `i-${centre}-h${(handOvers?.length ?? 0) + 1}-${id.replace(/^i-/, '')}`

export const withHandOver = (incident: Incident, event: HandOverEvent): Incident => {
  const { at, by } = event
  switch (event.type) {
    case 'HandOverOffered': {
      const { to, reason, keepAgencies } = event
      const offered: HandOver = { to, reason, keepAgencies, at, by, result: 'offered' }
      return { ...incident, handOvers: [...(incident.handOvers ?? []), offered] }
    }
    case 'HandOverWithdrawn':
      return answered(incident, { result: 'withdrawn', answeredAt: at })
    case 'HandOverRefused':
      return answered(incident, { result: 'refused', answeredAt: at, refusal: event.reason })
    case 'HandOverTaken': {
      const over: Incident = { ...incident, phase: { status: 'handedOver', at } }
      const told = answered(over, { result: 'taken', answeredAt: at })
      return event.ticket === undefined ? told : withTicket(told, event.ticket)
    }
    case 'HandOverAccepted':
      return incident.handedOverFrom
        ? { ...incident, handedOverFrom: { ...incident.handedOverFrom, taken: true } }
        : incident
    case 'HandOverReturned':
      return { ...incident, phase: { status: 'cancelled', at, reason: event.reason, by } }
    case 'HandOverRecalled':
      return { ...incident, phase: { status: 'cancelled', at, reason: recalled, by } }
  }
}

/** No words of anybody: the timeline says that the offer was taken back. */
const recalled = ''

const answered = (incident: Incident, answer: Partial<HandOver>): Incident =>
  changeLast(incident, one => ({ ...one, ...answer }))

const withTicket = (incident: Incident, ticket: string): Incident =>
  changeLast(incident, one => (one.to.kind === 'outside' ? { ...one, to: { ...one.to, ticket } } : one))

const changeLast = (incident: Incident, change: (handOver: HandOver) => HandOver): Incident => {
  const handOvers = incident.handOvers ?? []
  return { ...incident, handOvers: handOvers.map((one, index) => (index + 1 < handOvers.length ? one : change(one))) }
}
