import type { Button, OutgoingMessage } from '../../application/ports/channel.ts'
import type { DraftView, IncidentFacts } from '../../application/ports/renderer.ts'
import type { Assignment } from '../../dispatch/incident/assignment.ts'
import { reportOutcomes as outcomes } from '../../dispatch/vocabulary.ts'
import * as words from '../../i18n/chat/id/private-report.ts'
import { buttonLabels, reportOutcomes } from '../../i18n/chat/id/words.ts'
import { button, twoInARow } from './buttons.ts'
import { fitText } from './fit-text.ts'
import { marks } from './marks.ts'
import { placeLine, typeAndPriority } from './place.ts'
import { type Line, richText } from './rich-text.ts'

/** A report in a private chat: names code and place in every message, for a crew may have several at once. */
export const renderDraft = (
  facts: IncidentFacts,
  assignment: Assignment,
  draft: DraftView,
  token: string,
): OutgoingMessage => ({
  content: fitText(cut =>
    richText([
      ...marks(facts, false),
      [{ bold: words.title(facts.incident.number, assignment.agency) }],
      typeAndPriority(facts),
      placeLine(facts, cut),
      outcomeLine(assignment),
      [],
      ...linesOf(draft),
    ]),
  ),
  buttons: buttonsOf(draft, token),
})

const outcomeLine = ({ standing }: Assignment): Line => {
  const outcome = 'report' in standing ? standing.report.outcome : 'outcome' in standing ? standing.outcome : undefined
  return outcome !== undefined && words.chosen(reportOutcomes[outcome])
}

const linesOf = (draft: DraftView): Line[] => {
  switch (draft.step) {
    case 'outcome':
      return [words.askOutcome]
    case 'words':
      return [draft.photos > 0 && words.soFar(draft.messages, draft.photos), words.askWords, ...words.lines]
    case 'more':
      return [words.soFar(draft.messages, draft.photos), words.askMore]
    case 'occupied':
      return [words.occupied(draft.by), draft.messages > 0 && words.handedOver(draft.messages)]
    case 'takenOver':
      return [words.takenOver(draft.by)]
    case 'unreadable':
      return [words.unreadable]
    case 'filed':
      return [words.filed]
    case 'putAway':
      return [words.putAway]
  }
}

const buttonsOf = ({ step }: DraftView, token: string): Button[][] => {
  const away = button('putAway', buttonLabels.putAway, token)
  switch (step) {
    case 'outcome':
      return [
        ...twoInARow(outcomes.map(outcome => button(`outcome:${outcome}`, reportOutcomes[outcome], token))),
        [away],
      ]
    case 'words':
    case 'unreadable':
      return [[away]]
    case 'more':
      return [[button('finish', buttonLabels.finish, token), away]]
    case 'occupied':
      return [[button('takeOver', buttonLabels.takeOver, token)]]
    case 'takenOver':
    case 'filed':
    case 'putAway':
      return []
  }
}
