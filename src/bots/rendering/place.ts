import type { IncidentFacts } from '../../application/ports/renderer.ts'
import { countedOtherwise } from '../../dispatch/duplicates/conflicts.ts'
import { type Answer, known, type Point, type Victims } from '../../dispatch/incident/intake.ts'
import { type Hazard, type TextRef, victimKinds } from '../../dispatch/vocabulary.ts'
import * as card from '../../i18n/chat/id/card.ts'
import { headline } from '../../i18n/chat/id/card.ts'
import * as words from '../../i18n/chat/id/words.ts'
import type { Line, Piece } from './rich-text.ts'

/** "🚨 KEBAKARAN BANGUNAN/RUMAH — P1" */
export const titleOf = (facts: IncidentFacts): string =>
  `${words.priorityMarks[facts.incident.priority]} ${typeAndPriority(facts)}`

export const typeAndPriority = (facts: IncidentFacts): string =>
  headline(facts.typeName?.id ?? null, facts.incident.priority)

/** The words behind an answer; undefined when not asked, unknown or erased. */
export const typed = (facts: IncidentFacts, answer: Answer<TextRef> | undefined): string | undefined => {
  const ref = known(answer)
  return ref === undefined ? undefined : facts.texts.get(ref)
}

/** Address, area, landmark and a map link: what a driver needs, never left out, restricted or not. */
export const placeLines = (facts: IncidentFacts, cut: (text: string) => string): Line[] => {
  const { intake } = facts.incident
  const written = [typed(facts, intake.address), typed(facts, intake.location)].filter(text => text !== undefined)
  const landmark = typed(facts, intake.landmark)
  const point = known(intake.point)
  return [
    `${card.labels.place}${cut(written[0] ?? card.unknown)}`,
    written[1] !== undefined && cut(written[1]),
    landmark !== undefined && `${card.labels.landmark}${cut(landmark)}`,
    point !== undefined && [mapLink(point), card.accuracy(point.accuracyMetres)],
  ]
}

export const mapLink = ({ lat, lng }: Point): Piece => ({
  link: card.mapLabel,
  url: `https://maps.google.com/?q=${degrees(lat)},${degrees(lng)}`,
})

/** One line that says where, for messages beside the card. */
export const placeLine = (facts: IncidentFacts, cut: (text: string) => string): Line => {
  const { intake } = facts.incident
  const written = [intake.address, intake.location, intake.landmark].map(answer => typed(facts, answer))
  return `${card.labels.place}${cut(written.find(text => text !== undefined) ?? card.unknown)}`
}

/** Six decimals are a hand's breadth; more would pretend. */
const degrees = (value: number): string => String(Number(value.toFixed(6)))

export const answerText = <T>(answer: Answer<T> | undefined, say: (value: T) => string): string =>
  answer === undefined ? card.notAsked : answer === 'unknown' ? card.unknown : say(answer.known)

/** "1 luka, 2 terjebak"; "tidak ada" when all counts are zero. */
export const victimsInWords = (victims: Victims): string =>
  victimKinds
    .filter(kind => (victims[kind] ?? 0) > 0)
    .map(kind => `${victims[kind]} ${words.victimKinds[kind]}`)
    .join(', ') || card.none

/** What other callers count, where they do not agree: a crew goes by the worse and counts itself. */
export const countedOtherwiseLine = ({ incident }: IncidentFacts): Line => {
  const counts = countedOtherwise(incident)
  const told = victimKinds.filter(kind => counts[kind] !== undefined)
  if (incident.restricted || !told.length) return null
  const figures = told.map(kind => `${counts[kind]} ${words.victimKinds[kind]}`)
  return [card.labels.countedOtherwise, { bold: figures.join(', ') }]
}

/** Dangers for the crew. A child is no danger but a fact about a victim: restricted cards do not tell it. */
export const hazardsInWords = (hazards: readonly Hazard[], restricted: boolean): string =>
  hazards
    .filter(hazard => !(restricted && hazard === 'child'))
    .map(hazard => words.hazards[hazard])
    .join(', ')
