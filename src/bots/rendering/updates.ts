import type { OutgoingMessage } from '../../application/ports/channel.ts'
import type { DeliveryContent } from '../../application/ports/deliveries.ts'
import type { IncidentFacts } from '../../application/ports/renderer.ts'
import type { Assignment } from '../../dispatch/incident/assignment.ts'
import type { AlertingField } from '../../dispatch/incident/intake.ts'
import * as card from '../../i18n/chat/id/card.ts'
import * as words from '../../i18n/chat/id/messages.ts'
import { updatedFields } from '../../i18n/chat/id/words.ts'
import { fitText } from './fit-text.ts'
import { marks } from './marks.ts'
import {
  answerText,
  countedOtherwiseLine,
  hazardsInWords,
  placeLine,
  placeLines,
  typeAndPriority,
  victimsInWords,
} from './place.ts'
import { type Line, richText } from './rich-text.ts'
import { endReason } from './standing-banner.ts'

type Update = Extract<DeliveryContent, { kind: 'update' }>
type Cut = (text: string) => string

/** "PEMBARUAN": a new message, because an edited card rings no phone. It carries the new values. */
export const renderUpdate = (
  facts: IncidentFacts,
  assignment: Assignment,
  update: Update,
  doubtful: boolean,
): OutgoingMessage => ({
  content: fitText(cut => richText([...marks(facts, doubtful), ...updateLines(facts, assignment, update.fields, cut)])),
  buttons: [],
})

const updateLines = (facts: IncidentFacts, assignment: Assignment, fields: Update['fields'], cut: Cut): Line[] => {
  const { number } = facts.incident
  switch (fields[0]) {
    case 'cancelled':
      return [
        [{ bold: words.cancelledTitle(number) }],
        ...briefly(facts, cut),
        cancelReason(facts, cut),
        words.returnUnits,
      ]
    case 'stoodDown':
      return [
        [{ bold: words.stoodDownTitle(number, assignment.agency) }],
        ...briefly(facts, cut),
        endReason(facts, assignment, cut),
        words.returnUnits,
      ]
    case 'replaced':
      return [
        [{ bold: words.replacedTitle(number, assignment.agency) }],
        ...briefly(facts, cut),
        endReason(facts, assignment, cut),
        words.returnUnits,
      ]
    case 'handedOver':
      return handedOverLines(facts, cut)
    case 'reopened':
      return [[{ bold: words.reopenedTitle(number) }], ...briefly(facts, cut), words.reopenedMeans]
    case 'merged':
      return mergedLines(facts, assignment, cut)
    case 'unmerged':
      return [[{ bold: words.unmergedTitle(number) }], ...briefly(facts, cut), words.unmergedGoesOn]
    default:
      return changeLines(facts, fields as AlertingField[], cut)
  }
}

const handedOverLines = (facts: IncidentFacts, cut: Cut): Line[] => {
  const last = facts.incident.handOvers?.at(-1)
  const to = last?.to.kind === 'centre' ? `112 ${last.to.centre}` : (last?.to.receiver ?? '112')
  return [
    [{ bold: words.handedOverTitle(facts.incident.number, cut(to)) }],
    ...briefly(facts, cut),
    last?.keepAgencies ? words.goOnWorking(cut(to)) : words.returnUnits,
  ]
}

/** Whoever worked here must know at a glance whether the job goes on, and by which card. */
const mergedLines = (facts: IncidentFacts, { agency }: Assignment, cut: Cut): Line[] => {
  const { number, phase } = facts.incident
  // taken back before it was sent: then that is what follows
  if (phase.status !== 'merged') return [[{ bold: words.unmergedTitle(number) }], ...briefly(facts, cut)]
  const goesOn = phase.carried.includes(agency)
    ? [words.mergedCarried(agency, phase.number)]
    : phase.shared.includes(agency)
      ? [words.mergedShared(phase.number)]
      : [words.mergedEnded(agency), words.returnUnits]
  return [[{ bold: words.mergedTitle(number, phase.number) }], ...briefly(facts, cut), ...goesOn]
}

const briefly = (facts: IncidentFacts, cut: Cut): Line[] => [typeAndPriority(facts), placeLine(facts, cut)]

const cancelReason = ({ incident, texts }: IncidentFacts, cut: Cut): Line => {
  const reason = incident.phase.status === 'cancelled' && !incident.restricted ? texts.get(incident.phase.reason) : null
  return reason ? `${card.labels.reason}${cut(reason)}` : null
}

const placeFields: readonly AlertingField[] = ['location', 'address', 'landmark', 'point']

const changeLines = (facts: IncidentFacts, fields: AlertingField[], cut: Cut): Line[] => {
  const { number, intake, restricted } = facts.incident
  const names = fields.map(field => updatedFields[field]).join(', ')
  const movedPlace = fields.some(field => placeFields.includes(field))
  const victims = restricted ? words.seeDetail : answerText(intake.victims, victimsInWords)
  return [
    [{ bold: words.updateTitle(number, names) }],
    typeAndPriority(facts),
    ...(movedPlace ? placeLines(facts, cut) : [placeLine(facts, cut)]),
    fields.includes('victims') && [card.labels.victims, { bold: victims }],
    fields.includes('victims') && countedOtherwiseLine(facts),
    fields.includes('hazards') && [
      card.labels.hazards,
      { bold: hazardsInWords(intake.hazards, restricted) || card.none },
    ],
  ]
}
