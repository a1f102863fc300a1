import type { OutgoingMessage } from '../../application/ports/channel.ts'
import type { Audience } from '../../application/ports/chats.ts'
import type { Delivery, DeliveryContent } from '../../application/ports/deliveries.ts'
import type { IncidentFacts } from '../../application/ports/renderer.ts'
import { type Clock, limitSecondsOf } from '../../dispatch/clocks/clock.ts'
import { incidentClocks } from '../../dispatch/clocks/incident-clocks.ts'
import type { Assignment } from '../../dispatch/incident/assignment.ts'
import { assignmentOf } from '../../dispatch/incident/incident.ts'
import type { ClockDefinition } from '../../dispatch/profiles/profile.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'
import { spanInWords } from '../../i18n/chat/id/format.ts'
import * as words from '../../i18n/chat/id/pings.ts'
import { cardButtons, takeEscalationRow } from './buttons.ts'
import { fitText } from './fit-text.ts'
import { marks } from './marks.ts'
import { addresseeOf, nameOf, timeIn } from './people.ts'
import { placeLine, typeAndPriority } from './place.ts'
import { type Line, richText } from './rich-text.ts'
import { targetNote } from './target-note.ts'

type ClockPing = Extract<DeliveryContent, { kind: 'clockPing' }>

/**
 * A clock's rung: what is still missing, by whom, how long over. Agencies get it with the live buttons of their card,
 * supervisors with "Saya tangani".
 */
export const renderClockPing = (
  facts: IncidentFacts,
  ping: ClockPing,
  delivery: Delivery,
  audience: Audience,
): OutgoingMessage => {
  const { incident } = facts
  const clock = incidentClocks(incident, facts.profile).find(({ key }) => key === ping.clock)
  const awaited = ping.assignments.map(id => assignmentOf(incident, id)).filter(found => found !== undefined)
  const own = 'agency' in audience ? awaited.find(({ agency }) => agency === audience.agency) : undefined
  return {
    content: fitText(cut =>
      richText([
        ...marks(facts, delivery.doubtful),
        [{ bold: titleOf(facts, clock, awaited, own) }],
        centreLine(facts, audience),
        incident.number,
        typeAndPriority(facts),
        placeLine(facts, cut),
        ...limitLines(clock, ping.rung, facts.now),
        own === undefined && takenLine(facts, ping.clock),
        ...(own ? [] : awaited.map(assignment => phoneLine(facts, assignment))),
      ]),
    ),
    buttons: buttonsOf(facts, delivery.token, own, clock),
  }
}

/** The clock may have stopped between the rung and the sending: then the message says so instead of crying wolf. */
const titleOf = (
  facts: IncidentFacts,
  clock: Clock | undefined,
  awaited: Assignment[],
  own: Assignment | undefined,
): string => {
  if (clock?.state !== 'running') return words.settledTitle(clock?.definition.name.id ?? '–')
  const waiting = waitingFor(clock.definition)
  if (own) return words.reminderTitle(own.agency, ownWaiting(own, waiting))
  return words.pingTitle(awaited.map(assignment => addresseeOf(facts, assignment)).join(', '), waiting)
}

export const waitingFor = ({ stop, name }: ClockDefinition): string => {
  const [first] = stop
  return first !== undefined && first in words.waitingFor
    ? words.waitingFor[first as keyof typeof words.waitingFor]
    : name.id
}

/** …of the agency itself, which has not filed it. */
export const ownWaiting = ({ standing }: Assignment, waiting: string): string =>
  waiting === words.waitingFor['assignment.reportAccepted'] && standing.status !== 'reported'
    ? words.reportAwaited
    : waiting

const limitLines = (clock: Clock | undefined, rung: string, now: Instant): Line[] => {
  if (clock?.state !== 'running') return []
  const { definition, startedAt } = clock
  const limit = limitSecondsOf(definition)
  const ran = (now - startedAt) / 1000
  const span = spanInWords(limit)
  const sentence =
    ran >= limit
      ? words.over(definition.name.id, span, spanInWords(ran - limit))
      : words.left(definition.name.id, span, spanInWords(limit - ran))
  const repeated = /^r(\d+)$/.exec(rung)?.[1]
  return [`${sentence}${targetNote(definition)}`, repeated !== undefined && words.repetition(Number(repeated))]
}

/** Who pressed "Saya tangani", and whether the silence still holds. */
export const takenLine = (facts: IncidentFacts, clock: string): Line => {
  const taken = facts.incident.takenBy[clock]
  if (taken === undefined) return null
  const [by, at] = [nameOf(taken.by), timeIn(facts, taken.at)]
  return facts.now < (facts.incident.silencedUntil[clock] ?? 0) ? words.taken(by, at) : words.lastTaken(by, at)
}

/** Whoever works for two centres has one private chat: what comes there names its centre. */
export const centreLine = ({ centre }: IncidentFacts, audience: Audience): Line =>
  audience.kind === 'user' && centre.name

/** A supervisor who is pinged will phone next: the number stands in the message. */
export const phoneLine = (facts: IncidentFacts, assignment: Assignment): Line => {
  const [phone] = facts.phones.get(assignment.id) ?? []
  const name = addresseeOf(facts, assignment)
  return phone === undefined ? words.noDutyPhone(name) : words.dutyPhone(name, phone)
}

const buttonsOf = (
  facts: IncidentFacts,
  token: string | undefined,
  own: Assignment | undefined,
  clock: Clock | undefined,
): OutgoingMessage['buttons'] => {
  if (token === undefined) return []
  if (own) return cardButtons(facts, own, token, null).rows
  return clock?.state === 'running' ? takeEscalationRow(token) : []
}
