import type { OutgoingMessage } from '../../application/ports/channel.ts'
import type { Delivery, DeliveryContent } from '../../application/ports/deliveries.ts'
import type { IncidentFacts } from '../../application/ports/renderer.ts'
import type { Assignment } from '../../dispatch/incident/assignment.ts'
import { known } from '../../dispatch/incident/intake.ts'
import * as words from '../../i18n/chat/id/talk.ts'
import { detailRow, hasTaken } from './buttons.ts'
import { fitText } from './fit-text.ts'
import { marks } from './marks.ts'
import { mapLink, placeLine, typeAndPriority, typed } from './place.ts'
import { type Line, richText } from './rich-text.ts'

type Message = Extract<DeliveryContent, { kind: 'message' }>

/** What the control room writes to a group, or shows it on a map; named by centre and code. */
export const renderMessage = (
  facts: IncidentFacts,
  assignment: Assignment,
  message: Message,
  delivery: Delivery,
): OutgoingMessage =>
  message.part === 'venue' ? venue(facts, delivery) : wordsOf(facts, assignment, message, delivery)

const wordsOf = (
  facts: IncidentFacts,
  assignment: Assignment,
  message: Message,
  { doubtful, token }: Delivery,
): OutgoingMessage => {
  const title = words.messageTitle[message.urgent ? 'urgent' : 'usual']
  return {
    content: fitText(cut =>
      richText([
        ...marks(facts, doubtful),
        [{ bold: title(facts.centre.name, facts.incident.number) }],
        typeAndPriority(facts),
        placeLine(facts, cut),
        message.byName !== '' && words.writtenBy(message.byName),
        [],
        facts.incident.restricted ? whereWordsAre(assignment) : cut(facts.texts.get(message.text ?? '') ?? ''),
        [],
        words.replyToAnswer,
      ]),
    ),
    buttons: facts.incident.restricted && hasTaken(assignment) && token !== undefined ? detailRow(token) : [],
  }
}

/** What 112 writes about a patient is not for a group to read, either. */
const whereWordsAre = (assignment: Assignment): Line => {
  if (assignment.duty === 'inform') return words.wordsByRadio
  return hasTaken(assignment) ? words.wordsInDetail : words.wordsAfterTaking
}

/** The incident's point as a place that opens the map; its text stands in where a place cannot be shown. */
const venue = (facts: IncidentFacts, { doubtful }: Delivery): OutgoingMessage => {
  const { intake, number } = facts.incident
  const point = known(intake.point)
  const title = richText([...marks(facts, doubtful), `${number}: ${typeAndPriority(facts)}`]).text.replaceAll('\n', ' ')
  const written = [intake.address, intake.location, intake.landmark].map(answer => typed(facts, answer))
  const address = written.find(text => text !== undefined && text.trim() !== '') ?? words.pointOnly
  return {
    content: fitText(cut => richText([[{ bold: title }], cut(address), point !== undefined && [mapLink(point)]])),
    buttons: [],
    ...(point
      ? { venue: { lat: point.lat, lng: point.lng, title: title.slice(0, 200), address: address.slice(0, 300) } }
      : {}),
  }
}
