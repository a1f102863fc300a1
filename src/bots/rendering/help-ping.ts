import type { OutgoingMessage } from '../../application/ports/channel.ts'
import type { Audience } from '../../application/ports/chats.ts'
import type { Delivery, DeliveryContent } from '../../application/ports/deliveries.ts'
import type { IncidentFacts } from '../../application/ports/renderer.ts'
import { helpKey, isHelp } from '../../dispatch/clocks/help.ts'
import type { Assignment, Step } from '../../dispatch/incident/assignment.ts'
import type { AttentionItem } from '../../dispatch/incident/incident.ts'
import { substitutesFor } from '../../dispatch/run-cards/substitutes.ts'
import type { Actor, Instant } from '../../dispatch/vocabulary.ts'
import { labels } from '../../i18n/chat/id/card.ts'
import * as words from '../../i18n/chat/id/pings.ts'
import { declineReasons } from '../../i18n/chat/id/words.ts'
import { takeEscalationRow } from './buttons.ts'
import { fitText } from './fit-text.ts'
import { marks } from './marks.ts'
import { addresseeOf, lastStepOf, nameOf, statusStep, timeIn } from './people.ts'
import { centreLine, phoneLine, takenLine } from './pings.ts'
import { placeLine, typeAndPriority } from './place.ts'
import { type Line, richText } from './rich-text.ts'

/** A call for help, or a job that came back: who, why, and whom to ask next. For supervisors. */
export const renderHelpPing = (
  facts: IncidentFacts,
  ping: Extract<DeliveryContent, { kind: 'helpPing' }>,
  assignment: Assignment,
  delivery: Delivery,
  audience: Audience,
): OutgoingMessage => {
  const item = facts.incident.attention.find(({ id }) => id === ping.item)
  return {
    content: fitText(cut =>
      richText([
        ...marks(facts, delivery.doubtful),
        [{ bold: titleOf(item, addresseeOf(facts, assignment)) }],
        centreLine(facts, audience),
        facts.incident.number,
        typeAndPriority(facts),
        placeLine(facts, cut),
        ...(item ? itemLines(facts, item, assignment) : []),
        repetitionLine(ping.rung),
        takenLine(facts, helpKey(ping.item)),
        phoneLine(facts, assignment),
      ]),
    ),
    buttons: item && item.doneAt === undefined ? takeEscalationRow(delivery.token) : [],
  }
}

const settledLine = (facts: IncidentFacts, at: Instant, by: Actor | undefined): string =>
  by && by.kind !== 'system' ? words.settledBy(nameOf(by), timeIn(facts, at)) : words.settled(timeIn(facts, at))

const titleOf = (item: AttentionItem | undefined, addressee: string): string =>
  item ? words.helpTitles[item.kind](addressee) : words.settledTitle(addressee)

const itemLines = (facts: IncidentFacts, item: AttentionItem, assignment: Assignment): Line[] => {
  const { standing, agency } = assignment
  const step = stepBehind[item.kind](assignment)
  const others = isHelp(item.kind) ? othersOf(facts, agency) : []
  return [
    step ? words.reported(nameOf(step.by), timeIn(facts, step.at)) : words.since(timeIn(facts, item.at)),
    item.kind === 'declined' && standing.status === 'declined' && `${labels.reason}${declineReasons[standing.reason]}`,
    others.length > 0 && words.substitutes(others.join(', ')),
    item.doneAt !== undefined && settledLine(facts, item.doneAt, item.doneBy),
  ]
}

/** Those of the centre that have no part in the incident yet. */
const othersOf = ({ incident, agencyNames, substitutes }: IncidentFacts, agency: string): string[] =>
  substitutesFor(incident, agency, undefined, substitutes).filter(other => agencyNames.has(other))

const repetitionLine = (rung: string | undefined): Line => {
  const number = /^r(\d+)$/.exec(rung ?? '')?.[1]
  if (number !== undefined) return words.repetition(Number(number))
  return rung !== undefined && words.notLookedAfter
}

const stepBehind: Record<AttentionItem['kind'], (assignment: Assignment) => Step | undefined> = {
  declined: assignment => (assignment.standing.status === 'declined' ? statusStep(assignment) : undefined),
  handedBack: assignment => lastStepOf(assignment, 'handBack'),
  backup: assignment => lastStepOf(assignment, 'requestBackup'),
  obstacle: assignment => lastStepOf(assignment, 'obstacle'),
  unreachable: () => undefined,
  phonesSilent: () => undefined,
  unattended: () => undefined,
  nobodyLeft: () => undefined,
  reportOverdue: () => undefined,
  sitrepOverdue: () => undefined,
  handOverRefused: () => undefined,
  handOverReceived: () => undefined,
}
